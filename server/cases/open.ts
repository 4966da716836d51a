import { randomUUID } from 'node:crypto';
import type { EvidenceItem } from '../../shared/events.ts';
import type { Deps, RoomRow } from '../ports/deps.ts';
import { tellDesks } from './cards.ts';
import { addEvidence, type CaseFacts, keepFacts, listCase, type Place } from './facts.ts';
import { writeCase } from './rows.ts';

export type OpenNeeds = Pick<Deps, 'keep' | 'clock' | 'broadcast' | 'acts' | 'logger'>;

export const newCaseId = (): string => randomUUID();

/** What a new case starts from; what is left out is nothing. */
export type Draft = Pick<CaseFacts, 'id' | 'kind' | 'priority'> & Partial<CaseFacts> & { row: RoomRow };

/** A case comes to be: facts and evidence beside the log, ids and codes in the database, a card on the desks. */
export async function openCase(
  deps: OpenNeeds,
  draft: Draft,
  { place, evidence }: { place: Place | null; evidence: readonly EvidenceItem[] },
): Promise<CaseFacts> {
  const { row, ...given } = draft;
  const facts: CaseFacts = {
    room: row.id,
    youth: row.youth,
    at: deps.clock(),
    about: null,
    heldId: null,
    place,
    labels: [],
    reasons: [],
    asked: false,
    sanction: null,
    involved: [],
    ...given,
  };
  await keepFacts(deps, facts);
  await listCase(deps, facts.id);
  if (evidence.length > 0) await addEvidence(deps, facts.id, evidence);
  const { id, kind, priority, about, heldId, labels, reasons, involved } = facts;
  if (kind !== 'appeal') {
    await writeCase(deps, {
      id,
      kind,
      room: row.id,
      priority,
      labels,
      reasons,
      ...(place ? { epoch: place.epoch, seqs: place.seqs } : {}),
      ...(heldId === null ? {} : { held_id: heldId }),
      ...(about?.person ? { about: about.person.member } : {}),
      ...(kind === 'volunteer' ? { about_staff: involved[0] ?? null } : {}),
    });
  }
  await tellDesks(deps, facts, 'added');
  return facts;
}
