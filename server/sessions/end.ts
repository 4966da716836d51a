import type { Deps, Who } from '../ports/deps.ts';
import { sessionKey } from './start.ts';

/** Ends a guest's session in every tab and on every node. */
export async function endSession(deps: Pick<Deps, 'keep' | 'broadcast'>, who: Who): Promise<Record<string, never>> {
  if (who.kind === 'guest') {
    await deps.keep.remove(sessionKey(who.session));
    await deps.broadcast.toSession(who.session, 'ended', { why: 'left' });
  }
  return {};
}
