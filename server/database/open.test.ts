import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Accounts, Supabase } from '../ports/database.ts';
import { openSupabase } from './open.ts';
import { readDirectory } from './read-directory.ts';
import { seedDirectory } from './seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-database-'));
const data = join(folder, 'data');
let open: { supabase: Supabase; accounts: Accounts };

/** A copy of the run's own database, made in `name`. */
function copied(name: string): string {
  cpSync(String(process.env.TIREK_TEST_HOUSE), join(folder, name), { recursive: true });
  return join(folder, name);
}

beforeAll(async () => {
  // A first start that was cut short.
  mkdirSync(join(data, 'postgres.new', 'base'), { recursive: true, mode: 0o700 });
  open = await openSupabase({ dataDir: data, supabase: null });
});
afterAll(async () => {
  await open.supabase.close();
  rmSync(folder, { recursive: true });
});

/** Opens the database in a process of its own; what it printed, or the sentence with which it was refused. */
async function inAnotherProcess(dataDir: string, after = ''): Promise<string> {
  const code = `import { openSupabase } from './server/database/open.ts';
    try { const { supabase, accounts } = await openSupabase({ dataDir: ${JSON.stringify(dataDir)}, supabase: null }); ${after}; await supabase.close(); }
    catch (error) { console.log(error.message); process.exitCode = 3; }`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  return run.then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ code: exit, stdout, stderr }) => `${exit}: ${stdout}${stderr}`,
  );
}

test('the rooms wait in three languages with five rules each', async () => {
  const { data: rooms } = await open.supabase.asPublic().from('rooms').select('*').order('position');
  expect(rooms?.map(({ id }) => id).slice(0, 4)).toEqual(['starting', 'cravings', 'families', 'qazaqsha']);
  for (const room of rooms ?? []) {
    expect([room.name_kk, room.name_ru, room.name_en, room.about_kk, room.about_ru, room.about_en]).not.toContain('');
    expect([room.rules_kk, room.rules_ru, room.rules_en].map((rules) => rules.length)).toEqual([5, 5, 5]);
  }
});

test('the seed is loaded once, with progress, and read back as the pages need it', async () => {
  const steps: string[] = [];
  const written = await seedDirectory(open.supabase.asService(), (name, done, of) =>
    steps.push(`${name} ${done}/${of}`),
  );
  expect(written).toBe(20 + 16 + 96 + 23);
  expect(steps).toEqual(['regions 20/20', 'helplines 16/16', 'listings 50/96', 'listings 96/96', 'leads 23/23']);
  expect(await seedDirectory(open.supabase.asService())).toBe(0);

  const directory = await readDirectory(open.supabase.asPublic());
  expect(directory.regions).toHaveLength(20);
  expect(directory.helplines.map(({ number }) => number).slice(0, 2)).toEqual(['112', '103']);
  expect(
    directory.helplines
      .filter(({ note }) => note !== null)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['aa-kk', 'aa-nauryz', 'kz-150']);
  expect(directory.listings).toHaveLength(96);
  expect(directory.listings.filter(({ phones }) => phones.length === 0)).toHaveLength(74);
  const centre = directory.listings.find(({ id }) => id === 'ala-cpz-narco');
  expect(centre?.phones[0]).toEqual({
    number: '+7 (727) 382-36-21',
    dial: '+77273823621',
    remark: 'приемный покой, 24/7',
  });
  const nameless = directory.listings.flatMap(({ name }) => Object.values(name)).filter((name) => name === '');
  expect(nameless).toEqual([]);
});

test('a later seed does not touch what a person has edited', async () => {
  const service = open.supabase.asService();
  await service
    .from('listings')
    .update({ hours: 'Mon', edited_at: new Date(0).toISOString() })
    .eq('id', 'ala-cpz-narco');
  await service.from('seeds').update({ sha256: 'older' }).eq('name', 'listings');
  expect(await seedDirectory(service)).toBe(95);
  const { data: row } = await service.from('listings').select('hours').eq('id', 'ala-cpz-narco').single();
  expect(row).toEqual({ hours: 'Mon' });
});

