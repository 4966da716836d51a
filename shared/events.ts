import { z } from 'zod';
import type { Capability } from './capabilities.ts';
import {
  CASE_EVENTS,
  type CaseCard,
  type CaseReplies,
  type CaseServerEvents,
  type MySanction,
  type Receipt,
} from './case-events.ts';
import { ACT_REASONS, type ActReason } from './cases.ts';
import { DIRECTORY_EVENTS, type DirectoryReplies } from './directory-events.ts';
import type { Entry, Gate, LogPage, People, Person } from './entries.ts';
import { REACTIONS } from './entries.ts';
import { clientId, nothing, roomId, seq, serverId } from './inputs.ts';
import { LANGUAGES, type Lang, type Words } from './languages.ts';
import { LIMITS } from './limits.ts';
import { PROTOCOL_VERSION } from './protocol.ts';
import { STAFF_EVENTS, type StaffReplies } from './staff-events.ts';

export type { CaseCard, CaseFile, EvidenceItem, MySanction, Receipt } from './case-events.ts';
export type { InviteCard, StaffCard, StaffList } from './staff-events.ts';
export { PROTOCOL_VERSION };

const epoch = z.string().max(40);
/** Length in code points and emptiness have codes of their own, so the shape only bounds the bytes. */
const text = z.string().max(LIMITS.payloadBytes);

export interface RoomCard {
  id: string;
  lang: Lang | null;
  name: Words;
  about: Words;
  /** At most five lines, written by staff, cleaned by the server. */
  rules: Record<Lang, string[]>;
  youth: boolean;
  people: number;
  capacity: number;
  duty: Gate['duty'];
}

export interface HeldMine {
  heldId: string;
  room: string;
  id: string;
  text: string;
  until: number;
}

export interface Joined {
  room: RoomCard;
  me: Person;
  gate: Gate;
  people: People;
  /** What was missed since (epoch, seq), or the tail; `gone` when earlier messages cannot be given any more. */
  log: LogPage;
  gone: boolean;
  held: HeldMine[];
  /** What is in force against me or was within the session; most recent last. */
  sanctions: MySanction[];
  /** My reports, here and elsewhere, with what became of them. */
  receipts: Receipt[];
  /** Start of the next planned shift, when one is planned. */
  nextShift: number | null;
  /** The server's clock at this answer, for times left: a cheap phone's clock is often wrong. */
  now: number;
  /** How long a message stays, in milliseconds; the client takes older ones from its screen too. */
  life: number;
}

/**
 * `care`: the writer alone is shown the help card. A refused send may carry it too (shared/errors.ts).
 * `masked`: contact data was taken out; `text` is what the room sees.
 */
export type Sent = (
  | { state: 'sent'; epoch: string; seq: number; at: number }
  | { state: 'held'; heldId: string; until: number; why?: 'duty' | 'guard' }
) & { care?: true } & ({ masked?: never } | { masked: true; text: string });

export interface HeldCard {
  heldId: string;
  room: string;
  by: Person;
  text: string;
  at: number;
  until: number;
  why: 'duty' | 'guard';
}

export interface DeskState {
  me: {
    staff: string;
    name: string;
    role: string;
    capabilities: Capability[];
    certifiedUntil: number | null;
    founding: boolean;
  };
  rooms: (RoomCard & { gate: Gate; mine: boolean })[];
  held: HeldCard[];
  /** Open cases this person may decide, most urgent first. */
  cases: CaseCard[];
  onDuty: boolean;
  /** The server's clock at this answer. */
  now: number;
}

/**
 * Every event a client may send: its input, the capability it needs (of several, any one), and (in `Replies`) its answer.
 * `care: true` events pass the crisis step even when everything else refuses (promise 7).
 */
