import type { Logger } from 'pino';
import type { Capability, StaffRole } from '../../shared/capabilities.ts';
import type { ActReason } from '../../shared/cases.ts';
import type { Person } from '../../shared/entries.ts';
import type { RoomCard, ServerEvents } from '../../shared/events.ts';
import type { Lang } from '../../shared/languages.ts';
import type { Asked, Given, Purpose } from '../../shared/proof.ts';
import type { Acts } from './acts.ts';
import type { Cases, Sanctions } from './cases.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Accounts, Sealer, Supabase } from './database.ts';
import type { Directory } from './directory.ts';
import type { Guard } from './guard.ts';
import type { Bus, Keep } from './keep.ts';
import type { RoomLog } from './log.ts';
import type { Presence } from './presence.ts';
import type { Raid, Rings, Watch } from './watch.ts';

/** Everything a use case may need. A use case names its part: `Pick<Deps, 'log' | 'clock'>`. */
export interface Deps {
  config: Config;
  clock: Clock;
  logger: Logger;
  log: RoomLog;
  presence: Presence;
  keep: Keep;
  bus: Bus;
  guard: Guard;
  rooms: RoomTable;
  directory: Directory;
  supabase: Supabase;
  accounts: Accounts;
  sealer: Sealer;
  broadcast: Broadcast;
  roster: Roster;
  rates: Rates;
  tags: Tags;
  proofs: Proofs;
  rings: Rings;
  watch: Watch;
  raid: Raid;
  access: Access;
  shifts: Shifts;
  acts: Acts;
  audit: Audit;
  cases: Cases;
  sanctions: Sanctions;
  sessions: Sessions;
  views: Views;
}

/** The rooms as the database describes them, from memory. */
export interface RoomTable {
  all(): readonly RoomRow[];
  get(id: string): RoomRow | undefined;
}

export interface RoomRow extends Omit<RoomCard, 'people' | 'duty'> {
  group: string;
}

/** The one way to say something to others. Nothing else touches sockets. */
export interface Broadcast {
  /** To every socket in the room, on every node. Messages do not go this way: nodes deliver them from the log. */
  toRoom<E extends keyof ServerEvents>(room: string, event: E, frame: Parameters<ServerEvents[E]>[0]): Promise<void>;
  /** To every socket of a guest's session, on every node. */
  toSession<E extends keyof ServerEvents>(
    session: string,
    event: E,
    frame: Parameters<ServerEvents[E]>[0],
  ): Promise<void>;
  /** To every open desk that serves the room, on every node. */
  toDesk<E extends keyof ServerEvents>(room: string, event: E, frame: Parameters<ServerEvents[E]>[0]): Promise<void>;
  /** To every open desk that may see a case of this room, leads of other groups too, except those who took part. */
  toCaseDesks(desks: CaseDesks, frame: Parameters<ServerEvents['case']>[0]): Promise<void>;
  /** Asks every node to look at the room's gate now rather than at its next turn. */
  gateChanged(room: string): Promise<void>;
}

/** Who is told of a case. */
export interface CaseDesks {
  room: string;
  youth: boolean;
  leadsOnly: boolean;
  /** Ids of staff who took part. */
  except: readonly string[];
}

/** Guests' sessions, for what ends them. */
export interface Sessions {
  /** Ends a session on every tab and node; its token opens nothing any more. */
  end(session: string, reason: ActReason): Promise<void>;
}

/** Staff connections of this node that are on duty; their leases are renewed until they go off or away. */
export interface Roster {
  start(connection: string, staff: StaffWho, rooms: readonly string[]): void;
  /** Stops every connection of this person on every node. */
  end(staff: string): Promise<void>;
  drop(connection: string): void;
  has(connection: string): boolean;
}

/** Token buckets. `take` answers null when there is room, else when to try again (ms since 1970). */
export interface Rates {
  take(kind: 'send' | 'event' | 'staff', key: string): number | null;
}

