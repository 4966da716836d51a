import type { ActReason } from '../../shared/cases.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { sessionKey } from './start.ts';

type Needs = Pick<Deps, 'keep' | 'broadcast'>;

/** Ends a guest's session in every tab and on every node. */
export async function endSession(deps: Needs, who: Who): Promise<Record<string, never>> {
  if (who.kind === 'guest') {
    await deps.keep.remove(sessionKey(who.session));
    await deps.broadcast.toSession(who.session, 'ended', { why: 'left' });
  }
  return {};
}

const removedKey = (session: string): string => `removed:${session}`;

/** Ends a session by a volunteer's act. Its token is refused from now on; a tab that was away is told why (`whyRemoved`). */
export async function removeSession(deps: Needs, session: string, reason: ActReason): Promise<void> {
  await deps.keep.set(removedKey(session), reason, LIMITS.sessionLife);
  await deps.keep.remove(sessionKey(session));
  await deps.broadcast.toSession(session, 'ended', { why: 'removed', reason });
}

/** Why a volunteer ended this session; null when nobody did. */
export const whyRemoved = (deps: Pick<Deps, 'keep'>, session: string): Promise<ActReason | null> =>
  deps.keep.get<ActReason>(removedKey(session));
