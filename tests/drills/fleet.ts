import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startRedis, stop } from '../support/services.ts';
import { startProxy, type Way } from './proxy.ts';

const NODE = new URL('node.ts', import.meta.url).pathname;

export interface NodeProcess {
  address: string;
  port: number;
  child: ChildProcess;
}

/** Nodes in processes of their own behind one proxy, on one Redis. Everything ends with the test. */
export interface Fleet {
  redisUrl: string;
  proxy: Way;
  nodes: NodeProcess[];
  /** Ends node `at` with this signal; resolves to its exit code (null after a kill) and how long it took, ms. */
  end(at: number, signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
  /** Starts a new process in its place. */
  restart(at: number): Promise<void>;
}

export async function startFleet({ nodes: count = 3, rooms = 6 } = {}): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-fleet-'));
  const redis = await startRedis(folder);
  const start = () => startProcess({ REDIS_URL: redis.url, ROOMS: `${rooms}` });
  const nodes = await Promise.all(Array.from({ length: count }, start));
  const proxy = await startProxy(nextReady(nodes));
  onTestFinished(async () => {
    proxy.close();
    await Promise.all(nodes.map(({ child }) => stop(child, 'SIGKILL')));
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    redisUrl: redis.url,
    proxy,
    nodes,
    end: async (at, signal) => {
      const { child } = nodes[at] as NodeProcess;
      const began = performance.now();
      await stop(child, signal);
      return { code: child.exitCode, ms: performance.now() - began };
    },
    restart: async (at) => {
      nodes[at] = await start();
    },
  };
}

async function startProcess(env: Record<string, string>): Promise<NodeProcess> {
  const child = fork(NODE, { env: { ...process.env, ...env }, execArgv: [] });
  const [{ address }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a node ended while it started'))),
  ])) as [{ address: string }];
  return { address, port: Number(new URL(address).port), child };
}

/** One node after the other, without those that do not say that they are ready. */
function nextReady(nodes: readonly NodeProcess[]): () => Promise<number> {
  let turn = 0;
  return async () => {
    for (const _ of nodes) {
      turn += 1;
      const { address, port } = nodes[turn % nodes.length] as NodeProcess;
      const ready = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(1000) }).catch(() => null);
      if (ready?.ok) return port;
    }
    throw new Error('no node is ready');
  };
}
