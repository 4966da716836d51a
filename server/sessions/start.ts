import { createHash, randomBytes } from 'node:crypto';
import type { Lang } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Given } from '../../shared/proof.ts';
import type { Deps } from '../ports/deps.ts';

/** What the server keeps of a guest. The token itself is known to the guest's tab alone. */
export interface GuestSession {
  lang: Lang;
  /** When it began, ms since 1970. */
  since: number;
  /** Its first messages are looked at by a person. */
  looked: boolean;
}

/** The level of a proof from which on first messages are looked at: very many came behind one address. */
const LOOKED_AT = 2;

/** A token is 32 random bytes; the store and every key know only its SHA-256. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const sessionKey = (hash: string): string => `session:${hash}`;

/**
 * Starts a guest's session that lasts LIMITS.sessionLife after its last use. What was brought for it is used up: a slip
 * instead of work, and very many behind one address, have the first messages looked at. Refusals: those of `Proofs.redeem`.
 */
export async function startSession(
  deps: Pick<Deps, 'keep' | 'clock' | 'proofs'>,
  lang: Lang,
  brought: Given,
): Promise<{ token: string }> {
  const { by, level } = await deps.proofs.redeem('session', brought);
  const looked = by === 'slip' || level >= LOOKED_AT;
  const session: GuestSession = { lang, since: deps.clock(), looked };
  const token = randomBytes(32).toString('base64url');
  await deps.keep.set(sessionKey(hashToken(token)), session, LIMITS.sessionLife);
  return { token };
}
