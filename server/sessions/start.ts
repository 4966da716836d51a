import { createHash, randomBytes } from 'node:crypto';
import type { Lang } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';

/** What the server keeps of a guest: their language. The token itself is known to the guest's tab alone. */
export interface GuestSession {
  lang: Lang;
}

/** A token is 32 random bytes; the store and every key know only its SHA-256. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const sessionKey = (hash: string): string => `session:${hash}`;

/** Starts a guest's session that lasts LIMITS.sessionLife after its last use. */
export async function startSession(deps: Pick<Deps, 'keep'>, lang: Lang): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url');
  await deps.keep.set(sessionKey(hashToken(token)), { lang } satisfies GuestSession, LIMITS.sessionLife);
  return { token };
}
