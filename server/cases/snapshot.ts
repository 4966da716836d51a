import type { Person } from '../../shared/entries.ts';
import type { EvidenceItem } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import type { MessageEntry } from '../ports/log.ts';

type Needs = Pick<Deps, 'log'>;

export const NOBODY: Person = { member: '', name: '' };

const isMessage = (entry: { kind: string }): entry is MessageEntry => entry.kind === 'message';

const itemOf = ({ by, text, at, seq }: MessageEntry, marked: boolean): EvidenceItem => ({
  by,
  text,
  at,
  seq,
  marked,
  hits: [],
});

/** The message at this place of a room's log; null when there is none (any more). */
export async function messageAt({ log }: Needs, room: string, seq: number) {
  const page = await log.before(room, seq + 1, 1);
  const entry = page.entries.at(-1);
  return entry?.seq === seq && isMessage(entry) ? { epoch: page.epoch, entry } : null;
}

/** The message and up to LIMITS.evidenceAround messages around it: as many after it as before it, where there are. */
export async function snapshotAround(deps: Needs, room: string, message: MessageEntry): Promise<EvidenceItem[]> {
  const [earlier, later] = await Promise.all([
    deps.log.before(room, message.seq, LIMITS.pageSize),
    deps.log.after(room, message.seq, LIMITS.pageSize),
  ]);
  const before = earlier.entries.filter(isMessage);
  const after = later.entries.filter(isMessage);
  const half = LIMITS.evidenceAround / 2;
  const takeAfter = Math.min(after.length, Math.max(half, LIMITS.evidenceAround - before.length));
  const takeBefore = Math.min(before.length, LIMITS.evidenceAround - takeAfter);
  return [
    ...before.slice(before.length - takeBefore).map((entry) => itemOf(entry, false)),
    itemOf(message, true),
    ...after.slice(0, takeAfter).map((entry) => itemOf(entry, false)),
  ];
}

/** The last messages of a room; those of `member` are what it is about. */
export async function snapshotTail({ log }: Needs, room: string, member?: string): Promise<EvidenceItem[]> {
  const page = await log.before(room, Number.POSITIVE_INFINITY, LIMITS.pageSize);
  const messages = page.entries.filter(isMessage);
  const lastOfMember = messages.findLastIndex((entry) => entry.by.member === member);
  const end = lastOfMember < 0 ? messages.length : lastOfMember + 1;
  const start = Math.max(0, end - LIMITS.evidenceAround - 1);
  return messages.slice(start, end).map((entry) => itemOf(entry, entry.by.member === member));
}
