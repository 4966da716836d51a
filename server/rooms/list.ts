import type { RoomCard } from '../../shared/events.ts';
import type { Deps, RoomRow, Who } from '../ports/deps.ts';
import { serves } from './access.ts';

/** The rooms a person may see, with how many are in each and whether somebody is on duty. */
export async function listRooms(
  deps: Pick<Deps, 'rooms' | 'presence' | 'log'>,
  who: Who,
): Promise<{ rooms: RoomCard[] }> {
  const rows = deps.rooms.all().filter((row) => who.kind === 'guest' || serves(who, row));
  const counts = await deps.presence.counts(rows.map((row) => row.id));
  const rooms = await Promise.all(
    rows.map(async (row) => cardOf(row, counts.get(row.id) ?? 0, (await deps.log.gate(row.id)).duty)),
  );
  return { rooms };
}

export function cardOf(row: RoomRow, people: number, duty: RoomCard['duty']): RoomCard {
  const { group: _group, ...card } = row;
  return { ...card, people, duty };
}
