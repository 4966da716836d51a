import { z } from 'zod';
import type { Capability } from './capabilities.ts';
import {
  ACT_REASONS,
  type ActReason,
  type CaseDecision,
  type CaseKind,
  REPORT_REASONS,
  type ReportOutcome,
  SANCTIONS,
  type Sanction,
  VOLUNTEER_REPORT_REASONS,
} from './cases.ts';
import type { Gate, Person } from './entries.ts';
import type { GuardHit, GuardLabel } from './guard/hit.ts';
import { nothing, roomId, seq, serverId } from './inputs.ts';
import { LIMITS } from './limits.ts';

/** Events of reports, cases, sanctions, appeals and of what a guest may do for themselves; part of EVENTS. Times are ms since 1970. */

const caseId = z.uuid();
const reason = z.enum(ACT_REASONS);
const sanction = z.enum(SANCTIONS);

/** A report as its maker knows it. `receipt` says nothing about the case to anybody else. */
export interface Receipt {
  receipt: string;
  room: string;
  about: 'message' | 'volunteer';
  at: number;
  outcome: ReportOutcome;
}

/** What was done to me. A client replaces what it knows of this id. */
export interface MySanction {
  id: string;
  kind: Sanction;
  reason: ActReason;
  /** The room it came from; it holds in all of them. */
  room: string;
  at: number;
  /** End, or null when it has none. */
  until: number | null;
  lifted: boolean;
  /** `can`: "ask for another look" is possible; `no`: not for this kind, or its time is over. */
  appeal: 'can' | 'waiting' | 'upheld' | 'no';
}

/** A sanction as volunteers see it. */
export interface PlacedSanction {
  id: string;
  /** Whom it is about, as a member of the room. */
  member: string;
  kind: Sanction;
  reason: ActReason;
  at: number;
  until: number | null;
}

/** A case on the desk's list; highest priority first, then the oldest. No guest's text: that takes `case:open`, which is audited. */
export interface CaseCard {
  id: string;
  kind: CaseKind;
  /** 3: somebody may be in danger. */
  priority: number;
  room: string;
  at: number;
  /** Codes of REPORT_REASONS or VOLUNTEER_REPORT_REASONS; for an appeal the sanction's reason. */
  reasons: string[];
  labels: GuardLabel[];
  /** Who it is about, while their session lasts; a `care` case: who may need help. */
  about: Person | null;
  /** The held message that waits for the same decision. */
  heldId: string | null;
  /** The person asked for a volunteer ("stay with me"). */
  asked: boolean;
  claimed: { staff: string; name: string; until: number } | null;
}

export interface EvidenceItem {
  by: Person;
  text: string;
  at: number;
  /** Null for what never entered the log. */
  seq: number | null;
  /** What the case is about, among what stands around it. */
  marked: boolean;
  /** Why the guard stopped; spans into `text`. */
  hits: GuardHit[];
}

/** What a volunteer sees who opens a case. */
export interface CaseFile {
  card: CaseCard;
  /** In order of time; empty once its time is over. */
  evidence: EvidenceItem[];
  evidenceUntil: number | null;
  /** Of an appeal: what was done. */
  sanction: { id: string; kind: Sanction; reason: ActReason; at: number; until: number | null } | null;
}

