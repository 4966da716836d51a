import type { Gate, Lockdown } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, GuestWho } from '../ports/deps.ts';
import type { Raid } from '../ports/watch.ts';

type Needs = Pick<Deps, 'keep' | 'clock' | 'config' | 'log' | 'rooms' | 'broadcast' | 'bus'>;

/** Joins are counted in parts of the window. */
const PART = 10_000;
const PARTS = LIMITS.raid.window / PART;
const RAID = 'raid';
const CHANNEL = 'lockdowns';
/** Whoever begins or ends a lockdown holds this meanwhile, so that it is said once. */
const turnKey = (room: string): string => `lockdown:${room}`;
const TURN = 5000;
/** A volunteer ended the room's lockdown, and knew why. */
const calmKey = (room: string): string => `calm:${room}`;

/**
 * Very many new people at once: the rooms they come into go into lockdown, and new sessions cost more, on all nodes, until it
 * has been quiet for a while. In a lockdown there is slow mode, and what those write who are new waits for a volunteer. All
 * nodes count into the Keep; the lockdown itself is a part of the room's gate, where volunteers and screens see it.
 */
export class RaidWatch implements Raid {
  readonly #deps: Needs;
  #raid = false;
  readonly #lockdowns = new Map<string, Lockdown>();

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  /** What another node began or ended holds here at once; the next look would find it too. */
  listen(): Promise<() => Promise<void>> {
    return this.#deps.bus.subscribe(CHANNEL, (message) => {
      const { room, gate } = message as { room: string; gate: Gate };
      this.#know(room, gate);
    });
  }

  on(): boolean {
    return this.#raid || this.#lockdowns.size > 0;
  }

  waits({ since }: GuestWho, room: string): boolean {
    const lockdown = this.#lockdowns.get(room);
    return lockdown !== undefined && since >= lockdown.since - LIMITS.raid.window;
  }

  async joined({ session, since }: GuestWho, room: string): Promise<void> {
    const { keep, clock } = this.#deps;
    // Who comes back after a lost connection is nobody new, and nobody counts twice by going in and out.
    if (since <= clock() - LIMITS.raid.window) return;
    const life = 2 * LIMITS.raid.window;
    const part = this.#part();
    const count = (where: string) => keep.countOnce(countKey(where, part), `${tag(where)}:joined:${session}`, life);
    await Promise.all([count(HOUSE), count(room)]);
  }

  /** One look, every two seconds on every node. */
  async look(): Promise<void> {
    const { keep, config, rooms } = this.#deps;
    const many = LIMITS.raid.joins * config.rateScale;
    const over = (await this.#joins(HOUSE)) >= many;
    if (over && !(await keep.claim(RAID, true, LIMITS.raid.quiet))) await keep.touch(RAID, LIMITS.raid.quiet);
    this.#raid = (await keep.get(RAID)) !== null;
    for (const { id } of rooms.all()) await this.#lookAt(id, many / 10);
  }

  async #lookAt(room: string, many: number): Promise<void> {
    const { keep, log } = this.#deps;
    const { lockdown } = this.#know(room, await log.gate(room));
    if (!this.#raid && lockdown?.by === 'raid') await this.end(room, 'raid');
    if (!this.#raid || lockdown || (await this.#joins(room)) < many) return;
    if ((await keep.get(calmKey(room))) === null) await this.begin(room, 'raid');
  }

  begin(room: string, by: Lockdown['by']): Promise<Gate> {
    return this.#turn(room, async ({ lockdown, slowSeconds }) => {
      if (lockdown) return null;
      if (by === 'staff') await this.#deps.keep.remove(calmKey(room));
      const slower = Math.max(slowSeconds, LIMITS.raid.slow);
      return { slowSeconds: slower, lockdown: { since: this.#deps.clock(), by, before: slowSeconds } };
    });
  }

  end(room: string, by: Lockdown['by']): Promise<Gate> {
    return this.#turn(room, async ({ lockdown, slowSeconds }) => {
      if (!lockdown) return null;
      if (by === 'staff' && this.#raid) await this.#deps.keep.set(calmKey(room), true, LIMITS.raid.calm);
      // A volunteer who changed the pause meanwhile knew why.
      const ours = slowSeconds === Math.max(lockdown.before, LIMITS.raid.slow);
      return { lockdown: null, slowSeconds: ours ? lockdown.before : slowSeconds };
    });
  }

  /** What one node does at a time, and says in the room; null changes nothing. */
  async #turn(
    room: string,
    change: (gate: Gate) => Promise<{ slowSeconds: number; lockdown: Lockdown | null } | null>,
  ): Promise<Gate> {
    const { keep, log, broadcast, bus } = this.#deps;
    if (!(await keep.claim(turnKey(room), true, TURN))) return this.#know(room, await log.gate(room));
    try {
      const before = await log.gate(room);
      const changed = await change(before);
      if (!changed) return this.#know(room, before);
      const gate = this.#know(room, await log.setGate(room, changed));
      await bus.publish(CHANNEL, { room, gate });
      await log.say(room, changed.lockdown ? 'lockdown_on' : 'lockdown_off');
      await broadcast.gateChanged(room);
      return gate;
    } finally {
      await keep.remove(turnKey(room));
    }
  }

  #know(room: string, gate: Gate): Gate {
    if (gate.lockdown) this.#lockdowns.set(room, gate.lockdown);
    else this.#lockdowns.delete(room);
    return gate;
  }

  async #joins(room: string): Promise<number> {
    const part = this.#part();
    const keys = Array.from({ length: PARTS }, (_, back) => countKey(room, part - back));
    const counts = await Promise.all(keys.map((key) => this.#deps.keep.get<number>(key)));
    return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  }

  #part(): number {
    return Math.floor(this.#deps.clock() / PART);
  }
}

/** All rooms together; no room has such a name. */
const HOUSE = '*';
/** What is counted of one room lies in one slot. */
const tag = (room: string): string => `{joins:${room}}`;
const countKey = (room: string, part: number): string => `${tag(room)}:${part}`;