export const EVENTS = {
  'room:list': { input: nothing, needs: 'room.list' },
  'room:join': {
    input: z.strictObject({ room: roomId, epoch: epoch.optional(), seq: seq.optional() }),
    needs: 'room.join',
  },
  'room:leave': { input: z.strictObject({ room: roomId }), needs: 'room.join' },
  'log:after': { input: z.strictObject({ room: roomId, seq }), needs: 'room.join' },
  'log:before': { input: z.strictObject({ room: roomId, seq }), needs: 'room.join' },
  'message:send': {
    input: z.strictObject({ room: roomId, id: clientId, text, replyTo: seq.optional() }),
    needs: 'message.send',
  },
  'message:retract': { input: z.strictObject({ room: roomId, seq }), needs: 'message.own' },
  'message:react': {
    input: z.strictObject({ room: roomId, seq, reaction: z.enum(REACTIONS), on: z.boolean() }),
    needs: 'message.send',
  },
  'message:typing': { input: z.strictObject({ room: roomId }), needs: 'message.send' },
  'me:forget': { input: z.strictObject({ room: roomId }), needs: 'message.own' },
  'session:end': { input: nothing, needs: 'room.list' },
  'desk:open': { input: nothing, needs: 'desk.open' },
  /** "I am still here": an act that does nothing else. */
  'desk:here': { input: nothing, needs: 'desk.open' },
  'duty:start': { input: nothing, needs: 'duty.take' },
  'duty:end': { input: nothing, needs: 'duty.take' },
  'held:decide': {
    /** `remove` needs a reason, which the writer sees. */
    input: z.strictObject({
      heldId: serverId,
      decision: z.enum(['approve', 'remove']),
      reason: z.enum(ACT_REASONS).optional(),
    }),
    needs: 'held.decide',
  },
  ...CASE_EVENTS,
  ...STAFF_EVENTS,
  ...DIRECTORY_EVENTS,
} as const satisfies Record<string, { input: z.ZodType; needs: Capability | readonly Capability[] }>;

export type EventName = keyof typeof EVENTS;

const NEEDS = Object.fromEntries(Object.entries(EVENTS).map(([event, { needs }]) => [event, [needs].flat()])) as Record<
  EventName,
  Capability[]
>;

/** Whether these capabilities are enough to ask for the event: one of those it needs. */
export const mayAsk = (capabilities: ReadonlySet<Capability>, event: EventName): boolean =>
  NEEDS[event].some((needed) => capabilities.has(needed));

export type Input<E extends EventName> = z.infer<(typeof EVENTS)[E]['input']>;

/** What each event answers, inside `Reply<...>`. */
export interface Replies extends CaseReplies, StaffReplies, DirectoryReplies {
  'room:list': { rooms: RoomCard[] };
  'room:join': Joined;
  'room:leave': Record<string, never>;
  'log:after': LogPage;
  'log:before': LogPage;
  'message:send': Sent;
  'message:retract': Record<string, never>;
  'message:react': Record<string, never>;
  'message:typing': Record<string, never>;
  'me:forget': { removed: number };
  'session:end': Record<string, never>;
  'desk:open': DeskState;
  'desk:here': Record<string, never>;
  'duty:start': { rooms: string[] };
  'duty:end': Record<string, never>;
  'held:decide': { state: 'approved' | 'removed' };
}

/** What the server says unasked. */
export interface ServerEvents extends CaseServerEvents {
  /** One frame with everything a room has pending, in the log's order. */
  entries: (frame: { room: string; epoch: string; entries: Entry[] }) => void;
  people: (frame: { room: string } & People) => void;
  gate: (frame: { room: string; gate: Gate }) => void;
  typing: (frame: { room: string; member: string }) => void;
  /** The end of a held message, to its writer alone. */
  held: (frame: {
    room: string;
    heldId: string;
    id: string;
    outcome: 'approved' | 'removed' | 'expired';
    reason?: ActReason;
  }) => void;
  /** The desk: a held message came or went; a room's state changed. */
  'desk:held': (frame: { added?: HeldCard; removed?: string }) => void;
  /** The desk: nobody has done anything for a while; the session ends at `until` unless somebody does. Null: somebody did. */
  'desk:idle': (frame: { until: number | null; now: number }) => void;
  'desk:room': (frame: { room: string; gate: Gate; people: number }) => void;
  /** The session ended here or elsewhere; the client forgets its token. */
  ended: (frame: { why: 'left' | 'expired' | 'removed'; reason?: ActReason }) => void;
  /** The node is closing: connect again after a random part of `withinMs`. */
  moved: (frame: { withinMs: number }) => void;
  /** The store of the rooms does not answer: they can be read, not written in. `away: false`: it answers again. */
  store: (frame: { away: boolean }) => void;
  /** An event that could not be answered because it carried no acknowledgement. */
  problem: (frame: { code: string }) => void;
}

/** The handshake. Guests bring `token` (from POST /api/session), staff a `ticket` (from POST /desk/api/ticket, single use, one minute). */
export const handshake = z.object({
  v: z.literal(PROTOCOL_VERSION),
  lang: z.enum(LANGUAGES),
  token: z.string().max(100).optional(),
  ticket: z.string().max(100).optional(),
});
