import type { Deps, RoomRow } from '../ports/deps.ts';

/**
 * Whose desk comes to somebody's aid: their own room's when somebody is on duty there, else that of a room for the same age
 * with somebody on duty, else their own room's all the same. An unknown room counts as none.
 */
export async function deskForCare({ rooms, log }: Pick<Deps, 'rooms' | 'log'>, room: string | null): Promise<RoomRow> {
  const own = room === null ? undefined : rooms.get(room);
  const others = rooms.all().filter((row) => row.id !== own?.id && row.youth === (own?.youth ?? false));
  const near = own ? [own, ...others] : others;
  for (const row of near) if ((await log.gate(row.id)).duty === 'on') return row;
  const [first] = near;
  if (!first) throw new Error('There is no room, so there is no desk.');
  return first;
}
