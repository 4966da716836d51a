import type { EvidenceItem } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Raised } from '../ports/cases.ts';
import type { Deps, RoomRow } from '../ports/deps.ts';
import { addTo as addToList } from '../ports/lists.ts';
import { Refusal } from '../ports/refusal.ts';
import { DANGER, tellDesks } from './cards.ts';
import { deskForCare } from './desk-for.ts';
import { addEvidence, type CaseFacts, factsOf, type HeldCopy, keepFacts } from './facts.ts';
import { KEYS } from './keys.ts';
import { newCaseId, type OpenNeeds, openCase } from './open.ts';
import { NOBODY, snapshotTail } from './snapshot.ts';

type Needs = OpenNeeds & Pick<Deps, 'log' | 'rooms'>;

/**
 * A text or a call for help that needs a person now. Somebody in danger has one open case in a room: what more they write
 * is added to it, and all copies of one text are one case, whoever wrote them and where. A retry of a message raises nothing new. Resolves to the room whose desk has the case.
 */
export async function raiseCase(deps: Needs, raised: Raised): Promise<string> {
  const { session } = raised.about;
  const row = raised.kind === 'care' ? await deskForCare(deps, raised.room) : deps.rooms.get(raised.room ?? '');
  if (!row) throw new Refusal('not_found');
  const first =
    raised.id === null || (await deps.keep.claim(KEYS.raised(session, raised.id), true, LIMITS.retryMemory));
  if (!first) return row.id;
  // A member is known in one room alone.
  const person = row.id === raised.room ? raised.about.person : null;
  const known = { ...raised, about: { session, person } };
  if (raised.kind !== 'guard') await openOrAdd(deps, row, known);
  else await open(deps, row, await caseOfHeld(deps, raised), known);
  return row.id;
}

const PRIORITY = { care: DANGER, ring: 2, guard: 1 } as const;

/** Every copy that waits ends with its case, in whichever room it stands. */
async function noteCopy({ keep }: Needs, id: string, { room, heldId }: Raised): Promise<void> {
  if (room !== null && heldId !== null)
    await addToList(keep, KEYS.copies(id), { room, heldId } satisfies HeldCopy, LIMITS.evidenceLife);
}

const latest = (facts: CaseFacts, { about, heldId }: Raised) => ({
  about: about.person ? about : facts.about,
  heldId: heldId ?? facts.heldId,
});

async function caseOfHeld({ keep }: Needs, { heldId }: Raised): Promise<string> {
  const id = newCaseId();
  if (heldId) await keep.set(KEYS.ofHeld(heldId), id, LIMITS.evidenceLife);
  return id;
}

async function openOrAdd(deps: Needs, row: RoomRow, raised: Raised): Promise<void> {
  const id = newCaseId();
  const key = raised.kind === 'ring' ? KEYS.ofRing(raised.ring ?? id) : KEYS.ofCare(row.id, raised.about.session);
  const known = (await deps.keep.claim(key, id, LIMITS.evidenceLife)) ? id : ((await deps.keep.get<string>(key)) ?? id);
  const facts = known === id ? null : await factsOf(deps, known);
  if (raised.kind === 'ring') await noteCopy(deps, known, raised);
  if (facts) await addTo(deps, facts, raised);
  else await open(deps, row, known, raised);
}

async function open(...[deps, row, id, raised]: [Needs, RoomRow, string, Raised]): Promise<void> {
  const { kind, about, heldId, labels, text, place } = raised;
  const around = await snapshotTail(deps, row.id, about.person?.member);
  const evidence = [...around.map((item) => ({ ...item, marked: false })), ...itemsOf(deps, raised)];
  const draft = { id, kind, row, about, heldId, labels: [...labels], asked: text === null };
  const priority = PRIORITY[kind];
  const where = place && { epoch: place.epoch, seqs: [place.seq] };
  await openCase(deps, { ...draft, priority }, { place: where, evidence });
}

async function addTo(deps: Needs, facts: CaseFacts, raised: Raised): Promise<void> {
  await addEvidence(deps, facts.id, itemsOf(deps, raised));
  const changed: CaseFacts = {
    ...facts,
    ...(raised.kind === 'care' && latest(facts, raised)),
    labels: [...new Set([...facts.labels, ...raised.labels])],
    asked: facts.asked || raised.text === null,
  };
  await keepFacts(deps, changed);
  await tellDesks(deps, changed, 'changed');
}

function itemsOf({ clock }: Pick<Deps, 'clock'>, { about, text, place, hits }: Raised): EvidenceItem[] {
  if (text === null) return [];
  const by = about.person ?? NOBODY;
  return [{ by, text, at: clock(), seq: place?.seq ?? null, marked: true, hits: [...hits] }];
}
