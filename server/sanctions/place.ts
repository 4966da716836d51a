import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'access' | 'sanctions' | 'cases'>;

/**
 * A volunteer's act against a member of a room, without a case. What the member wrote last is kept for an appeal.
 * Refusals: not_found (room, member, or their session has ended), not_allowed (another group's room; a member of staff).
 */
export async function placeSanction(
  deps: Needs,
  who: Who,
  input: Input<'sanction:place'>,
): Promise<{ id: string; until: number | null }> {
  deps.access.roomFor(who, input.room);
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const { room, member, sanction: kind, reason } = input;
  const subject = await deps.access.sessionOf(room, member);
  if (!subject) throw new Refusal('not_found');
  if (subject.staff) throw new Refusal('not_allowed');
  const placed = await deps.sanctions.place(who, {
    room,
    member,
    kind,
    reason,
    session: subject.session,
    caseId: null,
  });
  if (kind !== 'end_session') await deps.cases.keepWords(placed.id, room, member);
  return placed;
}
