import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import type { Held } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'log' | 'access' | 'broadcast' | 'audit'>;

/**
 * A volunteer lets a held message in or takes it away; the writer is told, other desks lose the card. Exactly one
 * volunteer decides. Refusals: not_allowed, not_found, already_decided.
 */
export async function decideHeld(
  deps: Needs,
  who: Who,
  input: Input<'held:decide'>,
): Promise<{ state: 'approved' | 'removed' }> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const { heldId, decision } = input;
  const served = deps.access.servedBy(who).map((row) => row.id);
  const held = (await deps.log.held(served)).find((message) => message.heldId === heldId);
  if (!held) throw new Refusal('already_decided');
  const result = await deps.log.decide(held.room, heldId, decision);
  if (result.state === 'already_decided') throw new Refusal('already_decided');
  await tellEnd(deps, held, result.state);
  await deps.audit.record(who, {
    act: `held.${decision}`,
    kind: 'held',
    subject: heldId,
    details: { room: held.room, why: held.why },
  });
  return { state: result.state };
}

/** Tells the writer and the desks how a held message ended. */
export async function tellEnd(
  deps: Pick<Deps, 'broadcast'>,
  held: Held,
  outcome: 'approved' | 'removed' | 'expired',
): Promise<void> {
  const { room, heldId, id } = held;
  await deps.broadcast.toSession(held.session, 'held', { room, heldId, id, outcome });
  await deps.broadcast.toDesk(room, 'desk:held', { removed: heldId });
}

/** Gives back the held messages whose time is over; each writer is told by exactly one node. */
export async function expireHeld(deps: Pick<Deps, 'log' | 'broadcast' | 'rooms'>): Promise<void> {
  const expired = await deps.log.expireHeld(deps.rooms.all().map((row) => row.id));
  for (const held of expired) await tellEnd(deps, held, 'expired');
}
