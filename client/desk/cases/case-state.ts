import { type ActReason, SANCTIONS, type Sanction } from '../../../shared/cases.ts';
import type { CaseCard, DeskState, ServerEvents } from '../../../shared/events.ts';

/** Somebody may be in danger: stands above everything else. */
export const URGENT = 3;

/** What a volunteer can choose; `removed` and the sanctions need a reason. */
export type Act = 'no_action' | 'cared' | 'removed' | Sanction | 'lifted' | 'upheld';
/** What was chosen, with the reason where one is needed. */
export interface Choice {
  act: Act;
  reason: ActReason | null;
}

export const isSanction = (act: Act): act is Sanction => (SANCTIONS as readonly string[]).includes(act);
export const needsReason = (act: Act): boolean => act === 'removed' || isSanction(act);

/** Most urgent first, then the oldest. */
export const sortedCases = (cases: readonly CaseCard[]): CaseCard[] =>
  [...cases].sort((one, other) => other.priority - one.priority || one.at - other.at);

/** A case came, changed or was decided. */
export function withCase(state: DeskState, frame: Parameters<ServerEvents['case']>[0]): DeskState {
  const card = frame.added ?? frame.changed;
  const rest = state.cases.filter(({ id }) => id !== frame.removed && id !== card?.id);
  return { ...state, cases: sortedCases(card ? [...rest, card] : rest) };
}

/** What the list shows: a message that the guard held stands among the held messages while it waits there. */
export function listed({ cases, held }: Pick<DeskState, 'cases' | 'held'>): CaseCard[] {
  const waiting = new Set(held.map(({ heldId }) => heldId));
  return cases.filter(({ kind, heldId }) => kind !== 'guard' || heldId === null || !waiting.has(heldId));
}

/** What can be decided about a case, mildest first. Nobody can be sanctioned who is not there any more. */
export function actsFor({ kind, about }: Pick<CaseCard, 'kind' | 'about'>): Act[] {
  if (kind === 'appeal') return ['lifted', 'upheld'];
  const acts: Act[] = kind === 'care' ? ['cared', 'no_action', 'removed'] : ['no_action', 'removed'];
  return kind === 'volunteer' || !about ? acts : [...acts, ...SANCTIONS];
}
