import type { Deps } from '../ports/deps.ts';

type Needs = Pick<Deps, 'roster' | 'rooms' | 'log' | 'broadcast'>;

/** Takes somebody off duty in every room that `keeps` does not name; the rooms notice at once. */
export async function leaveDuty(
  { roster, rooms, log, broadcast }: Needs,
  staff: string,
  keeps: readonly string[] = [],
): Promise<void> {
  await roster.end(staff);
  for (const { id } of rooms.all()) {
    if (keeps.includes(id)) continue;
    const { onDuty } = await log.gate(id);
    if (!onDuty.some((person) => person.staff === staff)) continue;
    await log.offDuty(id, staff);
    await broadcast.gateChanged(id);
  }
}
