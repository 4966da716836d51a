import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Unavailable } from '../../server/ports/log.ts';
import { redisStores, type Stores } from '../../server/stores.ts';
import { freePort, startRedis } from '../support/services.ts';
import { aigul, draft } from './people.ts';

/** What the stores say when Redis is gone, frozen, emptied or full: here each test has a Redis of its own to ill-treat. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-away-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'құпия-7c21';

async function scene() {
  const port = `${await freePort()}`;
  const start = async () => {
    const { stop } = await startRedis(folder, ['--port', port]);
    onTestFinished(stop);
    return { stop };
  };
  const redis = await start();
  const url = `redis://127.0.0.1:${port}`;
  const problems: string[] = [];
  const stores = await redisStores({ url, prefix: 'away', onProblem: (problem) => void problems.push(problem) });
  const admin = new Redis(url, { retryStrategy: () => null });
  admin.on('error', () => {});
  onTestFinished(async () => {
    admin.disconnect();
    await stores.close();
  });
  await stores.log.onDuty('r', 'dana', 'Dana');
  return { stores, redis, start, admin, problems, url };
}

/** Each of these must reject; none may hang or pass. */
const calls = ({ log, presence, keep, bus, ping }: Stores): Record<string, () => Promise<unknown>> => ({
  append: () => log.append(draft('r', secret)),
  say: () => log.say('r', 'locked'),
  retract: () => log.retract('r', 1),
  purge: () => log.purge('r'),
  after: () => log.after('r', 0, 10),
  before: () => log.before('r', 9, 10),
  watch: () => log.watch('new', () => {}),
  gate: () => log.gate('r'),
  onDuty: () => log.onDuty('r', 'dana', 'Dana'),
  sanction: () => log.sanction('r', 's', 'mute', Date.now() + 1000),
  held: () => log.held(['r']),
  decide: () => log.decide('r', 'x', 'approve'),
  expireHeld: () => log.expireHeld(['r']),
  arrive: () => presence.arrive('r', 'c', aigul),
  renew: () => presence.renew('r', ['c']),
  leave: () => presence.leave('r', 'c'),
  counts: () => presence.counts(['r']),
  reap: () => presence.reap(['r']),
  get: () => keep.get('k'),
  set: () => keep.set('k', secret, 1000),
  claim: () => keep.claim('k', secret, 1000),
  count: () => keep.count('k', 1000),
  publish: () => bus.publish('c', secret),
  subscribe: () => bus.subscribe('new', () => {}),
  ping,
});

async function allReject(stores: Stores): Promise<void> {
  const tried = Object.entries(calls(stores)).map(async ([name, call]) => {
    const error = await call().then(
      () => `${name} resolved`,
      (error: unknown) => error,
    );
    expect(error, name).toBeInstanceOf(Unavailable);
    expect(inspect(error, { depth: 20, showHidden: true }), name).not.toContain(secret);
  });
  await Promise.all(tried);
}

