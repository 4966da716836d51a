import type { ActReason, Sanction } from '../../shared/cases.ts';
import type { Person } from '../../shared/entries.ts';
import type { CaseCard, MySanction, Receipt } from '../../shared/events.ts';
import type { StaffWho } from './deps.ts';
import type { GuardHit, GuardLabel } from './guard.ts';

/** A guest's session and who they are in a room; null for somebody who is in none. */
export interface About {
  session: string;
  person: Person | null;
}

/** A text that needs a person: the guard held it, others wrote the same, or somebody may be in danger. */
export interface Raised {
  kind: 'guard' | 'care' | 'ring';
  /** Of a `ring`: which one. All its copies are one case. */
  ring: string | null;
  /** Null or unknown: the house picks the desk. */
  room: string | null;
  about: About;
  /** The whole text, also of what was masked or refused; it goes beside the log and nowhere else. Null: no text, they asked. */
  text: string | null;
  /** The client's id of the message: a retry raises nothing new. */
  id: string | null;
  /** Where it stands in the log, when it got there. */
  place: { epoch: string; seq: number } | null;
  heldId: string | null;
  labels: readonly GuardLabel[];
  hits: readonly GuardHit[];
}

/** Cases as the other features need them. */
export interface Cases {
  /** Puts a case on the desk, or adds to the open one of the same person and room; the room whose desk has it. */
  raise(raised: Raised): Promise<string>;
  /** Open cases this person may decide, most urgent first. */
  openFor(who: StaffWho): Promise<CaseCard[]>;
  receiptsOf(session: string): Promise<Receipt[]>;
  /** Keeps what a member wrote last as evidence for an appeal against this sanction. */
  keepWords(sanction: string, room: string, member: string): Promise<void>;
}

/** What is kept of a sanction beside the database's row, until an appeal is over. Ids and codes alone. */
export interface KeptSanction {
  id: string;
  kind: Sanction;
  reason: ActReason;
  room: string;
  at: number;
  until: number | null;
  session: string;
  member: string;
  /** Who placed it, and so does not decide its appeal. */
  by: string;
  caseId: string | null;
  lifted: boolean;
  appeal: 'none' | 'waiting' | 'upheld';
}

export interface SanctionOrder {
  room: string;
  session: string;
  member: string;
  kind: Sanction;
  reason: ActReason;
  caseId: string | null;
}

/** Sanctions as the other features need them. A mute holds in every room: the person is one session. */
export interface Sanctions {
  /** What was done to this session, oldest first. */
  of(session: string): Promise<MySanction[]>;
  /** Sees to it that a mute holds in this room too, also when the room or its log is younger than the mute. */
  enforceIn(room: string, session: string): Promise<void>;
  /** Written as this person, then in force for every tab on every node; the person is told. */
  place(who: StaffWho, order: SanctionOrder): Promise<{ id: string; until: number | null }>;
  find(id: string): Promise<KeptSanction | null>;
  /** Writes what changed, puts it in force and tells the person. */
  change(sanction: KeptSanction, to: Partial<Pick<KeptSanction, 'lifted' | 'appeal'>>): Promise<KeptSanction>;
  /** As its person sees it. */
  seen(sanction: KeptSanction): MySanction;
}
