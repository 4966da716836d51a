import type { People, Person } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Presence } from '../ports/presence.ts';

interface Room {
  leases: Map<string, { member: string; end: number }>;
  /** In order of arrival. */
  members: Map<string, { person: Person; connections: number }>;
  /** No lease ends before this, so that most calls need not look at each. */
  soonestEnd: number;
  watchers: Set<() => void>;
  hinting: boolean;
}

/** Who is in the rooms of this process: the embedded default. */
export class MemoryPresence implements Presence {
  readonly #rooms = new Map<string, Room>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async arrive(id: string, connection: string, person: Person): Promise<People>;
  async arrive(id: string, connection: string, person: Person, most: number): Promise<People | null>;
  async arrive(id: string, connection: string, person: Person, most?: number): Promise<People | null> {
    const room = this.#room(id);
    if (most !== undefined && !room.members.has(person.member) && this.#people(room).count >= most) return null;
    const end = this.#clock() + LIMITS.lease;
    const lease = room.leases.get(connection);
    if (lease && lease.member !== person.member) remove(room, connection);
    const member = room.members.get(person.member);
    const connections = (member?.connections ?? 0) + (room.leases.has(connection) ? 0 : 1);
    if (!member || member.person.name !== person.name || member.person.staff !== person.staff) hint(room);
    room.members.set(person.member, { person, connections });
    room.leases.set(connection, { member: person.member, end });
    room.soonestEnd = Math.min(room.soonestEnd, end);
    return this.#people(room);
  }

  async renew(id: string, connections: readonly string[]): Promise<string[]> {
    const room = this.#room(id);
    const end = this.#clock() + LIMITS.lease;
    return connections.filter((connection) => {
      const lease = room.leases.get(connection);
      if (lease) lease.end = end;
      return !lease;
    });
  }

  async leave(id: string, connection: string): Promise<boolean> {
    return remove(this.#room(id), connection);
  }

  async whoIsIn(id: string): Promise<People> {
    return this.#people(this.#room(id));
  }

  async counts(rooms: readonly string[]): Promise<Map<string, number>> {
    return new Map(rooms.map((id) => [id, this.#people(this.#room(id)).count]));
  }

  async reap(rooms: readonly string[]): Promise<{ room: string; connection: string }[]> {
    const removed = [];
    for (const id of rooms) {
      const room = this.#room(id);
      for (const connection of this.#expired(room)) {
        remove(room, connection);
        removed.push({ room: id, connection });
      }
    }
    return removed;
  }

  async watch(id: string, changed: () => void): Promise<() => Promise<void>> {
    const room = this.#room(id);
    const watcher = () => changed();
    room.watchers.add(watcher);
    return async () => void room.watchers.delete(watcher);
  }

  async close(): Promise<void> {
    this.#rooms.clear();
  }

  /** An expired lease does not count, also before it is reaped. */
  #people(room: Room): People {
    const over = new Map<string, number>();
    for (const connection of this.#expired(room)) {
      const member = room.leases.get(connection)?.member ?? '';
      over.set(member, (over.get(member) ?? 0) + 1);
    }
    const people: Person[] = [];
    let count = room.members.size;
    if (over.size > 0) for (const [id, { connections }] of room.members) if (over.get(id) === connections) count -= 1;
    for (const [id, { person, connections }] of room.members) {
      if (people.length === LIMITS.namesListed) break;
      if (over.get(id) !== connections) people.push(person);
    }
    return { count, people };
  }

  #expired(room: Room): string[] {
    const now = this.#clock();
    if (now < room.soonestEnd) return [];
    const expired: string[] = [];
    room.soonestEnd = Number.POSITIVE_INFINITY;
    for (const [connection, { end }] of room.leases) {
      room.soonestEnd = Math.min(room.soonestEnd, end);
      if (end <= now) expired.push(connection);
    }
    return expired;
  }

  #room(id: string): Room {
    let room = this.#rooms.get(id);
    if (!room) {
      room = {
        leases: new Map(),
        members: new Map(),
        soonestEnd: Number.POSITIVE_INFINITY,
        watchers: new Set(),
        hinting: false,
      };
      this.#rooms.set(id, room);
    }
    return room;
  }
}

function remove(room: Room, connection: string): boolean {
  const lease = room.leases.get(connection);
  if (!lease) return false;
  room.leases.delete(connection);
  const member = room.members.get(lease.member);
  if (member && member.connections > 1) member.connections -= 1;
  else {
    room.members.delete(lease.member);
    hint(room);
  }
  return true;
}

/** Watchers hear after the running task, once for all that it did. */
function hint(room: Room): void {
  if (room.hinting || room.watchers.size === 0) return;
  room.hinting = true;
  queueMicrotask(() => {
    room.hinting = false;
    for (const watcher of [...room.watchers]) watcher();
  });
}
