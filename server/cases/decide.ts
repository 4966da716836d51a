import type { ActReason } from '../../shared/cases.ts';
import type { Input, Replies } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';
import { listOf } from '../ports/lists.ts';
import { Refusal } from '../ports/refusal.ts';
import { holdCase } from './claim.ts';
import { type CaseFacts, evidenceOf, factsOf, type HeldCopy } from './facts.ts';
import { finishCase } from './finish.ts';
import { endHeld } from './held.ts';
import { KEYS } from './keys.ts';
import { takeAway } from './remove-message.ts';
import { decideRow, type KnownCase, readCase } from './rows.ts';

type Needs = Pick<
  Deps,
  'log' | 'access' | 'broadcast' | 'audit' | 'keep' | 'clock' | 'supabase' | 'acts' | 'presence' | 'sanctions'
>;
type Decision = Input<'case:decide'>;

/**
 * Ends a case: what was decided is done first, by the one volunteer who holds it, then written down; then the reporters are
 * told. Refusals: bad_input (a reason or a sanction is missing; an appeal), not_found (also: nobody is left to sanction),
 * taken, already_decided.
 */
export async function decideCase(deps: Needs, who: Who, input: Decision): Promise<Replies['case:decide']> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const { id, decision, reason } = input;
  const row = await readCase(deps, who, id);
  check(row, input);
  const facts = (await factsOf(deps, id)) ?? factsFrom(row);
  if (decision === 'sanctioned' && !facts.about?.person) throw new Refusal('not_found');
  await holdCase(deps, who, id);
  if (reason && (decision === 'removed' || decision === 'sanctioned')) await removeWords(deps, row, reason);
  await endHeldOf(deps, facts, input);
  const sanction = await sanctionFor(deps, who, facts, input);
  await decideRow(deps, who, { id, decision, ...(reason ? { reason } : {}) });
  const appealable = sanction !== null && input.sanction !== 'end_session';
  const keepFor = appealable ? Math.min(LIMITS.appealWindow, facts.at + LIMITS.evidenceLife - deps.clock()) : 0;
  await finishCase(deps, facts, { decision, keepFor });
  return { decision, sanction };
}

function check(row: KnownCase, { decision, sanction, reason }: Decision): void {
  if (row.decided_at !== null) throw new Refusal('already_decided');
  const acts = decision === 'removed' || decision === 'sanctioned';
  const fits = (!acts || reason !== undefined) && (decision === 'sanctioned') === (sanction !== undefined);
  // Leads talk with a volunteer and, where needed, a certificate is taken; guests' sanctions are not for staff.
  if (!fits || row.kind === 'appeal' || (row.kind === 'volunteer' && decision === 'sanctioned'))
    throw new Refusal('bad_input');
}

/** What can still be known of a case whose facts have ended. */
const factsFrom = (row: KnownCase): CaseFacts => ({
  id: row.id,
  kind: row.kind,
  room: row.room ?? '',
  youth: row.youth,
  at: Date.parse(row.opened_at),
  priority: row.priority,
  about: null,
  heldId: null,
  place: null,
  labels: [],
  reasons: row.reasons,
  asked: false,
  sanction: null,
  involved: row.involved,
});

/** Takes the messages of the case away, when the room's log is still the one they stood in. */
async function removeWords(deps: Needs, row: KnownCase, reason: ActReason): Promise<void> {
  const { room, epoch } = row;
  if (room === null || epoch === null) return;
  const { epoch: now } = await deps.log.before(room, Number.POSITIVE_INFINITY, 1);
  if (now !== epoch) return;
  const marked = (await evidenceOf(deps, row.id)).filter((item) => item.marked).map((item) => item.seq);
  const seqs = new Set([...row.seqs.map(Number), ...marked.filter((seq) => seq !== null)]);
  for (const seq of seqs) await takeAway(deps, room, seq, reason);
}

/**
 * What the guard held ends with its case. The held words of somebody in danger are let in by nobody's "cared": that is a
 * decision of its own (`held:decide`).
 */
async function endHeldOf(deps: Needs, facts: CaseFacts, { decision, reason }: Decision): Promise<void> {
  const removes = decision === 'removed' || decision === 'sanctioned';
  if (facts.kind === 'care' && !removes) return;
  const held = await heldCopies(deps, facts);
  for (const copy of held) {
    try {
      await endHeld(deps, copy, removes ? 'remove' : 'approve', reason);
    } catch (error) {
      // Expired, taken back by its writer or decided by itself: nothing is left to do.
      if (!(error instanceof Refusal && error.code === 'already_decided')) throw error;
    }
  }
}

async function heldCopies({ keep }: Needs, { id, kind, room, heldId }: CaseFacts): Promise<HeldCopy[]> {
  if (kind === 'ring') return listOf<HeldCopy>(keep, KEYS.copies(id));
  return heldId === null ? [] : [{ room, heldId }];
}

async function sanctionFor(
  ...[deps, who, facts, { sanction, reason, id }]: [Needs, StaffWho, CaseFacts, Decision]
): Promise<Replies['case:decide']['sanction']> {
  const { about, room } = facts;
  if (!sanction || !reason || !about?.person) return null;
  const { session, person } = about;
  return deps.sanctions.place(who, { room, session, member: person.member, kind: sanction, reason, caseId: id });
}
