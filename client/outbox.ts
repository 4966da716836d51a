import type { ActReason } from '../shared/cases.ts';
import type { ErrorCode, Reply } from '../shared/errors.ts';
import type { HeldMine, Sent } from '../shared/events.ts';
import { LIMITS } from '../shared/limits.ts';
import type { LogState } from './log.ts';

/** A message of mine that is not in the room's log yet, as far as this screen knows. Times are this device's milliseconds. */
export interface Outgoing {
  id: string;
  text: string;
  replyTo?: number;
  /** When it was first handed to the connection; a server forgets ids after LIMITS.retryMemory. */
  since: number;
  /** The check on this device has seen it. */
  looked?: true;
  state:
    | { is: 'sending' }
    /** It has its place in the log, whose delivery is on the way. */
    | { is: 'sent'; epoch: string; seq: number }
    | { is: 'held'; heldId: string; until: number }
    | { is: 'failed'; code: ErrorCode; until?: number }
    /** A volunteer took it away, or its time ended. `lost`: gone while we were away, nobody can say which. */
    | { is: 'returned'; why: 'removed' | 'expired' | 'lost'; reason?: ActReason };
}

export type Outbox = readonly Outgoing[];

/**
 * Codes after which the same message goes again by itself; with an `until`, not before it. `not_member`: written after a
 * reconnect, before the room's door was opened again.
 */
export const PASSING: readonly ErrorCode[] = ['unavailable', 'internal', 'rate', 'slow', 'not_member'];

export const put = (box: Outbox, message: Outgoing): Outbox => [...box.filter(({ id }) => id !== message.id), message];

export const drop = (box: Outbox, id: string): Outbox => box.filter((message) => message.id !== id);

/** The server's answer to a send, or the lack of one (`unavailable`). */
export function answered(box: Outbox, id: string, reply: Reply<Sent>): Outbox {
  return change(box, id, (): Outgoing['state'] => {
    if (!reply.ok) return { is: 'failed', code: reply.code, ...(reply.until !== undefined && { until: reply.until }) };
    const sent = reply.data;
    if (sent.state === 'held') return { is: 'held', heldId: sent.heldId, until: sent.until };
    return { is: 'sent', epoch: sent.epoch, seq: sent.seq };
  });
}

/** The end of a held message. An approved one comes back through the log. */
export function heldEnded(
  box: Outbox,
  id: string,
  { outcome, reason }: { outcome: 'approved' | 'removed' | 'expired'; reason?: ActReason },
): Outbox {
  if (outcome === 'approved') return drop(box, id);
  return change(box, id, () => ({ is: 'returned', why: outcome, ...(reason && { reason }) }));
}

/** After a join: what the server holds for me is the truth about held messages. */
export function heldNow(box: Outbox, held: readonly HeldMine[]): Outbox {
  const known = new Map(held.map((mine) => [mine.id, mine]));
  const updated = box.map((message): Outgoing => {
    const mine = known.get(message.id);
    known.delete(message.id);
    if (mine) return { ...message, state: { is: 'held', heldId: mine.heldId, until: mine.until } };
    return message.state.is === 'held' ? { ...message, state: { is: 'returned', why: 'lost' } } : message;
  });
  const news = [...known.values()].map(
    ({ id, text, heldId, until }): Outgoing => ({ id, text, since: 0, state: { is: 'held', heldId, until } }),
  );
  return [...updated, ...news];
}

/** What stands in the log now needs no place here. */
export function settle(box: Outbox, log: LogState, me: string): Outbox {
  const waiting = box.filter(({ state }) => state.is !== 'failed');
  if (waiting.length === 0) return box;
  const mine = new Set<string>();
  for (const entry of log.entries)
    if (entry.kind === 'message' && entry.by.member === me && entry.id) mine.add(entry.id);
  const rest = box.filter(({ id, state }) => {
    if (mine.has(id)) return false;
    return state.is !== 'sent' || (state.epoch === log.epoch && state.seq > log.last);
  });
  return rest.length === box.length ? box : rest;
}

/** What goes again by itself, oldest first: only the way or the pace kept it back, and the server still knows its id. */
export const toSendAgain = (box: Outbox, now: number, server: number): Outgoing[] =>
  box.filter(({ state, since }) => {
    if (!remembered(since, now)) return false;
    return state.is === 'failed'
      ? PASSING.includes(state.code) && (state.until ?? 0) <= server
      : state.is === 'sending';
  });

/** While the server remembers the id, a retry cannot make a second message. A minute is left for the way. */
export const remembered = (since: number, now: number): boolean => now - since < LIMITS.retryMemory - 60_000;

/** Another session began: the old one's ids mean nothing to it, so nothing may be sent again by itself. */
export const strand = (box: Outbox): Outbox =>
  box.map((message) => {
    const { is } = message.state;
    if (is === 'held') return { ...message, state: { is: 'returned', why: 'lost' } };
    return is === 'sending' || is === 'failed' ? { ...message, state: { is: 'failed', code: 'no_session' } } : message;
  });

export const sendingAgain = (box: Outbox, id: string): Outbox => change(box, id, () => ({ is: 'sending' }));

/** The check on this device lets it go, as `text`. */
export const lookedAt = (box: Outbox, id: string, text: string): Outbox =>
  box.map((message) => (message.id === id ? { ...message, text, looked: true } : message));

const change = (box: Outbox, id: string, state: () => Outgoing['state']): Outbox =>
  box.map((message) => (message.id === id ? { ...message, state: state() } : message));
