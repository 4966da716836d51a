import { randomUUID } from 'node:crypto';
import { Cluster, Redis } from 'ioredis';
import { memoryStores, redisStores, type Stores } from '../../server/stores.ts';

/** Two servers on one back end. */
export interface Backend {
  one: Stores;
  other: Stores;
  /** Moves the stores' clock forward. */
  pass(ms: number): void;
  /** All that the back end holds under this test's prefix, as text; `null` for memory, which only the port can read. */
  dump(): Promise<string | null>;
  close(): Promise<void>;
}
export type Open = () => Promise<Backend>;

function movingClock() {
  let moved = 0;
  const pass = (ms: number) => {
    moved += ms;
  };
  return { shift: () => moved, pass };
}

/** In memory the two servers are one process, so both handles are the same. */
export const memory: Open = async () => {
  const { shift, pass } = movingClock();
  const stores = memoryStores({ clock: () => Date.now() + shift() });
  return { one: stores, other: stores, pass, dump: async () => null, close: stores.close };
};

/** `url` as REDIS_URL: several with commas are a cluster. */
export const redis =
  (url: string): Open =>
  async () => {
    const { shift, pass } = movingClock();
    const prefix = `test-${randomUUID()}`;
    const open = () => redisStores({ url, prefix, shift });
    const [one, other] = await Promise.all([open(), open()]);
    const close = async () => {
      await Promise.all([one.close(), other.close()]);
      await withMasters(url, async (master) => {
        for (const key of await master.keys(`*${prefix}*`)) await master.del(key);
      });
    };
    return { one, other, pass, dump: () => dumpOf(url, prefix), close };
  };

async function dumpOf(url: string, prefix: string): Promise<string> {
  const found: string[] = [];
  await withMasters(url, async (master) => {
    for (const key of await master.keys(`*${prefix}*`)) found.push(`${key} ${JSON.stringify(await read(master, key))}`);
  });
  return found.join('\n');
}

async function read(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === 'string') return redis.get(key);
  if (type === 'list') return redis.lrange(key, '0', '-1');
  if (type === 'hash') return redis.hgetall(key);
  if (type === 'zset') return redis.zrange(key, '0', '-1', 'WITHSCORES');
  if (type === 'none') return null;
  throw new Error(`the dump cannot read a ${type}`);
}

async function withMasters(url: string, act: (master: Redis) => Promise<void>): Promise<void> {
  if (!url.includes(',')) {
    const redis = new Redis(url);
    await act(redis);
    await redis.quit();
    return;
  }
  const cluster = new Cluster(url.split(','));
  await cluster.ping();
  for (const master of cluster.nodes('master')) await act(master);
  await cluster.quit();
}
