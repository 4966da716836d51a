import { readFileSync } from 'node:fs';
import type { People, Person } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Presence } from '../ports/presence.ts';
import type { RedisLibrary, RedisLink } from '../ports/redis.ts';

const SOURCE = readFileSync(new URL('presence.lua', import.meta.url), 'utf8');
/** Leases that one call of a Function renews or takes at most. */
const PIECE = 500;

/** Who is in the rooms, in Redis, for several nodes. */
export class RedisPresence implements Presence {
  readonly #link: RedisLink;
  readonly #functions: RedisLibrary;
  /** The names of a room as they were last read: in a full one they are mostly the same. */
  readonly #names = new Map<string, { json: string; people: Person[] }>();

  constructor(link: RedisLink) {
    this.#link = link;
    const { lease, namesListed } = LIMITS;
    this.#functions = link.library(SOURCE, { lease, namesListed });
  }

  load(): Promise<void> {
    return this.#functions.load();
  }

  async arrive(room: string, connection: string, person: Person): Promise<People>;
  async arrive(room: string, connection: string, person: Person, most: number): Promise<People | null>;
  async arrive(room: string, connection: string, person: Person, most = 0): Promise<People | null> {
    const { member, name, staff } = person;
    const answer = await this.#call('arrive', room, connection, member, JSON.stringify({ member, name, staff }), most);
    return answer === null ? null : this.#people(room, answer);
  }

  async renew(room: string, connections: readonly string[]): Promise<string[]> {
    const calls = [];
    for (let from = 0; from < connections.length; from += PIECE) {
      calls.push(this.#call('renew', room, ...connections.slice(from, from + PIECE)));
    }
    return ((await Promise.all(calls)) as string[][]).flat();
  }

  async leave(room: string, connection: string): Promise<boolean> {
    return (await this.#call('leave', room, connection)) === 1;
  }

  async whoIsIn(room: string): Promise<People> {
    return this.#people(room, await this.#functions.read('whoIsIn', this.#link.roomKey(room)));
  }

  async counts(rooms: readonly string[]): Promise<Map<string, number>> {
    const count = async (room: string) =>
      [room, Number(await this.#functions.read('count', this.#link.roomKey(room)))] as const;
    return new Map(await Promise.all(rooms.map(count)));
  }

  async reap(rooms: readonly string[]): Promise<{ room: string; connection: string }[]> {
    const reapOne = async (room: string) =>
      ((await this.#call('reap', room, PIECE)) as string[]).map((connection) => ({ room, connection }));
    return (await Promise.all(rooms.map(reapOne))).flat();
  }

  watch(room: string, changed: () => void): Promise<() => Promise<void>> {
    return this.#link.listen(`${this.#link.roomKey(room)}:who`, changed, changed);
  }

  /** The link is the caller's to close. */
  async close(): Promise<void> {}

  #people(room: string, answer: unknown): People {
    const [count, json] = answer as [number, string];
    let names = this.#names.get(room);
    if (names?.json !== json) {
      names = { json, people: JSON.parse(`[${json}]`) };
      this.#names.set(room, names);
    }
    return { count, people: names.people };
  }

  #call(name: string, room: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#functions.call(name, this.#link.roomKey(room), ...args);
  }
}
