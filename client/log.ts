import type { Entry, LogPage } from '../shared/entries.ts';

/**
 * What this screen knows of one room's log. Pure values: every function gives a new one.
 * `entries` has no holes and ends at `last`; what arrived beyond a hole waits in `ahead`.
 */
export interface LogState {
  /** Null until the room answered the first join. */
  epoch: string | null;
  /** The oldest sequence the server still has. */
  first: number;
  last: number;
  /** The newest sequence we have heard of. */
  known: number;
  entries: readonly Entry[];
  ahead: readonly Entry[];
  /** Frames that came before the answer to the first join. */
  early: readonly Frame[];
  /** Something that was here, or that was missed, cannot be given any more; the screen says so. */
  gone: boolean;
}

export interface Frame {
  epoch: string;
  entries: readonly Entry[];
}

export const emptyLog: LogState = {
  epoch: null,
  first: 1,
  last: 0,
  known: 0,
  entries: [],
  ahead: [],
  early: [],
  gone: false,
};

/** A delivery. Anything already known is dropped; what lies beyond a hole waits. */
export function takeFrame(log: LogState, frame: Frame): LogState {
  if (log.epoch === null) return { ...log, early: [...log.early, frame] };
  if (frame.epoch === log.epoch) return merge(log, frame.entries);
  return merge(lost(frame.epoch), frame.entries);
}

/** The answer to `log:after`. */
export function takePage(log: LogState, page: LogPage): LogState {
  if (page.epoch !== log.epoch) return takePage(lost(page.epoch), page);
  const known = Math.max(log.known, page.last);
  return merge(withoutTrimmed({ ...log, known }, page.first), page.entries);
}

/** The answer to `room:join`: what was missed, or a fresh view of the tail. */
export function takeJoin(log: LogState, page: LogPage, gone: boolean): LogState {
  const missed = log.epoch === page.epoch && (page.entries[0]?.seq ?? page.last + 1) <= log.last + 1;
  if (missed) return takePage({ ...log, gone: log.gone || gone }, page);
  const changed = log.epoch !== null && log.epoch !== page.epoch;
  const fresh: LogState = {
    ...emptyLog,
    epoch: page.epoch,
    first: page.first,
    last: (page.entries[0]?.seq ?? page.last + 1) - 1,
    known: page.last,
    gone: log.epoch !== null && (gone || changed),
  };
  return log.early.reduce(takeFrame, merge(fresh, page.entries));
}

/** The answer to `log:before`: earlier entries, in front of what is shown. Another epoch's page is of no use. */
export function takeOlder(log: LogState, page: LogPage): LogState {
  if (page.epoch !== log.epoch) return log;
  const start = startOf(log);
  const older = page.entries.filter((entry) => entry.seq < start).sort(bySeq);
  const adjoins = older.at(-1)?.seq === start - 1;
  const first = Math.max(log.first, page.first);
  // An empty page means that the earlier ones are gone meanwhile.
  if (!adjoins) return { ...log, first: older.length === 0 ? start : first };
  return { ...log, first, entries: [...older, ...log.entries] };
}

/** The sequence after which something is missing, or null. */
export const holeOf = (log: LogState): number | null => (log.epoch !== null && log.known > log.last ? log.last : null);

/** How many places are missing between what is shown and the newest that is known. */
export const missing = (log: LogState): number => (log.epoch === null ? 0 : Math.max(0, log.known - log.last));

/** The first sequence that is shown; asking for history begins here. */
export const startOf = (log: LogState): number => log.entries[0]?.seq ?? log.last + 1;

export const hasOlder = (log: LogState): boolean => log.epoch !== null && startOf(log) > log.first;

/** Keeps the newest `count` entries on the screen; the earlier ones can be asked for again. */
export const keepLast = (log: LogState, count: number): LogState =>
  log.entries.length > count ? { ...log, entries: log.entries.slice(-count) } : log;

/** Entries older than `time` (milliseconds of the log's clock) have reached the end of their life and leave the screen. */
export function dropBefore(log: LogState, time: number): LogState {
  const keep = log.entries.findIndex((entry) => entry.at >= time);
  if (keep === 0 || log.entries.length === 0) return log;
  const entries = keep === -1 ? [] : log.entries.slice(keep);
  return { ...log, entries, first: entries[0]?.seq ?? log.last + 1 };
}

const bySeq = (a: Entry, b: Entry) => a.seq - b.seq;

const lost = (epoch: string): LogState => ({ ...emptyLog, epoch, gone: true });

/** The server no longer has what lies before `first`: neither have we, and a hole down there cannot be filled. */
function withoutTrimmed(log: LogState, first: number): LogState {
  if (first <= log.first) return log;
  const entries = log.entries.filter((entry) => entry.seq >= first);
  const skipped = log.last < first - 1;
  return { ...log, first, entries, last: Math.max(log.last, first - 1), gone: log.gone || skipped };
}

function merge(log: LogState, arrived: readonly Entry[]): LogState {
  const waiting = new Map<number, Entry>();
  for (const entry of [...log.ahead, ...arrived]) {
    if (entry.seq > log.last && !waiting.has(entry.seq)) waiting.set(entry.seq, entry);
  }
  if (waiting.size === 0) return { ...log, ahead: [] };
  const next: Entry[] = [];
  for (let seq = log.last + 1; ; seq += 1) {
    const entry = waiting.get(seq);
    if (!entry) break;
    next.push(entry);
    waiting.delete(seq);
  }
  const ahead = [...waiting.values()].sort(bySeq);
  return {
    ...log,
    entries: next.length > 0 ? [...log.entries, ...next] : log.entries,
    ahead,
    last: log.last + next.length,
    known: Math.max(log.known, log.last + next.length, ahead.at(-1)?.seq ?? 0),
  };
}
