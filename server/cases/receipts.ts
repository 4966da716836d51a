import type { ReportOutcome } from '../../shared/cases.ts';
import type { Receipt } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import { addTo, listOf } from '../ports/lists.ts';
import { KEYS } from './keys.ts';
import { markTold } from './rows.ts';

type Needs = Pick<Deps, 'keep' | 'acts'>;

/** A report as it is kept for its maker. */
export type KeptReceipt = Omit<Receipt, 'outcome'> & { case: string };

export const keepReceipt = ({ keep }: Pick<Deps, 'keep'>, session: string, receipt: KeptReceipt): Promise<void> =>
  addTo(keep, KEYS.receipts(session), receipt, LIMITS.evidenceLife);

export async function withOutcome(
  { keep }: Pick<Deps, 'keep'>,
  { case: id, ...receipt }: KeptReceipt,
): Promise<Receipt> {
  return { ...receipt, outcome: (await keep.get<ReportOutcome>(KEYS.outcome(id))) ?? 'waiting' };
}

/** One report of a session; null when it has ended. */
export async function receiptOf(deps: Pick<Deps, 'keep'>, session: string, receipt: string): Promise<Receipt | null> {
  const kept = await listOf<KeptReceipt>(deps.keep, KEYS.receipts(session));
  const found = kept.find((one) => one.receipt === receipt);
  return found ? withOutcome(deps, found) : null;
}

/** All reports of a session with what became of them, oldest first. Reading an outcome is being told of it. */
export async function receiptsOf(deps: Needs, session: string): Promise<Receipt[]> {
  const kept = await listOf<KeptReceipt>(deps.keep, KEYS.receipts(session));
  if (kept.length === 0) return [];
  const receipts = await Promise.all(kept.map((one) => withOutcome(deps, one)));
  await Promise.all(kept.filter((_, at) => receipts[at]?.outcome !== 'waiting').map((one) => noteTold(deps, one.case)));
  return receipts;
}

/** Notes once that a case's reporters were told. */
export async function noteTold(deps: Needs, id: string): Promise<void> {
  if (await deps.keep.claim(KEYS.told(id), true, LIMITS.evidenceLife)) await markTold(deps, id);
}
