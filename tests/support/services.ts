import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openSupabase } from '../../server/database/open.ts';
import { readDirectory } from '../../server/database/read-directory.ts';
import { seedDirectory } from '../../server/database/seed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    redisUrl: string;
    postgresUrl: string;
  }
}

const POSTGRES_BIN = '/usr/lib/postgresql/15/bin';

/** Starts one Redis and one PostgreSQL on free ports in temporary folders for the whole run, and takes them away after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-services-'));
  const started: Service[] = [];
  const stopAll = async () => {
    await Promise.all(started.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const redis = await startRedis(folder);
    started.push(redis);
    const postgres = await startPostgres(folder);
    started.push(postgres);
    project.provide('redisUrl', redis.url);
    project.provide('postgresUrl', postgres.url);
    process.env.TIREK_TEST_HOUSE = await makeTemplate(join(folder, 'house'));
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}

/** An embedded database, migrated and seeded once; each test file opens a copy. What it publishes stands beside it as JSON. */
async function makeTemplate(dataDir: string): Promise<string> {
  const { supabase } = await openSupabase({ dataDir, supabase: null });
  await seedDirectory(supabase.asService());
  writeFileSync(`${dataDir}.directory.json`, JSON.stringify(await readDirectory(supabase.asPublic())));
  await supabase.close();
  return dataDir;
}

interface Service {
  url: string;
  stop(): Promise<void>;
}

/** `args` add to or replace the defaults (no persistence, no slow log), e.g. for a drill with an append-only file. */
export async function startRedis(folder: string, args: string[] = []): Promise<Service> {
  const port = await freePort();
  const flags = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--slowlog-log-slower-than',
    '-1',
  ];
  const child = spawn('redis-server', [...flags, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  await line(child, /Ready to accept connections/);
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(child) };
}

async function startPostgres(folder: string): Promise<Service> {
  const port = await freePort();
  const data = join(folder, 'postgres');
  const user = process.getuid?.() === 0 ? postgresUser() : null;
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  if (user) chownSync(folder, user.uid, user.gid);
  const bin = existsSync(POSTGRES_BIN) ? `${POSTGRES_BIN}/` : '';
  execFileSync(
    `${bin}initdb`,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    {
      ...as,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const flags = [
    '-D',
    data,
    '-p',
    `${port}`,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'fsync=off',
    '-c',
    'max_connections=200',
  ];
  const child = spawn(`${bin}postgres`, flags, { ...as, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  await line(child, /ready to accept connections/);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(child, 'SIGINT') };
}

function postgresUser(): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Waits until the child says `wanted`; rejects with what it said when it ends before. */
export function line(child: ReturnType<typeof spawn>, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString();
      if (wanted.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)));
  });
}

export async function stop(child: ReturnType<typeof spawn>, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