/** Counts how often an entry's page was opened, nothing of who did. */
export interface Views {
  seen(entry: string): void;
}

/** Addresses as short-lived tags, for counting tries; an address itself is never kept. */
export interface Tags {
  of(address: string): string;
}

/** Proofs of work, and slips for browsers that cannot do any. Good on every node, once, for one purpose. */
export interface Proofs {
  /** What somebody behind this address has to bring. */
  ask(purpose: Purpose, address: string): Promise<Asked>;
  /** For a form without JavaScript: `slip` goes into a hidden field of that name. */
  slip(purpose: Purpose, address: string): Promise<Omit<Asked, 'challenge'>>;
  /** Uses it up. Throws `Refusal`: proof_needed, proof_used, proof_expired, proof_foreign, proof_wrong, proof_early (`until`). */
  redeem(purpose: Purpose, given: Given): Promise<Redeemed>;
}

/** `nothing`: none is asked for (POW_COST=0). `level`: 0 as a rule; 2 when very many come behind one address. */
export interface Redeemed {
  by: 'proof' | 'slip' | 'nothing';
  level: number;
}

/** The only way to a room, for the features that are not about rooms themselves. Throws `Refusal`. */
export interface Access {
  roomFor(who: Who, room: string): RoomRow;
  memberOf(who: Who, room: string): { row: RoomRow; me: Person };
  /** The rooms this volunteer serves. */
  servedBy(who: StaffWho): readonly RoomRow[];
  /** Whose session a member of a room is; null when it has ended. */
  sessionOf(room: string, member: string): Promise<{ session: string; staff: boolean } | null>;
}

export interface Shifts {
  /** Start of the next planned shift of a room group after `now`, ms since 1970; null when none is planned. */
  next(group: string, now: number): number | null;
}

/** Writes what a member of staff did into the audit, as that person (see `Acts`). Ids and codes alone, never a guest's text. */
export interface Audit {
  record(who: StaffWho, act: Act): Promise<void>;
}

/** An act and what it was about: a kind of thing and its id, with more ids, codes and numbers. */
export interface Act {
  act: string;
  kind?: string;
  subject?: string;
  details?: Record<string, string | number | boolean>;
}

/** Who is behind a connection, as the door knows them. */
export type Who = GuestWho | StaffWho;

interface AnyWho {
  connection: string;
  lang: Lang;
  capabilities: ReadonlySet<Capability>;
  /** Key of sanctions and replies: the session's hash for guests, the account's id for staff. */
  session: string;
  /** The rooms this connection is in, and who it is there. */
  rooms: Map<string, Person>;
}

export interface GuestWho extends AnyWho {
  kind: 'guest';
  /** When the session began, ms since 1970. */
  since: number;
  /** Its first messages are looked at by a person. */
  looked: boolean;
}

export interface StaffWho extends AnyWho {
  kind: 'staff';
  staff: string;
  name: string;
  role: StaffRole;
  certifiedUntil: number | null;
  founding: boolean;
  /** Room groups this person serves; `*` is all. */
  groups: readonly string[];
  /** May serve rooms for young people. */
  youthVetted: boolean;
  /** A fresh access token of this person, for calls in which policies act. */
  access(): Promise<string>;
  /** The hash of their session's id. */
  signedIn: string;
  /** Differs as soon as anything of their rights does. */
  rights: string;
  /** Counts as use of their session. Throws `no_session` when it has ended. */
  seen(): Promise<void>;
}

/** A volunteer's connection to this node. */
export interface StaffConnection {
  who: StaffWho;
  /** Says why, and closes it for good. */
  end(why: 'removed' | 'expired'): void;
  /** Closes it; the desk comes back by itself, with the rights of now. */
  renew(): void;
  /** Asks whether somebody is still there, or takes that back (null). `until`, `now`: end of the session and the time of now. */
  ask(until: number | null, now: number): void;
}
