import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedAccounts } from '../../server/database/accounts/embedded.ts';
import { clients } from '../../server/database/clients.ts';
import { serve } from '../../server/database/embedded/serve.ts';
import { type Embedded, startEmbedded } from '../../server/database/embedded.ts';
import { sealer } from '../../server/database/seal.ts';
import { seedDirectory } from '../../server/database/seed.ts';
import { type House, TEMPLATE } from './node.ts';
import { freePort, line, startRedis, stop } from './services.ts';

/** One Redis and one Supabase for several nodes, each of which can be stopped and started again under its address. */
export interface Town {
  folder: string;
  redis: Switch & { url: string };
  supabase: Switch & { url: string };
  /** The database for the test's own eyes and hands, past every policy. Only while it runs. */
  house(): House;
  /** What a node's environment says of the two. */
  env: Record<string, string>;
  close(): Promise<void>;
}

export interface Switch {
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openTown(): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-town-'));
  const redisPort = `${await freePort()}`;
  const redisUrl = `redis://127.0.0.1:${redisPort}`;
  const redisArgs = ['--port', redisPort, '--appendonly', 'yes', '--appendfsync', 'everysec'];
  let redis = await startRedis(folder, redisArgs);
  const data = join(folder, 'supabase');
  const template = process.env[TEMPLATE];
  if (template) cpSync(template, data, { recursive: true });
  let embedded = await startEmbedded(data);
  if (!template) await seedDirectory(clients(embedded.address, async () => {}).asService());
  let served = await serve(embedded, 0);
  const { publishableKey, secretKey } = embedded.address;
  const port = Number(new URL(served.url).port);
  const supabase = {
    url: served.url,
    stop: async () => {
      await served.close();
      await embedded.close();
    },
    start: async () => {
      embedded = await startEmbedded(data);
      served = await serve(embedded, port);
    },
  };
  return {
    folder,
    redis: {
      url: redisUrl,
      stop: () => redis.stop(),
      start: async () => {
        redis = await startRedis(folder, redisArgs);
      },
    },
    supabase,
    house: () => houseOf(embedded, folder),
    env: {
      REDIS_URL: redisUrl,
      SUPABASE_URL: served.url,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      SUPABASE_SECRET_KEY: secretKey,
    },
    close: async () => {
      await served.close();
      await embedded.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function houseOf(embedded: Embedded, folder: string): House {
  return {
    supabase: clients(embedded.address, async () => {}),
    accounts: embeddedAccounts(embedded),
    sealer: sealer(embedded.address.secretKey),
    folder,
    close: async () => {},
  };
}

export interface MainProcess {
  address: string;
  child: ChildProcess;
}

/** The server as `npm start` runs it, in a process of its own, on the town's stores; `more` for its environment. */
export async function startMain(
  { env, folder }: Pick<Town, 'env' | 'folder'>,
  more: Record<string, string> = {},
): Promise<MainProcess> {
  const own = { PORT: '0', DATA_DIR: mkdtempSync(join(folder, 'node-')), RATE_SCALE: '1000000', POW_COST: '0' };
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, ...env, ...own, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await line(child, /listens at (\S+)\//);
  return { address: /listens at (\S+)\//.exec(said)?.[1] ?? '', child };
}

/** Ends it; its exit code (null after a kill) and how long that took, ms. */
export async function endMain(
  { child }: MainProcess,
  signal: NodeJS.Signals,
): Promise<{ code: number | null; ms: number }> {
  const began = performance.now();
  await stop(child, signal);
  return { code: child.exitCode, ms: performance.now() - began };
}
