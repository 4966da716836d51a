import type { Deps, RoomRow } from '../ports/deps.ts';

/** A room to offer when one is full: it has a place, is for the same age and for this language; on duty and of the same group first. */
export async function roomInstead(
  deps: Pick<Deps, 'rooms' | 'presence' | 'log'>,
  full: RoomRow,
): Promise<string | undefined> {
  const fitting = deps.rooms
    .all()
    .filter((row) => row.id !== full.id && row.youth === full.youth)
    .filter((row) => row.lang === null || row.lang === full.lang);
  const counts = await deps.presence.counts(fitting.map((row) => row.id));
  const free = fitting.filter((row) => (counts.get(row.id) ?? 0) < row.capacity);
  const rated = await Promise.all(
    free.map(async ({ id, group }) => {
      const { duty } = await deps.log.gate(id);
      return { id, worth: (duty === 'on' ? 2 : 0) + (group === full.group ? 1 : 0) };
    }),
  );
  return rated.sort((one, other) => other.worth - one.worth)[0]?.id;
}
