import type { ActReason } from '../../shared/cases.ts';
import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { messageAt } from './snapshot.ts';

type Needs = Pick<Deps, 'log' | 'access' | 'broadcast' | 'audit'>;

/** A volunteer takes a message away, from the log and from every screen; its writer sees the reason. Refusals: not_found, not_allowed. */
export async function removeMessage(
  deps: Needs,
  who: Who,
  { room, seq, reason }: Input<'message:remove'>,
): Promise<Record<string, never>> {
  deps.access.roomFor(who, room);
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  if (!(await takeAway(deps, room, seq, reason))) throw new Refusal('not_found');
  const act = { act: 'message.remove', kind: 'entry', subject: `${room}:${seq}` };
  await deps.audit.record(who, { ...act, details: { room, reason } });
  return {};
}

/** False when there is no message there (any more). */
export async function takeAway(
  ...[deps, room, seq, reason]: [Pick<Deps, 'log' | 'access' | 'broadcast'>, string, number, ActReason]
): Promise<boolean> {
  const found = await messageAt(deps, room, seq);
  if (!found || (await deps.log.retract(room, seq)) === 'not_found') return false;
  const writer = await deps.access.sessionOf(room, found.entry.by.member);
  if (writer && !writer.staff) await deps.broadcast.toSession(writer.session, 'removed', { room, seq, reason });
  return true;
}
