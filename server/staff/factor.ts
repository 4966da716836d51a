import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'supabase' | 'sealer' | 'clock' | 'logger'>;

/** Seconds of a time step (RFC 6238, 5.2). */
const PERIOD = 30;
const CODES = 8;
/** Crockford's letters: none can be taken for another. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Tirek', label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD });

/** The address that an authenticator app reads from a QR code. The working name stands in it, never the e-mail. */
export const uriOf = (secret: string, name: string): string => totp(secret, name).toString();

/** The time step whose code this is: now, or one to either side for a clock that is a little off; null for a wrong code. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
}

/** Eight codes of 120 random bits, so that a plain hash keeps them safe (OWASP ASVS 5.0.0, 6.5.2). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(24)].map((byte) => LETTERS[byte % 32]).join('');
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}

/** What the database keeps of a recovery code: SHA-256, hex. Reads it as people type it. */
export function hashCode(code: string): string {
  const plain = tidy(code).replaceAll('o', '0').replace(/[il]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

const tidy = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');

/** Whether a code of the app or a recovery code opens now; each does so once (OWASP ASVS 5.0.0, 6.5.1). Throws `unavailable`. */
export async function spendCode(deps: Needs, staff_id: string, code: string): Promise<boolean> {
  const service = deps.supabase.asService();
  if (!/^\d{6}$/.test(tidy(code))) {
    const { data, error } = await service.rpc('spend_recovery_code', { staff_id, code_hash: hashCode(code) });
    if (error) throw new Refusal('unavailable', undefined, error);
    return data;
  }
  const kept = await service.from('second_factors').select('sealed_secret').eq('staff_id', staff_id).maybeSingle();
  if (kept.error) throw new Refusal('unavailable', undefined, kept.error);
  const secret = kept.data && deps.sealer.open(kept.data.sealed_secret, staff_id);
  if (kept.data && secret === null) {
    deps.logger.error('a second factor was sealed with another key: STAFF_KEY or the Supabase secret key has changed');
    throw new Refusal('unavailable');
  }
  const step = secret ? stepOf(secret, tidy(code), deps.clock()) : null;
  if (step === null) return false;
  const { data, error } = await service.rpc('spend_totp_step', { staff_id, step });
  if (error) throw new Refusal('unavailable', undefined, error);
  return data;
}
