import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Open, redis } from '../contracts/backends.ts';
import { draft } from '../contracts/people.ts';
import { keepContract } from '../contracts/suites/keep.ts';
import { logContract } from '../contracts/suites/log.ts';
import { presenceContract } from '../contracts/suites/presence.ts';
import { atDesk, guest, hire } from '../support/people.ts';
import { endMain, type MainProcess, openTown, startMain } from '../support/town.ts';
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

test('two whole nodes on the cluster: people talk across them, a volunteer mutes, lets in, takes away and purges', async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  const nodes: MainProcess[] = [];
  onTestFinished(async () => void (await Promise.all(nodes.map((node) => endMain(node, 'SIGKILL')))));
  for (let at = 0; at < 2; at += 1) {
    nodes.push(await startMain({ folder: town.folder, env: { ...town.env, REDIS_URL: cluster.url } }));
  }
  const [here, there] = nodes as [MainProcess, MainProcess];
  const dana = await atDesk(here, await hire(town.house(), 'Dana', 'lead'));
  await dana.must('desk:open', {});
  for (const room of ['starting', 'cravings']) {
    const aigul = await guest(here, 'kk');
    const timur = await guest(there, 'ru');
    await aigul.must('room:join', { room });
    const { me } = await timur.must('room:join', { room });
    let count = 0;
    const says = (text: string) => timur.ask('message:send', { room, id: `${room}-message-${count++}`, text });
    const hears = (text: string) =>
      aigul.hears('entries', ({ entries }) => entries.some((one) => one.kind === 'message' && one.text === text));
    await dana.must('duty:start', {});
    expect(await says('Держусь')).toMatchObject({ data: { state: 'sent' } });
    await hears('Держусь');
    await dana.must('duty:end', {});
    expect(await says('Есть кто?')).toMatchObject({ data: { state: 'held' } });
    const { added } = await dana.hears('desk:held', (frame) => frame.added?.room === room);
    await dana.must('duty:start', {});
    await dana.must('held:decide', { heldId: added?.heldId ?? '', decision: 'approve' });
    await hears('Есть кто?');
    await dana.must('sanction:place', { room, member: me.member, sanction: 'mute_10m', reason: 'flood' });
    expect(await says('Ещё')).toMatchObject({ code: 'muted' });
    await dana.must('room:purge', { room });
    await aigul.hears('entries', ({ entries }) => entries.some((one) => one.kind === 'line' && one.line === 'purged'));
    await dana.must('duty:end', {});
    aigul.close();
    timur.close();
  }
  dana.close();
});
