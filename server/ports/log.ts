import type { Entry, Gate, Lockdown, LogPage, Person, Reaction, RoomLine } from '../../shared/entries.ts';

/** What is named changes; null ends the lockdown. */
export interface GateChange {
  locked?: boolean;
  slowSeconds?: number;
  lockdown?: Lockdown | null;
}

/**
 * A room's log and the rules that decide whether a message may enter it. They live together because the decision and the
 * append are one atomic step: a mute that was acknowledged before a send must hold for it on every node.
 * Every method rejects with `Unavailable` when the back end does not answer; nothing is acknowledged that is not in the log.
 * All times are milliseconds by the log's own clock (Redis TIME or the process's), never a node's.
 */
export interface RoomLog {
  /** Checks in order: remembered client id, ban, mute, lock, slow mode, duty; then holds or appends and remembers the id for LIMITS.retryMemory. */
  append(draft: Draft): Promise<AppendResult>;
  /** A line the room says itself. */
  say(room: string, line: RoomLine): Promise<number>;
  react(room: string, of: number, by: string, reaction: Reaction, on: boolean): Promise<'done' | 'not_found'>;
  /** Blanks a message and appends a `retract`. `member` limits it to one's own message; absent: any (a volunteer's act). */
  retract(room: string, seq: number, member?: string): Promise<'done' | 'not_found'>;
  /** Blanks all messages of a member; how many. Also drops what is held of theirs. */
  forget(room: string, member: string): Promise<number>;
  /** Blanks everything in the room and says so. */
  purge(room: string): Promise<void>;
  /** Removes for good what is older than `life` ms, in all given rooms; how many places went. */
  trim(rooms: readonly string[], life: number): Promise<number>;

  /** Entries after `seq` (0: from the oldest), at most `limit`, oldest first. */
  after(room: string, seq: number, limit: number): Promise<LogPage>;
  /** The last `limit` entries before `seq` (Infinity: the tail), oldest first. */
  before(room: string, seq: number, limit: number): Promise<LogPage>;
  /**
   * Calls `changed` when the room's log may have grown (`entries`) or its gate may have changed (`gate`).
   * A hint: it may be lost, repeated or early, and the end of a lease gives none. Resolves to the way out.
   */
  watch(room: string, changed: (what: 'entries' | 'gate') => void): Promise<() => Promise<void>>;

  gate(room: string): Promise<Gate>;
  setGate(room: string, change: GateChange): Promise<Gate>;
  /** Starts or renews a duty lease of LIMITS.lease. */
  onDuty(room: string, staff: string, name: string): Promise<Gate>;
  offDuty(room: string, staff: string): Promise<Gate>;
  /** `until`: end of the sanction; `session` is the internal session id. */
  sanction(room: string, session: string, kind: SanctionKind, until: number): Promise<void>;
  lift(room: string, session: string, kind: SanctionKind): Promise<void>;
  sanctions(room: string, session: string): Promise<{ muteUntil: number | null; banUntil: number | null }>;

  /** Held messages of these rooms, oldest first. */
  held(rooms: readonly string[]): Promise<Held[]>;
  /** Approve appends at the time of approval with `approved: true`. Exactly one caller wins; the others get `already_decided`. */
  decide(
    room: string,
    heldId: string,
    decision: 'approve' | 'remove',
  ): Promise<
    { state: 'approved'; seq: number; held: Held } | { state: 'removed'; held: Held } | { state: 'already_decided' }
  >;
  /** Removes held messages whose time is over; each is returned to exactly one caller. */
  expireHeld(rooms: readonly string[]): Promise<Held[]>;

  close(): Promise<void>;
}

export type SanctionKind = 'mute' | 'ban';

export interface Draft {
  room: string;
  /** The client's id of the message. */
  id: string;
  by: Person;
  session: string;
  text: string;
  replyTo?: number;
  /** The guard wants a person to look first. */
  hold?: boolean;
  /** Staff on duty write regardless of duty and slow mode. */
  staff?: boolean;
}

export type AppendResult =
  | { state: 'sent'; epoch: string; seq: number; at: number }
  | { state: 'held'; heldId: string; until: number; why: 'duty' | 'guard' }
  | { state: 'refused'; code: 'banned' | 'muted' | 'locked' | 'slow' | 'off_duty'; until?: number };

export interface Held {
  heldId: string;
  room: string;
  id: string;
  by: Person;
  session: string;
  text: string;
  replyTo?: number;
  at: number;
  until: number;
  why: 'duty' | 'guard';
}

export type MessageEntry = Extract<Entry, { kind: 'message' }>;

/** The back end did not answer. The door maps it to the code `unavailable`. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}
