import type { DeskInput, DeskReplies } from '../../shared/desk-api.ts';
import type { StaffRow } from '../database/types.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { hashCode, newRecoveryCodes, newSecret, stepOf, uriOf } from './factor.ts';
import { tellNodes } from './nodes.ts';
import { proveOneself } from './proof.ts';
import { keepAfter, peek } from './session.ts';
import { countTry, forgiveTries, type Tries } from './slow.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock' | 'sealer' | 'bus' | 'logger'>;
/** A signed-in person, as `staffOf` finds them. */
interface Me {
  signedIn: string;
  row: StaffRow;
}

const MINUTE = 60_000;
const LIFE = 10 * MINUTE;
const keyOf = (me: Me): string => `factor:${me.signedIn}`;

/**
 * A new secret, in force once `confirmFactor` has seen its first code. The first factor needs a session younger than ten
 * minutes, another one password and code. Refusals: no_session (sign in again), wrong_credentials, wrong_code, rate.
 */
export async function beginFactor(
  deps: Needs,
  me: Me,
  { proof }: DeskInput<'/factor/begin'>,
): Promise<DeskReplies['/factor/begin']> {
  const session = await peek(deps, me.signedIn);
  if (!session) throw new Refusal('no_session');
  if (proof) await proveOneself(deps, me, proof);
  else if (me.row.second_factor_at !== null || session.startedAt + LIFE < deps.clock()) throw new Refusal('no_session');
  const secret = newSecret();
  await deps.keep.set(keyOf(me), deps.sealer.seal(secret, me.row.id), LIFE);
  return { secret, uri: uriOf(secret, me.row.working_name) };
}

/** Refusals: no_session (begin again), wrong_code, rate, unavailable. */
export async function confirmFactor(
  deps: Needs,
  me: Me,
  { code }: DeskInput<'/factor/confirm'>,
): Promise<DeskReplies['/factor/confirm']> {
  const sealed_secret = await deps.keep.get<string>(keyOf(me));
  const secret = sealed_secret === null ? null : deps.sealer.open(sealed_secret, me.row.id);
  if (!sealed_secret || !secret) throw new Refusal('no_session');
  const tries: Tries = { what: 'code', who: me.row.id, browser: me.signedIn };
  await countTry(deps, tries);
  const step = stepOf(secret, code.replace(/\s/g, ''), deps.clock());
  if (step === null) throw new Refusal('wrong_code');
  await forgiveTries(deps, tries);
  // Two confirmations at once: one of them takes it.
  if ((await deps.keep.take(keyOf(me))) === null) throw new Refusal('no_session');
  const recoveryCodes = newRecoveryCodes();
  const { data, error } = await deps.supabase.asService().rpc('set_second_factor', {
    staff_id: me.row.id,
    sealed_secret,
    step,
    code_hashes: recoveryCodes.map(hashCode),
  });
  if (error) throw new Refusal('unavailable', undefined, error);
  await keepAfter(deps, me.signedIn, data);
  await tellNodes(deps, me.row.id);
  return { recoveryCodes };
}

/** New recovery codes in place of the old. Refusals: as `proveOneself`; not_found without a second factor. */
export async function renewCodes(
  deps: Needs,
  me: Me,
  { proof }: DeskInput<'/factor/codes'>,
): Promise<DeskReplies['/factor/codes']> {
  if (me.row.second_factor_at === null) throw new Refusal('not_found');
  await proveOneself(deps, me, proof);
  const recoveryCodes = newRecoveryCodes();
  const { error } = await deps.supabase
    .asService()
    .rpc('set_recovery_codes', { staff_id: me.row.id, code_hashes: recoveryCodes.map(hashCode) });
  if (error) throw new Refusal('unavailable', undefined, error);
  return { recoveryCodes };
}

/** How many recovery codes are left; null without a second factor. */
export async function codesLeft(deps: Pick<Deps, 'supabase'>, { row }: Pick<Me, 'row'>): Promise<number | null> {
  if (row.second_factor_at === null) return null;
  const codes = deps.supabase.asService().from('recovery_codes').select('*', { count: 'exact', head: true });
  const { count, error } = await codes.eq('staff_id', row.id).is('used_at', null);
  if (error) throw new Refusal('unavailable', undefined, error);
  return count ?? 0;
}
