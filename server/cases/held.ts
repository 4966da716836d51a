import type { ActReason } from '../../shared/cases.ts';
import type { Input } from '../../shared/events.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';
import type { Held } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';
import { holdCase } from './claim.ts';
import { factsOf } from './facts.ts';
import { finishCase } from './finish.ts';
import { KEYS } from './keys.ts';
import { decideRow } from './rows.ts';

type Needs = Pick<Deps, 'log' | 'access' | 'broadcast' | 'audit' | 'keep' | 'clock' | 'acts' | 'presence' | 'supabase'>;

/**
 * A volunteer lets a held message in or takes it away, with a reason that the writer sees; other desks lose the card. What
 * the guard held is a case too, and decided with it. Exactly one volunteer decides. Refusals: bad_input (removed without a
 * reason), already_decided, taken (somebody else holds its case).
 */
export async function decideHeld(
  deps: Needs,
  who: Who,
  input: Input<'held:decide'>,
): Promise<{ state: 'approved' | 'removed' }> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const { heldId, decision, reason } = input;
  if (decision === 'remove' && !reason) throw new Refusal('bad_input');
  const served = deps.access.servedBy(who).map((row) => row.id);
  const held = (await deps.log.held(served)).find((message) => message.heldId === heldId);
  if (!held) throw new Refusal('already_decided');
  const facts = await guardCaseOf(deps, heldId);
  if (facts) await holdCase(deps, who, facts.id);
  const state = await endHeld(deps, held, decision, reason);
  await auditHeld(deps, who, held, { decision, reason });
  if (facts) {
    const decided = {
      id: facts.id,
      decision: decision === 'remove' ? 'removed' : 'no_action',
      ...because(reason),
    } as const;
    await decideRow(deps, who, decided);
    await finishCase(deps, facts, { decision: decided.decision, keepFor: 0 });
  }
  return { state };
}

const because = (reason: ActReason | undefined) => (reason ? { reason } : {});

async function guardCaseOf(deps: Pick<Deps, 'keep'>, heldId: string) {
  const id = await deps.keep.get<string>(KEYS.ofHeld(heldId));
  const facts = id === null ? null : await factsOf(deps, id);
  return facts?.kind === 'guard' ? facts : null;
}

async function auditHeld(
  deps: Pick<Deps, 'audit'>,
  who: StaffWho,
  held: Held,
  { decision, reason }: { decision: 'approve' | 'remove'; reason: ActReason | undefined },
): Promise<void> {
  await deps.audit.record(who, {
    act: `held.${decision}`,
    kind: 'held',
    subject: held.heldId,
    details: { room: held.room, why: held.why, ...because(reason) },
  });
}

/** Decides a held message in the log and tells its writer and the desks. Throws `already_decided`. */
export async function endHeld(
  ...[deps, held, decision, reason]: [
    Pick<Deps, 'log' | 'broadcast'>,
    Pick<Held, 'room' | 'heldId'>,
    'approve' | 'remove',
    ActReason | undefined,
  ]
): Promise<'approved' | 'removed'> {
  const result = await deps.log.decide(held.room, held.heldId, decision);
  if (result.state === 'already_decided') throw new Refusal('already_decided');
  await tellEnd(deps, result.held, result.state, reason);
  return result.state;
}

async function tellEnd(
  ...[deps, held, outcome, reason]: [
    Pick<Deps, 'broadcast'>,
    Held,
    'approved' | 'removed' | 'expired',
    ActReason | undefined,
  ]
): Promise<void> {
  const { room, heldId, id } = held;
  await deps.broadcast.toSession(held.session, 'held', { room, heldId, id, outcome, ...because(reason) });
  await deps.broadcast.toDesk(room, 'desk:held', { removed: heldId });
}

/** Gives back the held messages whose time is over; each writer is told by exactly one node. */
export async function expireHeld(deps: Pick<Deps, 'log' | 'broadcast' | 'rooms'>): Promise<void> {
  const expired = await deps.log.expireHeld(deps.rooms.all().map((row) => row.id));
  for (const held of expired) await tellEnd(deps, held, 'expired', undefined);
}
