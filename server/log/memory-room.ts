import { randomUUID } from 'node:crypto';
import type { Entry, Gate, Lockdown, LogPage } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { AppendResult, Held, MessageEntry, SanctionKind } from '../ports/log.ts';
import { EntryList } from './entry-list.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Remembered = Exclude<AppendResult, { state: 'refused' }>;
export type Hint = 'entries' | 'gate';

/** All that one room keeps in this process. The rules are in `memory.ts`. */
export class MemoryRoom {
  readonly epoch = randomUUID();
  readonly list = new EntryList();
  readonly sanctions: Record<SanctionKind, Map<string, number>> = { ban: new Map(), mute: new Map() };
  /** When a session last wrote while slow mode was on. */
  readonly wroteAt = new Map<string, number>();
  readonly held = new Map<string, Held>();
  readonly leases = new Map<string, { name: string; end: number }>();
  readonly watchers = new Set<(what: Hint) => void>();
  locked = false;
  slowSeconds = 0;
  lockdown: Lockdown | null = null;
  /** When the last duty lease ends or ended; it outlives the leases, for the gap is counted from it. */
  dutyEnd = Number.NEGATIVE_INFINITY;
  #answers = new Map<string, Remembered>();
  #olderAnswers = new Map<string, Remembered>();
  #turnedAt = 0;
  #pending = new Set<Hint>();
  #lastAt = 0;
  #page: { of: string; page: LogPage } | undefined;

  /** Appends what the room says; the hint goes out after the running task. `now` never runs backwards in a log. */
  add(body: Without<Exclude<Entry, MessageEntry>, 'seq' | 'at'>, now: number): number {
    const seq = this.list.last + 1;
    this.list.push({ seq, at: this.#later(now), ...body } as Entry);
    this.hint('entries');
    return seq;
  }

  addMessage(message: Omit<Held, 'room' | 'heldId' | 'until' | 'why'>, approved: boolean): Remembered {
    const { by, text, replyTo, id } = message;
    const entry: MessageEntry = { seq: this.list.last + 1, at: this.#later(message.at), kind: 'message', by, text, id };
    if (replyTo !== undefined) entry.replyTo = replyTo;
    if (approved) entry.approved = true;
    this.list.push(entry);
    this.hint('entries');
    const sent = { state: 'sent', epoch: this.epoch, seq: entry.seq, at: entry.at } as const;
    this.#answers.set(`${message.session} ${id}`, sent);
    return sent;
  }

  addHeld(held: Held): Remembered {
    this.held.set(held.heldId, held);
    const answer = { state: 'held', heldId: held.heldId, until: held.until, why: held.why } as const;
    this.#answers.set(`${held.session} ${held.id}`, answer);
    return answer;
  }

  /** The first answer to this message, for LIMITS.retryMemory. */
  remembered(session: string, id: string, now: number): Remembered | undefined {
    this.#turn(now);
    const key = `${session} ${id}`;
    const answer = this.#answers.get(key) ?? this.#olderAnswers.get(key);
    if (!answer) return undefined;
    const answeredAt = answer.state === 'sent' ? answer.at : answer.until - LIMITS.heldLife;
    return now - answeredAt < LIMITS.retryMemory ? answer : undefined;
  }

  /** A storm of joins gets one page, which nobody may change. */
  page(from: number, to: number): LogPage {
    const of = `${this.list.changes} ${from} ${to}`;
    if (this.#page?.of !== of) {
      const { epoch, list } = this;
      this.#page = { of, page: { epoch, first: list.first, last: list.last, entries: list.between(from, to) } };
    }
    return this.#page.page;
  }

  gate(now: number): Gate {
    const onDuty = [];
    for (const [staff, lease] of this.leases) if (lease.end > now) onDuty.push({ staff, name: lease.name });
    const { locked, slowSeconds, lockdown } = this;
    const rest = { onDuty, locked, slowSeconds, ...(lockdown && { lockdown }) };
    if (this.dutyEnd > now) return { duty: 'on', ...rest };
    const gapUntil = this.dutyEnd + LIMITS.dutyGap;
    return gapUntil > now ? { duty: 'gap', gapUntil, ...rest } : { duty: 'off', ...rest };
  }

  /** Watchers hear after the running task, once for all that it did. */
  hint(what: Hint): void {
    if (this.watchers.size === 0) return;
    if (this.#pending.size === 0) queueMicrotask(() => this.#tell());
    this.#pending.add(what);
  }

  /** Forgets what has ended by itself. */
  sweep(now: number): void {
    this.#turn(now);
    for (const map of Object.values(this.sanctions)) for (const [key, until] of map) if (until <= now) map.delete(key);
    for (const [key, at] of this.wroteAt) if (at + this.slowSeconds * 1000 <= now) this.wroteAt.delete(key);
    for (const [staff, lease] of this.leases) if (lease.end <= now) this.leases.delete(staff);
  }

  #tell(): void {
    const told = [...this.#pending];
    this.#pending.clear();
    for (const watcher of [...this.watchers]) for (const what of told) watcher(what);
  }

  #later(now: number): number {
    if (now > this.#lastAt) this.#lastAt = now;
    return this.#lastAt;
  }

  /** Two generations instead of a timer for each answer: an answer lives one to two times LIMITS.retryMemory in here. */
  #turn(now: number): void {
    if (now - this.#turnedAt < LIMITS.retryMemory) return;
    this.#olderAnswers = now - this.#turnedAt < 2 * LIMITS.retryMemory ? this.#answers : new Map();
    this.#answers = new Map();
    this.#turnedAt = now;
  }
}
