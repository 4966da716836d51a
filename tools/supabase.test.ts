import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSupabase } from '../server/database/open.ts';
import { readDirectory } from '../server/database/read-directory.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'tirek-supabase-'));
let child: ChildProcess;
let said = '';

const start = (file: string, ...args: string[]) =>
  spawn(process.execPath, [`tools/${file}.ts`, ...args], { env: { ...process.env, DATA_DIR } });

/** Runs a tool to its end; its exit code and all it said. */
async function run(file: string, ...args: string[]): Promise<string> {
  const tool = start(file, ...args);
  let output = '';
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(tool, 'close')) as [number];
  return `${code}: ${output}`;
}

beforeAll(async () => {
  cpSync(String(process.env.TIREK_TEST_HOUSE), DATA_DIR, { recursive: true });
  child = start('supabase', '0');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Keys')) resolve();
    });
    child.stderr?.on('data', (chunk) => reject(new Error(String(chunk))));
  });
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(DATA_DIR, { recursive: true });
});

test('several servers share one embedded database over HTTP, with the rights of a hosted project', async () => {
  const file = join(DATA_DIR, 'supabase.json');
  const { publishableKey, secretKey } = JSON.parse(readFileSync(file, 'utf8'));
  expect(said).toContain(file);
  expect(said).not.toContain(secretKey);
  const url = /SUPABASE_URL=(\S+)/.exec(said)?.[1] ?? '';
  const supabase = { url, publishableKey, secretKey };
  const [one, two] = [await openSupabase({ dataDir: '', supabase }), await openSupabase({ dataDir: '', supabase })];
  expect((await readDirectory(one.supabase.asPublic())).listings).toHaveLength(96);

  const { userId } = await one.accounts.create('dana@example.com', 'түнгі дала тыныш еді');
  const trainee = { id: userId, working_name: 'Dana', role: 'trainee' as const };
  expect((await one.supabase.asPublic().from('staff').insert(trainee)).error?.code).toBe('42501');
  await one.supabase.asService().from('staff').insert(trainee).throwOnError();
  const { access } = await two.accounts.signIn('dana@example.com', 'түнгі дала тыныш еді');
  const { data } = await two.supabase.asStaff(access).from('staff').select('working_name');
  expect(data).toEqual([{ working_name: 'Dana' }]);
  const keyless = await fetch(new URL('/rest/v1/staff', url));
  expect(keyless.status).toBe(401);
});

test('the folder cannot be used twice, a wrong port is refused, SIGTERM ends it with 0', async () => {
  expect(await run('supabase', '0')).toMatch(/^1: Another Tirek \(process \d+\) is using the folder/);
  expect(await run('supabase', 'http')).toBe('1: The port must be a number from 0 to 65535.\n');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const verified = await run('audit-verify');
  expect(verified).toBe('0: 0 rows, all in one chain.\n');
  expect(await run('audit-verify', 'nonsense')).toMatch(/^1: The head must be written/);
  expect(await run('audit-verify', `1:${'0'.repeat(64)}`)).toBe(
    '1: Row 1 is not the noted one: the audit was cut or rewritten.\n',
  );
});
