import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'sanctions' | 'acts' | 'access'>;

/**
 * Ends a sanction early: the ten seconds of "undo", or a volunteer of the group who thinks again. Refusals: not_found
 * (unknown, or too old), already_decided (lifted before, or another group's).
 */
export async function liftSanction(
  deps: Needs,
  who: Who,
  { id }: Input<'sanction:lift'>,
): Promise<Record<string, never>> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const sanction = await deps.sanctions.find(id);
  if (!sanction) throw new Refusal('not_found');
  // The database's own rule, for when it cannot be asked.
  const whileAway = async () => {
    const leads = who.capabilities.has('staff.certify');
    const serves = deps.access.servedBy(who).some((row) => row.id === sanction.room);
    if (sanction.lifted || !(leads || serves)) throw new Refusal('already_decided');
  };
  await deps.acts.write(who, { act: 'lift_sanction', input: { id } }, whileAway).catch((error: unknown) => {
    // One's own undo whose first try was cut short between the database and the rooms is finished now.
    const known = error instanceof Refusal && error.code === 'already_decided';
    if (!(known && sanction.by === who.staff && !sanction.lifted)) throw error;
  });
  await deps.sanctions.change(sanction, { lifted: true });
  return {};
}
