import type { Input, MySanction } from '../../shared/events.ts';
import type { KeptSanction } from '../ports/cases.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { holdCase } from './claim.ts';
import { endEvidence, factsOf } from './facts.ts';
import { finishCase } from './finish.ts';
import { openCase } from './open.ts';
import { decideRow, readCase, writeAppeal } from './rows.ts';

type Needs = Pick<
  Deps,
  'keep' | 'clock' | 'broadcast' | 'supabase' | 'acts' | 'access' | 'logger' | 'presence' | 'sanctions' | 'rooms'
>;

const PRIORITY = 2;

/**
 * "Ask for another look" at what was done to me. Refusals: not_found (not mine, ended, or its time is over), already_decided
 * (asked before), unavailable.
 */
export async function makeAppeal(
  deps: Needs,
  who: Who,
  input: Input<'appeal:make'>,
): Promise<{ sanction: MySanction }> {
  const sanction = await deps.sanctions.find(input.sanction);
  if (sanction?.session !== who.session) throw new Refusal('not_found');
  const { appeal } = deps.sanctions.seen(sanction);
  if (appeal === 'no') throw new Refusal('not_found');
  const row = deps.rooms.get(sanction.room);
  if (appeal !== 'can' || !row) throw new Refusal('already_decided');
  const { id, involved } = await writeAppeal(deps, sanction.id);
  const changed = await deps.sanctions.change(sanction, { appeal: 'waiting' });
  const { session, by } = sanction;
  const person = who.rooms.get(sanction.room) ?? { member: sanction.member, name: '' };
  const draft = { id, row, kind: 'appeal', priority: PRIORITY, involved, reasons: [sanction.reason] } as const;
  await openCase(
    deps,
    { ...draft, reasons: [sanction.reason], about: { session, person }, sanction: { id: sanction.id, by } },
    { place: null, evidence: [] },
  );
  return { sanction: deps.sanctions.seen(changed) };
}

/**
 * Another volunteer than the one who decided looks again. Refusals: not_allowed (one's own decision), not_found, taken,
 * already_decided, bad_input (no appeal).
 */
export async function decideAppeal(
  deps: Needs,
  who: Who,
  { id, decision }: Input<'appeal:decide'>,
): Promise<Record<string, never>> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const facts = await factsOf(deps, id);
  if (facts?.sanction?.by === who.staff || facts?.involved.includes(who.staff)) throw new Refusal('not_allowed');
  const row = await readCase(deps, who, id);
  if (row.sanction_id === null) throw new Refusal('bad_input');
  await holdCase(deps, who, id);
  const sanction = await deps.sanctions.find(row.sanction_id);
  if (sanction && decision === 'lifted') await deps.sanctions.change(sanction, { lifted: true, appeal: 'none' });
  await decideRow(deps, who, { id, decision });
  if (sanction && decision === 'upheld') await deps.sanctions.change(sanction, { appeal: 'upheld' });
  if (sanction) await endEvidence(deps, evidenceKeyOf(sanction), 0);
  if (facts) await finishCase(deps, facts, { decision, keepFor: 0 });
  return {};
}

const evidenceKeyOf = ({ caseId, id }: KeptSanction): string => caseId ?? id;
