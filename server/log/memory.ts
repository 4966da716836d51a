import { randomUUID } from 'node:crypto';
import type { Gate, LogPage, Reaction, RoomLine } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppendResult, Draft, GateChange, Held, RoomLog, SanctionKind } from '../ports/log.ts';
import { type Hint, MemoryRoom } from './memory-room.ts';

/** The rooms' logs in this process: the embedded default. What it keeps ends with the process. */
export class MemoryLog implements RoomLog {
  readonly #rooms = new Map<string, MemoryRoom>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async append(draft: Draft): Promise<AppendResult> {
    const room = this.#room(draft.room);
    const now = this.#clock();
    const answer = room.remembered(draft.session, draft.id, now);
    if (answer) return answer;
    const refused = refusal(room, draft, now);
    if (refused) return refused;
    const gap = !draft.staff && room.dutyEnd <= now;
    if (room.slowSeconds > 0) room.wroteAt.set(draft.session, now);
    if (draft.hold || gap) return room.addHeld(heldOf(draft, now));
    return room.addMessage({ ...draft, at: now }, false);
  }

  async say(room: string, line: RoomLine): Promise<number> {
    return this.#room(room).add({ kind: 'line', line }, this.#clock());
  }

  async react(room: string, of: number, by: string, reaction: Reaction, on: boolean): Promise<'done' | 'not_found'> {
    const log = this.#room(room);
    if (log.list.at(of)?.kind !== 'message') return 'not_found';
    log.add({ kind: 'react', of, by, reaction, on }, this.#clock());
    return 'done';
  }

  async retract(room: string, seq: number, member?: string): Promise<'done' | 'not_found'> {
    const log = this.#room(room);
    const entry = log.list.at(seq);
    if (entry?.kind !== 'message' || (member !== undefined && entry.by.member !== member)) return 'not_found';
    log.list.blank(seq);
    log.add({ kind: 'retract', of: [seq] }, this.#clock());
    return 'done';
  }

  async forget(room: string, member: string): Promise<number> {
    const log = this.#room(room);
    const of: number[] = [];
    for (const entry of log.list.between(1, Number.POSITIVE_INFINITY)) {
      if (entry.kind === 'message' && entry.by.member === member) of.push(entry.seq);
    }
    for (const seq of of) log.list.blank(seq);
    for (const held of log.held.values()) if (held.by.member === member) log.held.delete(held.heldId);
    if (of.length > 0) log.add({ kind: 'retract', of }, this.#clock());
    return of.length;
  }

  async purge(room: string): Promise<void> {
    const log = this.#room(room);
    const now = this.#clock();
    for (let seq = log.list.first; seq <= log.list.last; seq += 1) log.list.blank(seq);
    for (const held of log.held.values()) log.held.set(held.heldId, { ...held, text: '', until: now });
    log.add({ kind: 'line', line: 'purged' }, now);
  }

  async trim(rooms: readonly string[], life: number): Promise<number> {
    const now = this.#clock();
    let dropped = 0;
    for (const id of rooms) {
      const log = this.#room(id);
      log.sweep(now);
      for (let oldest = log.list.at(log.list.first); oldest; oldest = log.list.at(log.list.first)) {
        if (oldest.at > now - life) break;
        log.list.dropFirst();
        dropped += 1;
      }
    }
    return dropped;
  }

  async after(room: string, seq: number, limit: number): Promise<LogPage> {
    const log = this.#room(room);
    const from = Math.max(seq + 1, log.list.first);
    return log.page(from, from + limit - 1);
  }

  async before(room: string, seq: number, limit: number): Promise<LogPage> {
    const log = this.#room(room);
    const to = Math.min(seq - 1, log.list.last);
    return log.page(to - limit + 1, to);
  }

  async watch(room: string, changed: (what: Hint) => void): Promise<() => Promise<void>> {
    const log = this.#room(room);
    const watcher = (what: Hint) => changed(what);
    log.watchers.add(watcher);
    return async () => void log.watchers.delete(watcher);
  }

  async gate(room: string): Promise<Gate> {
    return this.#room(room).gate(this.#clock());
  }

  async setGate(room: string, change: GateChange): Promise<Gate> {
    const log = this.#room(room);
    log.locked = change.locked ?? log.locked;
    log.slowSeconds = change.slowSeconds ?? log.slowSeconds;
    if (change.lockdown !== undefined) log.lockdown = change.lockdown;
    log.hint('gate');
    return log.gate(this.#clock());
  }

  async onDuty(room: string, staff: string, name: string): Promise<Gate> {
    const log = this.#room(room);
    const now = this.#clock();
    const lease = log.leases.get(staff);
    if (lease && lease.end <= now) log.leases.delete(staff);
    if (!lease || lease.end <= now || lease.name !== name) log.hint('gate');
    log.leases.set(staff, { name, end: now + LIMITS.lease });
    log.dutyEnd = now + LIMITS.lease;
    return log.gate(now);
  }

  async offDuty(room: string, staff: string): Promise<Gate> {
    const log = this.#room(room);
    const now = this.#clock();
    const lease = log.leases.get(staff);
    log.leases.delete(staff);
    if (lease && lease.end > now) {
      log.dutyEnd = Math.max(now, ...[...log.leases.values()].map((other) => other.end));
      log.hint('gate');
    }
    return log.gate(now);
  }

  async sanction(room: string, session: string, kind: SanctionKind, until: number): Promise<void> {
    this.#room(room).sanctions[kind].set(session, until);
  }

  async lift(room: string, session: string, kind: SanctionKind): Promise<void> {
    this.#room(room).sanctions[kind].delete(session);
  }

  async sanctions(room: string, session: string): Promise<{ muteUntil: number | null; banUntil: number | null }> {
    const { mute, ban } = this.#room(room).sanctions;
    const now = this.#clock();
    return { muteUntil: live(mute.get(session), now), banUntil: live(ban.get(session), now) };
  }

  async held(rooms: readonly string[]): Promise<Held[]> {
    const now = this.#clock();
    const all = rooms.flatMap((room) => [...this.#room(room).held.values()]);
    return all.filter((held) => held.until > now).sort((one, other) => one.at - other.at);
  }

  async decide(room: string, heldId: string, decision: 'approve' | 'remove'): ReturnType<RoomLog['decide']> {
    const log = this.#room(room);
    const now = this.#clock();
    const held = log.held.get(heldId);
    if (!held || held.until <= now) return { state: 'already_decided' };
    log.held.delete(heldId);
    if (decision === 'remove') return { state: 'removed', held };
    log.addMessage({ ...held, at: now }, true);
    return { state: 'approved', seq: log.list.last, held };
  }

  async expireHeld(rooms: readonly string[]): Promise<Held[]> {
    const now = this.#clock();
    const over = rooms.flatMap((room) => [...this.#room(room).held.values()].filter((held) => held.until <= now));
    for (const held of over) this.#room(held.room).held.delete(held.heldId);
    return over;
  }

  async close(): Promise<void> {
    this.#rooms.clear();
  }

  #room(id: string): MemoryRoom {
    const known = this.#rooms.get(id);
    if (known) return known;
    const room = new MemoryRoom();
    this.#rooms.set(id, room);
    return room;
  }
}

/** The checks that refuse, in the order of the port's `append`. */
function refusal(room: MemoryRoom, draft: Draft, now: number): AppendResult | undefined {
  const ban = live(room.sanctions.ban.get(draft.session), now);
  if (ban) return { state: 'refused', code: 'banned', until: ban };
  const mute = live(room.sanctions.mute.get(draft.session), now);
  if (mute) return { state: 'refused', code: 'muted', until: mute };
  if (room.locked) return { state: 'refused', code: 'locked' };
  if (draft.staff) return undefined;
  const slowUntil = (room.wroteAt.get(draft.session) ?? 0) + room.slowSeconds * 1000;
  if (room.slowSeconds > 0 && slowUntil > now) return { state: 'refused', code: 'slow', until: slowUntil };
  if (room.dutyEnd + LIMITS.dutyGap <= now) return { state: 'refused', code: 'off_duty' };
  return undefined;
}

function heldOf(draft: Draft, now: number): Held {
  const { room, id, by, session, text, replyTo } = draft;
  const why = draft.hold ? 'guard' : 'duty';
  const held: Held = { heldId: randomUUID(), room, id, by, session, text, at: now, until: now + LIMITS.heldLife, why };
  return replyTo === undefined ? held : { ...held, replyTo };
}

const live = (until: number | undefined, now: number) => (until !== undefined && until > now ? until : null);
