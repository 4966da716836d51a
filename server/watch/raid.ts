import { LIMITS } from '../../shared/limits.ts';
import type { Deps, GuestWho } from '../ports/deps.ts';
import type { Raid } from '../ports/watch.ts';

type Needs = Pick<Deps, 'keep' | 'clock' | 'config' | 'log' | 'rooms' | 'broadcast'>;

/** Joins are counted in parts of the window. */
const PART = 10_000;
const PARTS = LIMITS.raid.window / PART;
const RAID = 'raid';
/** What a room's pause was before the raid. It outlives the raid, so that whichever node is left puts it back. */
const beforeKey = (room: string): string => `raid:${room}`;
const BEFORE_LIFE = 24 * 3_600_000;

/**
 * Very many new people at once: rooms they come into get slow mode, new sessions cost more, and first messages wait for a
 * volunteer, on all nodes, until it has been quiet for a while. All nodes count into the Keep; what is done once is claimed.
 */
export class RaidWatch implements Raid {
  readonly #deps: Needs;
  #since: number | null = null;
  /** A node that starts may find what another left behind. */
  #leftBehind = true;

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  since(): number | null {
    return this.#since;
  }

  async joined({ session, since }: GuestWho, room: string): Promise<void> {
    const { keep, clock } = this.#deps;
    const life = 2 * LIMITS.raid.window;
    // Who comes back after a lost connection is nobody new, and nobody counts twice by going in and out.
    if (since <= clock() - LIMITS.raid.window || !(await keep.claim(`joined:${session}`, 1, life))) return;
    const part = this.#part();
    await Promise.all(['', room].map((where) => keep.count(countKey(where, part), life)));
  }

  /** One look, every two seconds on every node. */
  async look(): Promise<void> {
    const { keep, clock, config } = this.#deps;
    const many = LIMITS.raid.joins * config.rateScale;
    const over = (await this.#joins('')) >= many;
    const raid = { since: clock() };
    if (over && !(await keep.claim(RAID, raid, LIMITS.raid.quiet))) await keep.touch(RAID, LIMITS.raid.quiet);
    this.#since = (await keep.get<typeof raid>(RAID))?.since ?? null;
    if (this.#since !== null) await this.#slowWhere(many / 10);
    else if (this.#leftBehind) await this.#putBack();
    this.#leftBehind = this.#since !== null;
  }

  async #slowWhere(many: number): Promise<void> {
    for (const { id } of this.#deps.rooms.all()) if ((await this.#joins(id)) >= many) await this.#slow(id);
  }

  async #slow(room: string): Promise<void> {
    const { keep, log } = this.#deps;
    const { slowSeconds } = await log.gate(room);
    if (!(await keep.claim(beforeKey(room), slowSeconds, BEFORE_LIFE))) return;
    if (slowSeconds < LIMITS.raid.slow) await log.setGate(room, { slowSeconds: LIMITS.raid.slow });
    await this.#say(room, 'raid_on');
  }

  async #putBack(): Promise<void> {
    const { keep, log, rooms } = this.#deps;
    for (const { id } of rooms.all()) {
      const before = await keep.take<number>(beforeKey(id));
      if (before === null) continue;
      // A volunteer who changed the pause meanwhile knew why.
      if ((await log.gate(id)).slowSeconds === LIMITS.raid.slow) await log.setGate(id, { slowSeconds: before });
      await this.#say(id, 'raid_off');
    }
  }

  async #say(room: string, line: 'raid_on' | 'raid_off'): Promise<void> {
    await this.#deps.log.say(room, line);
    await this.#deps.broadcast.gateChanged(room);
    await this.#deps.broadcast.toDesk(room, 'desk:raid', { on: line === 'raid_on' });
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

const countKey = (room: string, part: number): string => `joins:${part}:${room}`;
