import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'sanctions' | 'supabase'>;

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
  const { error } = await deps.supabase.asStaff(await who.access()).rpc('lift_sanction', { id });
  // One's own undo whose first try was cut short between the database and the rooms is finished now.
  const unfinished = error?.message === 'already_decided' && sanction.by === who.staff && !sanction.lifted;
  if (error && !unfinished) {
    const code = (['already_decided', 'not_allowed'] as const).find((known) => known === error.message);
    throw new Refusal(code ?? 'unavailable', undefined, error);
  }
  await deps.sanctions.change(sanction, { lifted: true });
  return {};
}
