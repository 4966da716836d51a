import type { CaseKind } from '../../shared/cases.ts';
import type { EvidenceItem } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { About } from '../ports/cases.ts';
import type { Deps } from '../ports/deps.ts';
import type { GuardLabel } from '../ports/guard.ts';
import { addTo, endList, listOf } from '../ports/lists.ts';
import { KEYS } from './keys.ts';

type Needs = Pick<Deps, 'keep'>;

/** Where messages stand in a room's log. */
export interface Place {
  epoch: string;
  seqs: number[];
}

/** What is known of a case beside its row, while its evidence lives. */
export interface CaseFacts {
  id: string;
  kind: CaseKind;
  room: string;
  youth: boolean;
  at: number;
  priority: number;
  /** The guest it is about. */
  about: About | null;
  heldId: string | null;
  /** The messages it is about. */
  place: Place | null;
  labels: GuardLabel[];
  reasons: string[];
  asked: boolean;
  /** Of an appeal: the sanction and who placed it. */
  sanction: { id: string; by: string } | null;
  /** Staff who took part and are told nothing. */
  involved: string[];
}

/** A held message of a ring. */
export interface HeldCopy {
  room: string;
  heldId: string;
}

/** One report of a case, by whom. */
export interface CaseReport {
  session: string;
  member: string;
  receipt: string;
  reason: string;
}

export const factsOf = ({ keep }: Needs, id: string): Promise<CaseFacts | null> => keep.get<CaseFacts>(KEYS.facts(id));

export const keepFacts = ({ keep }: Needs, facts: CaseFacts): Promise<void> =>
  keep.set(KEYS.facts(facts.id), facts, LIMITS.evidenceLife);

/** Notes a new case, for desks that open while the database cannot list it. */
export const listCase = ({ keep }: Needs, id: string): Promise<void> =>
  addTo(keep, KEYS.opened, id, LIMITS.evidenceLife);

/** The facts of all cases that are not decided and whose facts have not ended. */
export async function openFacts(deps: Needs): Promise<CaseFacts[]> {
  const ids = await listOf<string>(deps.keep, KEYS.opened);
  const facts = await Promise.all(ids.map((id) => factsOf(deps, id)));
  return facts.filter((one) => one !== null);
}

export const reportsOf = ({ keep }: Needs, id: string): Promise<CaseReport[]> => listOf(keep, KEYS.reports(id));

/** Adds to the evidence of a case or a sanction; its life begins anew with each addition. */
export const addEvidence = ({ keep }: Needs, id: string, items: readonly EvidenceItem[]): Promise<void> =>
  addTo(keep, KEYS.evidence(id), items, LIMITS.evidenceLife);

/** In the order of time; one place of the log once, marked when any addition marked it. */
export async function evidenceOf({ keep }: Needs, id: string): Promise<EvidenceItem[]> {
  const all = (await listOf<EvidenceItem[]>(keep, KEYS.evidence(id))).flat();
  const places = new Map<string, EvidenceItem>();
  for (const item of all) {
    const place = item.seq === null ? `new ${places.size}` : `${item.seq}`;
    const known = places.get(place);
    if (!known || item.marked) places.set(place, item);
  }
  return [...places.values()].sort((one, other) => one.at - other.at);
}

/** Takes the evidence away in `lifeMs`; at once when that is not positive. */
export const endEvidence = ({ keep }: Needs, id: string, lifeMs: number): Promise<void> =>
  endList(keep, KEYS.evidence(id), lifeMs);
