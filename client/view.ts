import type { Entry, Person, Reaction, RoomLine } from '../shared/entries.ts';
import { REACTIONS } from '../shared/entries.ts';

/** What a reader sees of a log: changes (taken back, reactions) are folded into the messages they speak of. */
export type Shown = ShownMessage | ShownGone | ShownLine;

export interface ShownMessage {
  kind: 'message';
  seq: number;
  at: number;
  by: Person;
  text: string;
  id?: string;
  approved: boolean;
  replyTo?: number;
  reactions: readonly Tally[];
}
interface ShownGone {
  kind: 'gone';
  seq: number;
  at: number;
}
interface ShownLine {
  kind: 'line';
  seq: number;
  at: number;
  line: RoomLine;
}

export interface Tally {
  reaction: Reaction;
  count: number;
  mine: boolean;
}

/** Rows of the screen: a day, one person's messages in a row, a place that is empty now, a line of the room. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'group'; key: string; by: Person; own: boolean; messages: readonly ShownMessage[] }
  | { kind: 'gone'; key: string; count: number }
  | { kind: 'line'; key: string; at: number; line: RoomLine };

/** A pause after which the same person's messages begin a new group. */
const GROUP_PAUSE = 5 * 60_000;

/** Folds entries in the log's order. A change that speaks of a message which is not loaded has no effect. */
export function shownOf(entries: readonly Entry[], me: string): Shown[] {
  const places = new Map<number, Shown>();
  const reactions = new Map<number, Map<Reaction, Set<string>>>();
  for (const entry of entries) {
    if (entry.kind === 'message') places.set(entry.seq, messageOf(entry));
    else if (entry.kind === 'line') {
      // All that was written before has been taken away; whoever was here saw it and has it no more.
      if (entry.line === 'purged') for (const seq of places.keys()) blank(places, seq);
      places.set(entry.seq, entry);
    } else if (entry.kind === 'gone') places.set(entry.seq, entry);
    else if (entry.kind === 'retract') for (const seq of entry.of) blank(places, seq);
    else react(reactions, entry);
  }
  for (const [seq, sets] of reactions) {
    const place = places.get(seq);
    if (place?.kind === 'message') places.set(seq, withTallies(place, tally(sets, me)));
  }
  return [...places.values()];
}

/** Groups what is shown into rows. Days are those of the reader's own clock. */
export function rowsOf(shown: readonly Shown[], me: string): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const place of shown) {
    const last = rows.at(-1);
    if (place.kind === 'gone') {
      if (last?.kind === 'gone') rows[rows.length - 1] = { ...last, count: last.count + 1 };
      else rows.push({ kind: 'gone', key: `g${place.seq}`, count: 1 });
      continue;
    }
    const today = new Date(place.at).toDateString();
    if (today !== day) rows.push({ kind: 'day', key: `d${place.seq}`, at: place.at });
    if (place.kind === 'line') rows.push({ ...place, key: `l${place.seq}` });
    else if (today === day && last?.kind === 'group' && continues(last.messages, place))
      rows[rows.length - 1] = { ...last, messages: [...last.messages, place] };
    else
      rows.push({ kind: 'group', key: `m${place.seq}`, by: place.by, own: place.by.member === me, messages: [place] });
    day = today;
  }
  return rows;
}

/** The same entry gives the same value each time, so that a screen can tell what has not changed. */
function messageOf(entry: Extract<Entry, { kind: 'message' }>): ShownMessage {
  const kept = messages.get(entry);
  if (kept) return kept;
  const shown: ShownMessage = { ...entry, approved: entry.approved === true, reactions: [] };
  messages.set(entry, shown);
  return shown;
}
const messages = new WeakMap<Entry, ShownMessage>();

/** The last value with reactions of each message, given again while they stay as they are. */
function withTallies(message: ShownMessage, reactions: Tally[]): ShownMessage {
  const kept = reacted.get(message);
  if (kept && JSON.stringify(kept.reactions) === JSON.stringify(reactions)) return kept;
  const shown = { ...message, reactions };
  reacted.set(message, shown);
  return shown;
}
const reacted = new WeakMap<ShownMessage, ShownMessage>();

/** Whether two rows look alike on the screen. */
export function sameRow(a: Row, b: Row): boolean {
  if (a.kind === 'group' && b.kind === 'group')
    return (
      a.own === b.own &&
      a.messages.length === b.messages.length &&
      a.messages.every((message, index) => message === b.messages[index])
    );
  if (a.kind === 'gone' && b.kind === 'gone') return a.count === b.count;
  if (a.kind === 'day' && b.kind === 'day') return a.at === b.at;
  return a.kind === 'line' && b.kind === 'line' && a.line === b.line;
}

function blank(places: Map<number, Shown>, seq: number): void {
  const place = places.get(seq);
  if (place) places.set(seq, { kind: 'gone', seq, at: place.at });
}

function react(reactions: Map<number, Map<Reaction, Set<string>>>, entry: Extract<Entry, { kind: 'react' }>): void {
  const sets = reactions.get(entry.of) ?? new Map<Reaction, Set<string>>();
  const members = sets.get(entry.reaction) ?? new Set<string>();
  if (entry.on) members.add(entry.by);
  else members.delete(entry.by);
  reactions.set(entry.of, sets.set(entry.reaction, members));
}

function tally(sets: Map<Reaction, Set<string>>, me: string): Tally[] {
  return REACTIONS.map((reaction) => {
    const members = sets.get(reaction);
    return { reaction, count: members?.size ?? 0, mine: members?.has(me) === true };
  }).filter(({ count }) => count > 0);
}

function continues(messages: readonly ShownMessage[], next: ShownMessage): boolean {
  const last = messages.at(-1);
  return (
    last !== undefined &&
    last.by.member === next.by.member &&
    last.by.name === next.by.name &&
    last.by.staff === next.by.staff &&
    next.at - last.at < GROUP_PAUSE
  );
}
