import type { Person } from '../../shared/entries.ts';
import type { Deps, RoomRow, StaffWho, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** The only way to get a room: it exists, is open, and staff serve its group. Throws `not_found`, `not_allowed`. */
export function roomFor(deps: Pick<Deps, 'rooms'>, who: Who, room: string): RoomRow {
  const row = deps.rooms.get(room);
  if (!row) throw new Refusal('not_found');
  if (who.kind === 'staff' && !serves(who.groups, row)) throw new Refusal('not_allowed');
  return row;
}

/** The room and who this connection is in it. Throws `not_member` too. */
export function memberOf(deps: Pick<Deps, 'rooms'>, who: Who, room: string): { row: RoomRow; me: Person } {
  const row = roomFor(deps, who, room);
  const me = who.rooms.get(room);
  if (!me) throw new Refusal('not_member');
  return { row, me };
}

/** Whether a volunteer with these room groups serves the room. */
export const serves = (groups: readonly string[], row: Pick<RoomRow, 'group'>): boolean =>
  groups.includes('*') || groups.includes(row.group);

/** The rooms this volunteer serves, in the order of the list. */
export const servedBy = (deps: Pick<Deps, 'rooms'>, who: StaffWho): readonly RoomRow[] =>
  deps.rooms.all().filter((row) => serves(who.groups, row));
