import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Entry, Gate, LogPage, Reaction, RoomLine } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { AppendResult, Draft, GateChange, Held, RoomLog, SanctionKind } from '../ports/log.ts';
import type { RedisLibrary, RedisLink } from '../ports/redis.ts';
import { OncePerTurn } from './once-per-turn.ts';
import { type GateAnswer, readAppend, readGate, writeLockdown } from './redis-answers.ts';

const SOURCE = ['1-log', '2-take', '3-gate']
  .map((part) => readFileSync(new URL(`functions/${part}.lua`, import.meta.url), 'utf8'))
  .join('\n');
/** Places or held messages that one call of a Function takes at most, so that it does not keep Redis for long. */
const PIECE = 1000;

/** The rooms' logs in Redis, for several nodes. The rules are in `functions/`, where they are one step with the append. */
export class RedisLog implements RoomLog {
  readonly #link: RedisLink;
  readonly #functions: RedisLibrary;
  readonly #shared = new OncePerTurn();

  /** `messageLife`: ms without a new message after which Redis drops a log that nobody trims. */
  constructor(link: RedisLink, messageLife: number) {
    this.#link = link;
    const { retryMemory, dutyGap, heldLife, lease } = LIMITS;
    this.#functions = link.library(SOURCE, { retryMemory, dutyGap, heldLife, lease, messageLife });
  }

  load(): Promise<void> {
    return this.#functions.load();
  }

  async append(draft: Draft): Promise<AppendResult> {
    const { room, id, by, session, text, replyTo } = draft;
    const heldId = randomUUID();
    const answer = await this.#functions.call(
      'append',
      this.#link.roomKey(room),
      session,
      id,
      draft.staff ? 1 : 0,
      draft.hold ? 1 : 0,
      heldId,
      `${JSON.stringify({ heldId, room, session }).slice(1, -1)},`,
      `${rest({ by: { member: by.member, name: by.name, staff: by.staff }, replyTo, id }).slice(0, -1)},\n${rest({ text })}`,
    );
    return readAppend(answer as (string | number)[]);
  }

  async say(room: string, line: RoomLine): Promise<number> {
    return (await this.#call('say', room, `"kind":"line",${rest({ line })}`)) as number;
  }

  async react(room: string, of: number, by: string, reaction: Reaction, on: boolean): Promise<'done' | 'not_found'> {
    const entry = `"kind":"react",${rest({ of, by, reaction, on })}`;
    return (await this.#call('react', room, of, entry)) === 0 ? 'not_found' : 'done';
  }

  async retract(room: string, seq: number, member?: string): Promise<'done' | 'not_found'> {
    const of = member === undefined ? '' : JSON.stringify(member);
    return (await this.#call('retract', room, seq, of)) === 0 ? 'not_found' : 'done';
  }

  async forget(room: string, member: string): Promise<number> {
    return (await this.#call('forget', room, JSON.stringify(member))) as number;
  }

  async purge(room: string): Promise<void> {
    await this.#call('purge', room);
  }

  async trim(rooms: readonly string[], life: number): Promise<number> {
    const counts = await Promise.all(rooms.map((room) => this.#trimOne(room, life)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async after(room: string, seq: number, limit: number): Promise<LogPage> {
    return this.#page('after', room, seq, limit);
  }

  async before(room: string, seq: number, limit: number): Promise<LogPage> {
    if (Number.isFinite(seq)) return this.#page('before', room, seq, limit);
    return this.#shared.get(`before ${limit} ${room}`, () => this.#page('before', room, -1, limit));
  }

  watch(room: string, changed: (what: 'entries' | 'gate') => void): Promise<() => Promise<void>> {
    const hear = (message: string) => changed(message === 'gate' ? 'gate' : 'entries');
    const missed = () => {
      changed('entries');
      changed('gate');
    };
    return this.#link.listen(`${this.#link.roomKey(room)}:hint`, hear, missed);
  }

  async gate(room: string): Promise<Gate> {
    return this.#shared.get(`gate ${room}`, async () => readGate((await this.#read('gate', room)) as GateAnswer));
  }

  async setGate(room: string, change: GateChange): Promise<Gate> {
    const locked = change.locked === undefined ? '' : Number(change.locked);
    const words = [locked, change.slowSeconds ?? '', writeLockdown(change.lockdown)];
    return readGate((await this.#call('setGate', room, ...words)) as GateAnswer);
  }

  async onDuty(room: string, staff: string, name: string): Promise<Gate> {
    return readGate((await this.#call('onDuty', room, staff, name)) as GateAnswer);
  }

  async offDuty(room: string, staff: string): Promise<Gate> {
    return readGate((await this.#call('offDuty', room, staff)) as GateAnswer);
  }

  async sanction(room: string, session: string, kind: SanctionKind, until: number): Promise<void> {
    await this.#call('sanction', room, kind, session, Math.ceil(until));
  }

  async lift(room: string, session: string, kind: SanctionKind): Promise<void> {
    await this.#call('sanction', room, kind, session, 0);
  }

  async sanctions(room: string, session: string): Promise<{ muteUntil: number | null; banUntil: number | null }> {
    const [mute, ban] = (await this.#read('sanctions', room, session)) as [number, number];
    return { muteUntil: mute || null, banUntil: ban || null };
  }

  async held(rooms: readonly string[]): Promise<Held[]> {
    const listOf = async (room: string) => {
      const list = (await this.#read('listHeld', room)) as string[];
      return list.map((json) => JSON.parse(json) as Held);
    };
    const lists = rooms.map((room) => this.#shared.get(`held ${room}`, () => listOf(room)));
    const held = (await Promise.all(lists)).flat();
    return held.sort((one, other) => one.at - other.at);
  }

  async decide(room: string, heldId: string, decision: 'approve' | 'remove'): ReturnType<RoomLog['decide']> {
    const answer = (await this.#call('decide', room, heldId, decision)) as [string, number] | null;
    if (!answer) return { state: 'already_decided' };
    const held: Held = JSON.parse(answer[0]);
    return decision === 'approve' ? { state: 'approved', seq: answer[1], held } : { state: 'removed', held };
  }

  async expireHeld(rooms: readonly string[]): Promise<Held[]> {
    const lists = await Promise.all(rooms.map((room) => this.#call('expireHeld', room, PIECE)));
    return (lists as string[][]).flat().map((held) => JSON.parse(held));
  }

  /** The link is the caller's to close. */
  async close(): Promise<void> {}

  async #trimOne(room: string, life: number): Promise<number> {
    let all = 0;
    let gone: number;
    do {
      gone = (await this.#call('trim', room, life, PIECE)) as number;
      all += gone;
    } while (gone === PIECE);
    return all;
  }

  async #page(which: 'after' | 'before', room: string, seq: number, limit: number): Promise<LogPage> {
    let answer = await this.#read(which, room, seq, limit);
    if (!answer) {
      await this.#call('open', room);
      answer = await this.#read(which, room, seq, limit);
    }
    const [epoch, first, last, entries] = answer as [string, number, number, string];
    return { epoch, first, last, entries: JSON.parse(`[${entries}]`) as Entry[] };
  }

  #call(name: string, room: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#functions.call(name, this.#link.roomKey(room), ...args);
  }

  #read(name: string, room: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#functions.read(name, this.#link.roomKey(room), ...args);
  }
}

/** JSON without its first brace: the Function writes what comes before it. `by.member` must come first in a message. */
const rest = (part: object) => JSON.stringify(part).slice(1);