test('a second process on the same folder is refused in one sentence', async () => {
  expect(await inAnotherProcess(data)).toBe(
    `3: Another Tirek (process ${process.pid}) is using the folder ${data}. Stop it first, or choose another DATA_DIR.\n`,
  );
  await expect(openSupabase({ dataDir: data, supabase: null })).rejects.toThrow(/Another Tirek/);
});

test('what was acknowledged outlives a killed process, whose lock is taken over', async () => {
  const other = copied('killed');
  const insert = `await supabase.asService().from('seeds').insert({ name: 'kept', sha256: 'x' }).throwOnError();
    console.log('acknowledged'); process.kill(process.pid, 'SIGKILL')`;
  expect(await inAnotherProcess(other, insert)).toContain('acknowledged');
  const lock = readFileSync(join(other, 'lock'), 'utf8');
  expect(lock).toMatch(/^\d+ /);
  // The same pid with another start time, as after the restart of a container.
  writeFileSync(join(other, 'lock'), `${process.pid} 1`);
  const again = await openSupabase({ dataDir: other, supabase: null });
  const { data: rows } = await again.supabase.asService().from('seeds').select('name').eq('name', 'kept');
  await again.supabase.close();
  expect(rows).toEqual([{ name: 'kept' }]);
});

test('the secrets are readable by the owner alone', () => {
  expect(statSync(join(data, 'supabase.json')).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(readdirSync(data).sort()).toEqual(['lock', 'postgres', 'supabase.json']);
});

test('a folder that cannot be used is refused in one sentence', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o600);
  expect(await inAnotherProcess(join(file, 'data'))).toBe(
    `3: The folder ${join(file, 'data')} cannot be used (ENOTDIR). Give this user the right to write there, or choose another DATA_DIR.\n`,
  );
});

test('a damaged database is refused in one sentence that names its folder', async () => {
  const other = copied('damaged');
  rmSync(join(other, 'postgres', 'global'), { recursive: true });
  expect(await inAnotherProcess(other)).toMatch(/^3: The database in \S+damaged\/postgres could not be opened: .+\n$/);
});

test('a database whose thread died is there again for later requests, with what was acknowledged', async () => {
  const other = copied('died');
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const again = await openSupabase({ dataDir: other, supabase: null });
  const service = again.supabase.asService();
  await service.from('seeds').insert({ name: 'kept', sha256: 'x' }).throwOnError();
  await (posted.mock.contexts.at(-1) as Worker).terminate();
  posted.mockRestore();
  await vi.waitFor(async () => {
    const { data: rows } = await service.from('seeds').select('name').eq('name', 'kept');
    expect(rows).toEqual([{ name: 'kept' }]);
  }, 30_000);
  await again.supabase.close();
});

test('a query that fails prints nothing', async () => {
  const fails = `const { error } = await supabase.asService().from('rooms').insert({ id: 'starting', room_group: 'x', name_kk: 'secret words', name_ru: 'x', name_en: 'x' });
    console.log(error.code)`;
  expect(await inAnotherProcess(copied('silent'), fails)).toBe('23505\n');
});

test('with a hosted project nothing of the embedded database is loaded', async () => {
  const code = `import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve(name, context, next) { const found = next(name, context); loaded.push(found.url); return found; } });
    const { openSupabase } = await import('./server/database/open.ts');
    const hosted = { url: 'http://127.0.0.1:1', publishableKey: 'sb_publishable_x', secretKey: 'sb_secret_x' };
    const { supabase } = await openSupabase({ dataDir: '/nowhere', supabase: hosted });
    await supabase.close();
    console.log(loaded.some((url) => url.endsWith('/accounts/hosted.ts')), loaded.filter((url) => /supabase\\/lite|pglite|embedded/.test(url)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  expect(stdout).toBe('true []\n');
});
