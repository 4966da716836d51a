import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Open, redis } from '../contracts/backends.ts';
import { draft } from '../contracts/people.ts';
import { keepContract } from '../contracts/suites/keep.ts';
import { logContract } from '../contracts/suites/log.ts';
import { presenceContract } from '../contracts/suites/presence.ts';
import { startCluster } from './cluster.ts';

/** The same contracts on a Redis Cluster of three masters. */
let folder: string;
let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-cluster-'));
  cluster = await startCluster(folder);
});
afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('Redis Cluster', () => {
  const open: Open = () => redis(cluster.url)();
  logContract(open);
  presenceContract(open);
  keepContract(open);

  test('rooms are spread over all masters, and one listing spans them', async () => {
    const { one, other, close } = await open();
    const rooms = Array.from({ length: 30 }, (_, i) => `room-${i}`);
    await Promise.all(rooms.map((room) => one.presence.arrive(room, 'c', { member: 'm', name: 'Айгүл' })));
    expect([...(await other.presence.counts(rooms)).values()]).toEqual(rooms.map(() => 1));
    for (const url of cluster.url.split(',')) {
      const master = new Redis(url);
      expect(await master.dbsize(), url).toBeGreaterThan(0);
      master.disconnect();
    }
    await close();
  });

  test('listening connections that are cut again and again still hear every channel afterwards', async () => {
    const { one, other, close } = await open();
    const channels = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const heard = new Set<string>();
    for (const channel of channels) await one.bus.subscribe(channel, () => void heard.add(channel));
    const masters = cluster.url.split(',').map((url) => new Redis(url));
    for (let cuts = 0; cuts < 24; ) {
      for (const master of masters) cuts += Number(await master.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));
    }
    for (const master of masters) master.disconnect();
    const tellAll = async () => {
      await Promise.all(channels.map((channel) => other.bus.publish(channel, 1)));
      return heard.size;
    };
    await expect.poll(tellAll, { timeout: 60_000 }).toBe(channels.length);
    await close();
  });

  test('a master that dies makes its rooms unavailable; when it is back everything works, subscriptions too', async () => {
    const { one, other, close } = await open();
    const rooms = Array.from({ length: 12 }, (_, i) => `room-${i}`);
    const heard = new Set<string>();
    for (const room of rooms) await one.bus.subscribe(room, () => void heard.add(room));
    const send = (room: string) =>
      other.log.append(draft(room, 'x', { staff: true })).then(
        ({ state }) => state,
        (error: Error) => error.name,
      );
    const sendAll = async () => new Set(await Promise.all(rooms.map(send)));
    expect(await sendAll()).toEqual(new Set(['sent']));

    const [node] = cluster.nodes;
    await node?.stop();
    expect(await sendAll()).toContain('Unavailable');
    await node?.start();
    await expect.poll(sendAll, { timeout: 30_000 }).toEqual(new Set(['sent']));
    heard.clear();
    const tellAll = () => Promise.all(rooms.map((room) => other.bus.publish(room, 1))).then(() => heard.size);
    await expect.poll(tellAll, { timeout: 30_000 }).toBe(rooms.length);
    await close();
  });
});
