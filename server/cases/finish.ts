import type { CaseDecision, ReportOutcome } from '../../shared/cases.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import { endList } from '../ports/lists.ts';
import { tellDesks } from './cards.ts';
import { type CaseFacts, type CaseReport, endEvidence, reportsOf } from './facts.ts';
import { KEYS } from './keys.ts';
import { noteTold, receiptOf } from './receipts.ts';

type Needs = Pick<Deps, 'keep' | 'clock' | 'broadcast' | 'acts' | 'presence'>;

/** What a reporter is told of a decision. */
const outcomeOf = (decision: CaseDecision): ReportOutcome => (decision === 'no_action' ? 'no_action' : 'acted');

/**
 * After a decision: every reporter is told, the card leaves the desks, the evidence ends in `keepFor` ms (0: now; an appeal
 * may still need it).
 */
export async function finishCase(
  deps: Needs,
  facts: CaseFacts,
  { decision, keepFor }: { decision: CaseDecision; keepFor: number },
): Promise<void> {
  // First the outcome, then the list: whoever reports in between finds the outcome.
  await deps.keep.set(KEYS.outcome(facts.id), outcomeOf(decision), LIMITS.evidenceLife);
  for (const report of await reportsOf(deps, facts.id)) await tellReporter(deps, facts, report);
  await tellDesks(deps, facts, 'removed');
  await endEvidence(deps, facts.id, keepFor);
  const { id, heldId, about, room } = facts;
  const gone = [KEYS.facts(id), KEYS.claim(id)];
  if (heldId) gone.push(KEYS.ofHeld(heldId));
  if (facts.kind === 'care' && about) gone.push(KEYS.ofCare(room, about.session));
  if (facts.kind === 'ring') await endList(deps.keep, KEYS.copies(id), 0);
  if (facts.kind === 'volunteer' && facts.involved[0]) gone.push(KEYS.ofStaff(room, facts.involved[0]));
  await Promise.all(gone.map((key) => deps.keep.remove(key)));
}

async function tellReporter(deps: Needs, facts: CaseFacts, report: CaseReport): Promise<void> {
  const receipt = await receiptOf(deps, report.session, report.receipt);
  if (!receipt) return;
  await deps.broadcast.toSession(report.session, 'report:answer', { receipt });
  // Who is away is told on return, and that is noted then.
  const { people } = await deps.presence.whoIsIn(facts.room);
  if (people.some((person) => person.member === report.member)) await noteTold(deps, facts.id);
}
