import { randomBytes } from 'node:crypto';
import type { Receipt } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { addTo } from '../ports/lists.ts';
import { Refusal } from '../ports/refusal.ts';
import { tellDesks } from './cards.ts';
import { type CaseReport, factsOf } from './facts.ts';
import { KEYS } from './keys.ts';
import { newCaseId, type OpenNeeds } from './open.ts';
import { type KeptReceipt, keepReceipt, receiptOf, withOutcome } from './receipts.ts';

const HOUR = 3_600_000;

export interface Report {
  who: Who;
  /** The reporter's member in the room. */
  member: string;
  room: string;
  about: Receipt['about'];
  reason: string;
  /** The key under which the case of the same thing is found. */
  key: string;
  /** Opens the case, when nobody has reported this before. */
  open(id: string): Promise<void>;
}

/** Gives the receipt at once. Reports of one thing are one case; the same person's second report of it is their first. Refuses with `rate`. */
export async function recordReport(deps: OpenNeeds, report: Report): Promise<{ receipt: Receipt }> {
  const { keep } = deps;
  const { session } = report.who;
  const reported = KEYS.reported(session, report.key);
  const earlier = await keep.get<string>(reported);
  const known = earlier === null ? null : await receiptOf(deps, session, earlier);
  if (known) return { receipt: known };
  if ((await keep.count(KEYS.reportRate(session), HOUR)) > LIMITS.reportsPerHour)
    throw new Refusal('rate', deps.clock() + HOUR);
  const id = await caseFor(deps, report);
  const { room, about } = report;
  const kept: KeptReceipt = { receipt: randomBytes(9).toString('base64url'), room, about, at: deps.clock(), case: id };
  await keepReceipt(deps, session, kept);
  await keep.set(reported, kept.receipt, LIMITS.evidenceLife);
  const one: CaseReport = { session, member: report.member, receipt: kept.receipt, reason: report.reason };
  await addTo(keep, KEYS.reports(id), one, LIMITS.evidenceLife);
  const facts = await factsOf(deps, id);
  if (facts) await tellDesks(deps, facts, 'changed');
  return { receipt: await withOutcome(deps, kept) };
}

/** The open (or decided) case of what is reported, or a new one. */
async function caseFor({ keep }: Pick<Deps, 'keep'>, { key, open }: Report): Promise<string> {
  const id = newCaseId();
  if (!(await keep.claim(key, id, LIMITS.evidenceLife))) return (await keep.get<string>(key)) ?? id;
  try {
    await open(id);
  } catch (error) {
    await keep.remove(key).catch(() => {});
    throw error;
  }
  return id;
}
