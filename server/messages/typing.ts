import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';

/** Tells the room that somebody is writing. Never stored; clients send it at most every few seconds. */
export async function tellTyping(
  deps: Pick<Deps, 'broadcast' | 'access'>,
  who: Who,
  input: Input<'message:typing'>,
): Promise<Record<string, never>> {
  const { me } = deps.access.memberOf(who, input.room);
  await deps.broadcast.toRoom(input.room, 'typing', { room: input.room, member: me.member });
  return {};
}
