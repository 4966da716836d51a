import { LIMITS } from '../shared/limits.ts';
import { MemoryBus, MemoryKeep } from './keep/memory.ts';
import { RedisBus, RedisKeep } from './keep/redis.ts';
import { MemoryLog } from './log/memory.ts';
import { RedisLog } from './log/redis.ts';
import type { Clock } from './ports/clock.ts';
import type { Bus, Keep } from './ports/keep.ts';
import type { RoomLog } from './ports/log.ts';
import type { Presence } from './ports/presence.ts';
import { MemoryPresence } from './presence/memory.ts';
import { RedisPresence } from './presence/redis.ts';
import { Link, type LinkOptions } from './redis/link.ts';

/** Everything that several nodes share, on one back end. */
export interface Stores {
  log: RoomLog;
  presence: Presence;
  keep: Keep;
  bus: Bus;
  /** Resolves when the back end answers; rejects with `Unavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The stores of a single process; all of it ends with the process. */
export function memoryStores({ clock = Date.now }: { clock?: Clock } = {}): Stores {
  const stores = {
    log: new MemoryLog(clock),
    presence: new MemoryPresence(clock),
    keep: new MemoryKeep(clock),
    bus: new MemoryBus(),
  };
  const all = Object.values(stores);
  return {
    ...stores,
    ping: async () => {},
    close: async () => void (await Promise.all(all.map((store) => store.close()))),
  };
}

/** How long a start waits for Redis before it goes on without; connecting goes on in the background. */
const FIRST_CONNECTION = 3000;

/**
 * The stores of several nodes, on one Redis (7.0 or later) or Redis Cluster. Resolves also when Redis cannot be reached, for
 * the pages do without it: ask `ping`. `messageLife`: how long messages stay, ms (MESSAGE_TTL).
 */
export async function redisStores(options: LinkOptions & { messageLife?: number }): Promise<Stores> {
  const link = new Link(options);
  const log = new RedisLog(link, options.messageLife ?? LIMITS.messageLife);
  const presence = new RedisPresence(link);
  const keep = new RedisKeep(link);
  await link.ready(FIRST_CONNECTION);
  // A library that cannot be loaded now is loaded by the first call that needs it.
  await Promise.allSettled([log.load(), presence.load(), keep.load()]);
  return { log, presence, keep, bus: new RedisBus(link), ping: () => link.ping(), close: () => link.close() };
}
