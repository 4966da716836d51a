import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { redisStores, type Stores } from '../../server/stores.ts';
import { draft } from '../contracts/people.ts';
import { freePort, line, startRedis, stop } from '../support/services.ts';

/** A Redis that keeps an append-only file, as in production, and can be killed. */
async function durableRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-killed-'));
  const port = `${await freePort()}`;
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes'];
  let child: ChildProcess;
  const start = async () => {
    child = spawn('redis-server', [...args, '--appendfsync', 'everysec'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await line(child, /Ready to accept connections/);
  };
  await start();
  onTestFinished(async () => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: `redis://127.0.0.1:${port}`, start, kill: () => stop(child, 'SIGKILL') };
}

/** Sends one message after the other until told to stop, each again and again until it is acknowledged. */
function sender(stores: Stores, name: string) {
  const acknowledged = new Map<string, number>();
  const times: number[] = [];
  let on = true;
  const run = async () => {
    for (let i = 0; on; i += 1) {
      const message = draft('r', `${name} ${i}`, { session: name, staff: true });
      while (on && !acknowledged.has(message.id)) {
        const answer = await stores.log.append(message).catch(() => wait(20));
        if (answer?.state !== 'sent') continue;
        acknowledged.set(message.id, answer.seq);
        times.push(performance.now());
      }
    }
  };
  const running = run();
  const end = () => {
    on = false;
    return running;
  };
  return { acknowledged, times, end };
}

test('Redis killed under load: nothing acknowledged is lost or doubled, nothing is acknowledged meanwhile', async () => {
  const redis = await durableRedis();
  const nodes = await Promise.all([1, 2, 3].map(() => redisStores({ url: redis.url, prefix: 'killed' })));
  onTestFinished(async () => void (await Promise.all(nodes.map((node) => node.close()))));
  const senders = nodes.flatMap((node, n) => Array.from({ length: 10 }, (_, i) => sender(node, `s-${n}-${i}`)));
  const total = () => senders.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  await expect.poll(total, { timeout: 30_000 }).toBeGreaterThan(2000);

  await redis.kill();
  const killed = performance.now();
  await wait(5000);
  const back = performance.now();
  await redis.start();
  const after = total();
  await expect.poll(total, { timeout: 10_000 }).toBeGreaterThan(after + 500);
  // Each node came back, not only the quickest.
  const waiting = () => senders.filter(({ times }) => (times.at(-1) ?? 0) < back).length;
  await expect.poll(waiting, { timeout: 10_000 - (performance.now() - back) }).toBe(0);
  await Promise.all(senders.map((one) => one.end()));

  const meanwhile = senders.flatMap(({ times }) => times).filter((time) => time > killed + 50 && time < back);
  expect(meanwhile).toEqual([]);
  const { entries } = await (nodes[0] as Stores).log.after('r', 0, 1_000_000);
  const stored = new Map<string, number>();
  for (const entry of entries) if (entry.kind === 'message') stored.set(entry.id ?? '', entry.seq);
  expect(stored.size).toBe(entries.length);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
  const lost = senders.flatMap(({ acknowledged }) => [...acknowledged]).filter(([id, seq]) => stored.get(id) !== seq);
  expect(lost).toEqual([]);
  console.log(
    `${total()} acknowledged, ${entries.length} stored, 0 lost, 0 acknowledged during ${Math.round(back - killed)} ms`,
  );
});

test('a network that swallows packets: calls reject, and 10 s after new connections pass everything works', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-swallow-'));
  const redis = await startRedis(folder);
  const proxy = await swallowingProxy(Number(new URL(redis.url).port));
  onTestFinished(async () => {
    proxy.close();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const stores = await redisStores({ url: proxy.url, prefix: 'swallowed' });
  onTestFinished(stores.close);
  let heard = 0;
  await stores.bus.subscribe('c', () => {
    heard += 1;
  });
  proxy.swallow();
  const started = performance.now();
  const send = () =>
    stores.log.append(draft('r', 'x', { staff: true })).then(
      ({ state }) => state,
      (error: Error) => error.name,
    );
  expect(await send()).toBe('Unavailable');
  expect(performance.now() - started).toBeLessThan(2500);
  await expect.poll(send, { timeout: 10_000 }).toBe('sent');
  const tell = () => stores.bus.publish('c', 1).then(() => heard);
  await expect.poll(tell, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});

/** Forwards until told to swallow; connections made after that are forwarded again. */
async function swallowingProxy(target: number) {
  const pairs = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      pairs.add(from);
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const swallow = () => {
    for (const socket of pairs) socket.unpipe().resume();
  };
  const close = () => {
    server.close();
    for (const socket of pairs) socket.destroy();
  };
  return { url: `redis://127.0.0.1:${port}`, swallow, close };
}
