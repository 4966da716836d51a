import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';

/** Leaves a room with this connection; other tabs stay in. Leaving a room one is not in is no error. */
export async function leaveRoom(
  deps: Pick<Deps, 'presence'>,
  who: Who,
  input: Input<'room:leave'>,
): Promise<Record<string, never>> {
  if (who.rooms.delete(input.room)) await deps.presence.leave(input.room, who.connection);
  return {};
}
