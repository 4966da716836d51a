/** What a room's log holds and what the clients of a room are told. Times are milliseconds since 1970 by the log's own clock. */

export const REACTIONS = ['support', 'thanks', 'same', 'strength'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Stands in a message where contact data was taken out; clients give it words for screen readers. */
export const MASK = '•••';

/** A person in one room. `member` is random for each person and room, so that two rooms cannot be joined by it. */
export interface Person {
  member: string;
  name: string;
  /** Set by the server alone; shown as a badge that no name or text can imitate. */
  staff?: true;
}

/** One place in a room's log. Sequences have no holes: what was taken away leaves a `gone` in its place. */
export type Entry =
  | {
      seq: number;
      at: number;
      kind: 'message';
      by: Person;
      text: string;
      replyTo?: number;
      id?: string;
      approved?: true;
    }
  | { seq: number; at: number; kind: 'gone' }
  | { seq: number; at: number; kind: 'retract'; of: number[] }
  | { seq: number; at: number; kind: 'react'; of: number; by: string; reaction: Reaction; on: boolean }
  | { seq: number; at: number; kind: 'line'; line: RoomLine };

/** Things the room says by itself. */
export type RoomLine = 'locked' | 'unlocked' | 'slow_on' | 'slow_off' | 'lockdown_on' | 'lockdown_off' | 'purged';

/** Part of a log. `first` is the oldest sequence that still exists, `last` the newest. */
export interface LogPage {
  epoch: string;
  first: number;
  last: number;
  entries: Entry[];
}

/** The rule that is in force in a room. `gapUntil`: messages are held until then; after it the room is off. */
export interface Gate {
  duty: 'on' | 'gap' | 'off';
  gapUntil?: number;
  onDuty: { staff: string; name: string }[];
  locked: boolean;
  /** Seconds between two messages of one person; 0 is off. */
  slowSeconds: number;
  /** What those who are new write waits for a volunteer. */
  lockdown?: Lockdown;
}

export interface Lockdown {
  since: number;
  /** A raid's lockdown ends by itself, a volunteer's by a volunteer. */
  by: 'raid' | 'staff';
  /** The room's `slowSeconds` before it, to go back to. */
  before: number;
}

export interface People {
  count: number;
  people: Person[];
}
