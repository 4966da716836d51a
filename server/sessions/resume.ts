import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { type GuestSession, hashToken, sessionKey } from './start.ts';

/** The session of a token, prolonged; null when the token is unknown, ended or expired. */
export async function resumeSession(
  deps: Pick<Deps, 'keep'>,
  token: string,
): Promise<(GuestSession & { session: string }) | null> {
  const session = hashToken(token);
  const kept = await deps.keep.renew<GuestSession>(sessionKey(session), LIMITS.sessionLife);
  return kept && { ...kept, session };
}

/** Prolongs a guest's session while they are connected. */
export async function prolongSession({ keep }: Pick<Deps, 'keep'>, who: Who): Promise<void> {
  if (who.kind !== 'guest') return;
  await keep.touch(sessionKey(who.session), LIMITS.sessionLife);
}