export const CASE_EVENTS = {
  'report:make': { input: z.strictObject({ room: roomId, seq, reason: z.enum(REPORT_REASONS) }), needs: 'report.make' },
  /** `staffMember`: their member id in the room, or the id in the gate's `onDuty`. */
  'report:volunteer': {
    input: z.strictObject({ room: roomId, staffMember: serverId, reason: z.enum(VOLUNTEER_REPORT_REASONS) }),
    needs: 'report.make',
  },
  'report:mine': { input: nothing, needs: 'report.make' },
  'appeal:make': { input: z.strictObject({ sanction: caseId }), needs: 'appeal.make' },
  'me:rename': { input: z.strictObject({ room: roomId }), needs: 'me.rename' },
  /** "Stay with me": works muted, off duty, too fast, in no room. Without a room the house picks one. */
  'care:ask': { input: z.strictObject({ room: roomId.optional() }), needs: 'care.ask' },
  'case:claim': { input: z.strictObject({ id: caseId }), needs: 'case.decide' },
  'case:release': { input: z.strictObject({ id: caseId }), needs: 'case.decide' },
  'case:open': { input: z.strictObject({ id: caseId }), needs: 'case.decide' },
  /**
   * `removed` and `sanctioned` need a reason, `sanctioned` a sanction. A held message of the case is let in by `no_action`
   * and `cared`, and taken away by the other two.
   */
  'case:decide': {
    input: z.strictObject({
      id: caseId,
      decision: z.enum(['no_action', 'removed', 'sanctioned', 'cared']),
      sanction: sanction.optional(),
      reason: reason.optional(),
    }),
    needs: 'case.decide',
  },
  'appeal:decide': {
    input: z.strictObject({ id: caseId, decision: z.enum(['lifted', 'upheld']) }),
    needs: 'case.decide',
  },
  'message:remove': { input: z.strictObject({ room: roomId, seq, reason }), needs: 'message.remove' },
  'sanction:place': {
    input: z.strictObject({ room: roomId, member: serverId, sanction, reason }),
    needs: 'sanction.decide',
  },
  'sanction:lift': { input: z.strictObject({ id: caseId }), needs: 'sanction.decide' },
  /** The mutes placed in this room that are in force, newest first. */
  'sanction:list': { input: z.strictObject({ room: roomId }), needs: 'sanction.decide' },
  'room:lock': { input: z.strictObject({ room: roomId, locked: z.boolean() }), needs: 'room.control' },
  /** Seconds between two messages of one person; 0 is off. */
  'room:slow': {
    input: z.strictObject({ room: roomId, seconds: z.int().min(0).max(LIMITS.slowMax) }),
    needs: 'room.control',
  },
  /** Slow mode, and what those write who are new waits for a volunteer. */
  'room:lockdown': { input: z.strictObject({ room: roomId, on: z.boolean() }), needs: 'room.control' },
  'room:purge': { input: z.strictObject({ room: roomId }), needs: 'room.purge' },
} as const satisfies Record<string, { input: z.ZodType; needs: Capability }>;

type Nothing = Record<string, never>;

export interface CaseReplies {
  'report:make': { receipt: Receipt };
  'report:volunteer': { receipt: Receipt };
  'report:mine': { receipts: Receipt[] };
  'appeal:make': { sanction: MySanction };
  'me:rename': { me: Person };
  /** `onDuty`: somebody is there to come; `nextShift`: otherwise when, if planned. */
  'care:ask': { room: string; onDuty: boolean; nextShift: number | null };
  'case:claim': { card: CaseCard };
  'case:release': Nothing;
  'case:open': CaseFile;
  'case:decide': { decision: CaseDecision; sanction: { id: string; until: number | null } | null };
  'appeal:decide': Nothing;
  'message:remove': Nothing;
  /** `id` for `sanction:lift`, offered as "undo" for LIMITS.undo. */
  'sanction:place': { id: string; until: number | null };
  'sanction:lift': Nothing;
  'sanction:list': { sanctions: PlacedSanction[] };
  'room:lock': { gate: Gate };
  'room:slow': { gate: Gate };
  'room:lockdown': { gate: Gate };
  'room:purge': Nothing;
}

export interface CaseServerEvents {
  /** The end of my report, also told by `Joined.receipts` and `report:mine` on return. */
  'report:answer': (frame: { receipt: Receipt }) => void;
  /** Something was done to me, ended early, or an appeal was answered. */
  sanction: (frame: MySanction) => void;
  /** A volunteer took my message away. */
  removed: (frame: { room: string; seq: number; reason: ActReason }) => void;
  /** To the one who may need help: a volunteer has taken it up. */
  care: (frame: { room: string; state: 'coming'; name: string }) => void;
  /** My name in a room changed, in whichever tab. */
  me: (frame: { room: string; me: Person }) => void;
  /** The desk: a case came, changed (claimed, released, more of it), or is decided. */
  case: (frame: { added?: CaseCard; changed?: CaseCard; removed?: string }) => void;
}
