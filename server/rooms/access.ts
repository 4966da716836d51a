import type { Person } from '../../shared/entries.ts';
import type { Access, Deps, RoomRow, StaffWho, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** The only way to get a room: it exists, is open, and staff serve its group. Throws `not_found`, `not_allowed`. */
export function roomFor(deps: Pick<Deps, 'rooms'>, who: Who, room: string): RoomRow {
  const row = deps.rooms.get(room);
  if (!row) throw new Refusal('not_found');
  if (who.kind === 'staff' && !serves(who, row)) throw new Refusal('not_allowed');
  return row;
}

/** The room and who this connection is in it. Throws `not_member` too. */
export function memberOf(deps: Pick<Deps, 'rooms'>, who: Who, room: string): { row: RoomRow; me: Person } {
  const row = roomFor(deps, who, room);
  const me = who.rooms.get(room);
  if (!me) throw new Refusal('not_member');
  return { row, me };
}

/** Whether a volunteer serves the room: its group is theirs, and in a room for young people they are vetted for it. */
export const serves = (
  { groups, youthVetted }: Pick<StaffWho, 'groups' | 'youthVetted'>,
  row: Pick<RoomRow, 'group' | 'youth'>,
): boolean => (groups.includes('*') || groups.includes(row.group)) && (youthVetted || !row.youth);

/** The rooms this volunteer serves, in the order of the list. */
export const servedBy = (deps: Pick<Deps, 'rooms'>, who: StaffWho): readonly RoomRow[] =>
  deps.rooms.all().filter((row) => serves(who, row));

/** Whose session a member is; null when it has ended. Kept by `personIn`. */
export const sessionOf: (...args: [Pick<Deps, 'keep'>, string, string]) => ReturnType<Access['sessionOf']> = (
  deps,
  room,
  member,
) => deps.keep.get(memberKey(room, member));

export const memberKey = (room: string, member: string): string => `member:${room}:${member}`;