describe('Redis away', () => {
  test('dead: everything rejects; back: the Functions are there, watchers hear, the epoch is new', async () => {
    const { stores, redis, start, problems } = await scene();
    let hints = 0;
    await stores.log.watch('r', () => {
      hints += 1;
    });
    const heard: unknown[] = [];
    await stores.bus.subscribe('c', (message) => heard.push(message));
    const { epoch } = await stores.log.after('r', 0, 1);
    await stores.log.append(draft('r', secret));

    await redis.stop();
    await allReject(stores);
    await expect.poll(() => problems.join(), { timeout: 30_000 }).toContain('ECONNREFUSED');

    await start();
    await expect
      .poll(
        () =>
          stores.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    const page = await stores.log.after('r', 0, 10);
    expect(page).toMatchObject({ first: 1, last: 0, entries: [] });
    expect(page.epoch).not.toBe(epoch);
    expect(await stores.log.append(draft('r', 'x'))).toEqual({ state: 'refused', code: 'off_duty' });
    await stores.log.onDuty('r', 'dana', 'Dana');
    hints = 0;
    await stores.log.append(draft('r', 'back'));
    await expect.poll(() => hints, { timeout: 30_000 }).toBeGreaterThan(0);
    const say = () => stores.bus.publish('c', 'back').then(() => heard.length);
    await expect.poll(say, { timeout: 30_000 }).toBeGreaterThan(0);
  });

  test('frozen: a command is not waited for without end, and what was sent is done once', async () => {
    const { stores, admin } = await scene();
    const message = draft('q', secret);
    await stores.log.onDuty('q', 'dana', 'Dana');
    await admin.client('PAUSE', 3500, 'ALL');
    await Promise.all([expect(stores.log.append(message)).rejects.toBeInstanceOf(Unavailable), allReject(stores)]);
    await expect
      .poll(
        () =>
          stores.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(await stores.log.append(message)).toMatchObject({ state: 'sent', seq: 1 });
    expect((await stores.log.after('q', 0, 100)).entries).toMatchObject([{ id: message.id }]);
  });

  test('full: writes are refused, reads go on', async () => {
    const { stores, admin } = await scene();
    await stores.log.append(draft('r', 'before'));
    await admin.config('SET', 'maxmemory', '1');
    const { append, arrive, set } = calls(stores);
    for (const write of [append, arrive, set]) {
      const error = await write?.().catch((error: unknown) => error);
      expect(inspect(error, { depth: 20, showHidden: true })).toMatch(/^Unavailable: Redis: OOM/);
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
    }
    expect((await stores.log.after('r', 0, 10)).entries).toMatchObject([{ text: 'before' }]);
    expect(await stores.log.gate('r')).toMatchObject({ duty: 'on' });
    await admin.config('SET', 'maxmemory', '0');
    expect(await stores.log.append(draft('r', 'x'))).toMatchObject({ state: 'sent', seq: 2 });
  });

  test('emptied: a new epoch begins and an old answer is not remembered', async () => {
    const { stores, admin } = await scene();
    const message = draft('r', secret);
    await stores.log.append(message);
    const { epoch } = await stores.log.after('r', 0, 1);
    await admin.flushall();
    await admin.function('FLUSH');
    await stores.log.onDuty('r', 'dana', 'Dana');
    const sent = await stores.log.append(message);
    expect(sent).toMatchObject({ state: 'sent', seq: 1 });
    expect(sent).not.toMatchObject({ epoch });
    expect(await stores.presence.renew('r', ['c'])).toEqual(['c']);
  });

  test('not there at the start: the stores come up without it and work as soon as it is', async () => {
    const port = `${await freePort()}`;
    const stores = await redisStores({ url: `redis://127.0.0.1:${port}`, prefix: 'late' });
    onTestFinished(stores.close);
    await allReject(stores);
    const { stop } = await startRedis(folder, ['--port', port]);
    onTestFinished(stop);
    await expect
      .poll(
        () =>
          stores.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    await stores.log.onDuty('r', 'dana', 'Dana');
    expect(await stores.log.append(draft('r', 'x'))).toMatchObject({ state: 'sent', seq: 1 });
  });

  test('a listening connection that is cut again and again still hears every channel afterwards', async () => {
    const { stores, admin } = await scene();
    const channels = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const heard = new Set<string>();
    for (const channel of channels) await stores.bus.subscribe(channel, () => void heard.add(channel));
    for (let cuts = 0; cuts < 8; ) cuts += Number(await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));
    const tellAll = async () => {
      await Promise.all(channels.map((channel) => stores.bus.publish(channel, 1)));
      return heard.size;
    };
    await expect.poll(tellAll, { timeout: 30_000 }).toBe(channels.length);
  });

  test('closing is once-only and leaves no connection behind', async () => {
    const { stores, admin } = await scene();
    await Promise.all([stores.close(), stores.close()]);
    const clients = (await admin.client('LIST')) as string;
    expect(clients.trim().split('\n')).toHaveLength(1);
    await expect(stores.ping()).rejects.toBeInstanceOf(Unavailable);
  });
});
