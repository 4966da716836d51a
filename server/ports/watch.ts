import type { Gate, Lockdown } from '../../shared/entries.ts';
import type { GuestWho } from './deps.ts';

/** 64 bits of a text in two 32-bit halves, and how many letters it has. */
export interface Fingerprint {
  high: number;
  low: number;
  letters: number;
}

/** Texts that come again from others; see server/guard/rings.ts. */
export interface Rings {
  /** Remembers the text, and names the ring it belongs to; null for a text of its own. `source`: who wrote it and where. */
  look(text: string, source: string): string | null;
  /** Hears the other nodes; resolves to the way out. */
  listen(): Promise<() => Promise<void>>;
  /** Tells the other nodes what is new here. */
  tell(): Promise<void>;
}

/** What a message has to wait for besides its words. */
export interface Watched {
  hold: boolean;
  /** The ring that its text belongs to. */
  ring: string | null;
}

/** Looks after what single messages do not show: who is new, who was stopped before, who says what others say. */
export interface Watch {
  /** A guest's message on its way into a room. `care`: its writer may be in danger, so no ring holds it. */
  look(who: GuestWho, message: { room: string; text: string; care: boolean }): Promise<Watched>;
  /** The guard held or refused something of this session, and nobody was in danger. */
  struck(session: string): Promise<void>;
  /** Learns of a session that connects here what other nodes know. */
  recall(session: string): Promise<void>;
}

/** Very many new people at once, and the rooms that are kept from them meanwhile. */
export interface Raid {
  /** A guest came into a room; a session counts once in each room, and only while it is new. */
  joined(who: GuestWho, room: string): Promise<void>;
  /** Is there a raid, or a room in lockdown? */
  on(): boolean;
  /** Is the room in lockdown, and did this guest's session begin in it or just before? */
  waits(who: GuestWho, room: string): boolean;
  /** Begins a lockdown of the room; its gate afterwards. In one that is on nothing changes. */
  begin(room: string, by: Lockdown['by']): Promise<Gate>;
  /** Ends it; its gate afterwards. */
  end(room: string, by: Lockdown['by']): Promise<Gate>;
}
