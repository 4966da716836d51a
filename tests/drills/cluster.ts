import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, startRedis } from '../support/services.ts';

const SLOTS = 16_384;

export interface TestCluster {
  /** As REDIS_URL takes it. */
  url: string;
  /** Each can be stopped and started again under its own address; what it held is gone. */
  nodes: { stop(): Promise<void>; start(): Promise<void> }[];
  stop(): Promise<void>;
}

/** A Redis Cluster of three masters on loopback. */
export async function startCluster(folder: string): Promise<TestCluster> {
  const nodes = await Promise.all([0, 1, 2].map((number) => startNode(join(folder, `node-${number}`))));
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  const clients = nodes.map(({ url }) => new Redis(url));
  await Promise.all(
    clients.map((client, i) => {
      const [from, to] = [i, i + 1].map((part) => Math.floor((SLOTS / nodes.length) * part));
      return client.cluster('ADDSLOTSRANGE', from ?? 0, (to ?? 0) - 1);
    }),
  );
  for (const { port, busPort } of nodes.slice(1)) await clients[0]?.call('CLUSTER', 'MEET', '127.0.0.1', port, busPort);
  for (const client of clients) while (!(await whole(client))) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const client of clients) client.disconnect();
  return { url: nodes.map(({ url }) => url).join(','), nodes, stop };
}

async function startNode(folder: string) {
  mkdirSync(folder, { recursive: true });
  const [port, busPort] = [await freePort(), await freePort()];
  const args = ['--port', `${port}`, '--cluster-enabled', 'yes', '--cluster-port', `${busPort}`];
  let running = await startRedis(folder, [...args, '--cluster-node-timeout', '2000']);
  const start = async () => {
    running = await startRedis(folder, [...args, '--cluster-node-timeout', '2000']);
  };
  return { url: `redis://127.0.0.1:${port}`, port, busPort, start, stop: () => running.stop() };
}

async function whole(client: Redis): Promise<boolean> {
  const info = await client.cluster('INFO');
  return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3');
}
