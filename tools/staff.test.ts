import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../server/database/embedded/serve.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { deskBrowser } from '../tests/support/desk.ts';
import { type House, openHouse, startNode, type TestNode } from '../tests/support/node.ts';
import { hire, type StaffInTest } from '../tests/support/people.ts';

let house: House;
let saule: StaffInTest;

beforeAll(async () => {
  house = await openHouse();
  saule = await hire(house, 'Saule', 'lead');
  const { id } = await hire(house, 'Dana', 'moderator');
  const staffTable = () => house.supabase.asService().from('staff');
  await staffTable().update({ working_name: 'Dana of the evening' }).eq('id', id).throwOnError();
  const marat = await hire(house, 'Marat', 'trainee');
  await staffTable().update({ active: false }).eq('id', marat.id).throwOnError();
});
afterAll(async () => {
  await house.supabase.close();
  rmSync(house.folder, { recursive: true, force: true });
});

/** Runs the command to its end; its exit code and all it said. */
async function staff(env: Record<string, string>, ...args: string[]): Promise<string> {
  const { REDIS_URL: _redis, ...rest } = process.env;
  const tool = spawn(process.execPath, ['tools/staff.ts', ...args], { env: { ...rest, ...env } });
  let output = '';
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(tool, 'close')) as [number];
  return `${code}: ${output}`;
}

test("a hosted project is reached with the environment's keys while the server runs", async () => {
  await house.supabase.close();
  const embedded = await startEmbedded(house.folder);
  const hosted = await serve(embedded, 0);
  const { publishableKey, secretKey } = embedded.address;
  const env = { SUPABASE_URL: hosted.url, SUPABASE_PUBLISHABLE_KEY: publishableKey, SUPABASE_SECRET_KEY: secretKey };
  const listed = await staff(env, 'list');
  expect(listed).toContain('Saule  |  lead  |  certified until: ');
  expect(listed).toMatch(/Marat {2}\| {2}trainee {2}\| {2}removed: .* {2}\| {2}second factor: not set/);
  for (const secret of ['@', secretKey]) expect(listed).not.toContain(secret);
  await hosted.close();
  await embedded.close();
});

test('while a server runs on the same folder the command refuses in a sentence', async () => {
  const embedded = await startEmbedded(house.folder);
  const refused = await staff({ DATA_DIR: house.folder }, 'list');
  expect(refused).toMatch(/^1: Another Tirek \(process \d+\) is using the folder .* Stop it first/);
  await embedded.close();
});

test('what cannot be done is said', async () => {
  const env = { DATA_DIR: house.folder };
  for (const wrong of [[], ['list', 'Saule'], ['recover'], ['remove', 'Saule']])
    expect(await staff(env, ...wrong)).toMatch(/^1: npm run staff -- list/);
  expect(await staff(env, 'recover', 'Nobody')).toMatch(/^1: Nobody here is called "Nobody"/);
  expect(await staff(env, 'reset', 'marat')).toMatch(/^1: Marat was removed/);
});

test('a lost password and a lost device, end to end', async () => {
  const env = { DATA_DIR: house.folder, PUBLIC_ORIGIN: 'https://tirek.example' };
  const said = await staff(env, 'recover', 'saule');
  const token = /https:\/\/tirek\.example\/desk#recover=([\w-]{43})\n/.exec(said)?.[1] ?? '';
  expect(said).toMatch(/^0: Saule opens .*stays in force\.\n$/s);
  expect(await staff(env, 'reset', 'Dana', 'of', 'the', 'evening')).toContain('may set up a new second factor');
  const opened = await openAgain();
  const node = await startNode(opened);
  await forgotten(node, token);
  await node.close();
  await opened.supabase.close();
  expect(await staff(env, 'reset', 'Saule')).toContain('as a lead, must set up a new second factor');
  const reopened = await openAgain();
  const after = await startNode(reopened);
  await withoutFactor(after);
  const { data } = await reopened.supabase
    .asService()
    .from('audit')
    .select('act, actor')
    .eq('subject', saule.id)
    .order('seq');
  expect(data?.map(({ act, actor }) => `${act} ${actor}`).slice(-4)).toEqual([
    'recovery.create null',
    'recovery.use null',
    'recovery.code null',
    'factor.clear null',
  ]);
  await after.close();
  await reopened.supabase.close();
});

const NEXT = 'the lake at first light';

async function openAgain(): Promise<House> {
  const { openSupabase } = await import('../server/database/open.ts');
  return { ...house, ...(await openSupabase({ dataDir: house.folder, supabase: null })) };
}

/** The link sets a new password once; the second factor is still asked for. */
async function forgotten(node: TestNode, token: string): Promise<void> {
  const browser = deskBrowser(node);
  expect(await browser.must('/link', { token })).toMatchObject({ kind: 'recover' });
  expect(await browser.ask('/recover', { token, password: 'password1234' })).toMatchObject({ code: 'weak_password' });
  expect(await browser.must('/recover', { token, password: NEXT })).toEqual({});
  expect(await browser.ask('/recover', { token, password: NEXT })).toMatchObject({ code: 'link_used' });
  const { email, password } = saule;
  expect(await browser.ask('/sign-in', { email, password })).toMatchObject({ code: 'wrong_credentials' });
  const step = await browser.must('/sign-in', { email, password: NEXT });
  if (step.next !== 'code') throw new Error('the second step was skipped');
  await browser.must('/sign-in/code', { pending: step.pending, code: saule.codes.shift() ?? '' });
}

async function withoutFactor(node: TestNode): Promise<void> {
  const browser = deskBrowser(node);
  expect(await browser.must('/sign-in', { email: saule.email, password: NEXT })).toMatchObject({ next: 'in' });
  expect(await browser.me()).toMatchObject({ data: { secondFactor: 'needed', recoveryCodes: null } });
}
