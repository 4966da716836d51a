import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSupabase } from '../../server/database/open.ts';
import { seedDirectory } from '../../server/database/seed.ts';
import { readHeld } from '../../server/directory/import/apply.ts';
import { brokenTable, rightRow, table } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-import-'));
const env = { ...process.env, DATA_DIR: join(folder, 'data'), SUPABASE_URL: '' };
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const many = Array.from({ length: 5000 }, (_, n) => rightRow(n));

async function withDatabase<T>(run: (service: Parameters<typeof readHeld>[0]) => Promise<T>): Promise<T> {
  const { supabase } = await openSupabase({ dataDir: env.DATA_DIR, supabase: null });
  try {
    return await run(supabase.asService());
  } finally {
    await supabase.close();
  }
}
const places = () => withDatabase(async (service) => (await readHeld(service)).length);

/** The tool in a process of its own: how it ended and what it said. */
function tool(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['tools/directory-import.ts', ...args],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

/** The tool, killed as soon as it says `when`. */
function killedAt(when: string, ...args: string[]): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['tools/directory-import.ts', ...args], { env });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(when)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

beforeAll(() => withDatabase((service) => seedDirectory(service)));
afterAll(() => rmSync(folder, { recursive: true }));

test('a preview says what would change and changes nothing; the seed itself is the same in every field', async () => {
  const { code, said } = await tool(file('new.csv', table([rightRow(1), rightRow(2)])));
  expect(said).toContain('+ line 2 place-1 Молодёжный центр «Үміт» 1');
  expect(said).toContain('2 new, 0 changed, 0 the same, 0 kept');
  expect(said).toContain('This was a preview');
  expect(code).toBe(0);
  const seed = await tool('supabase/seed/listings.csv');
  expect(seed.said).toContain('0 new, 0 changed, 96 the same, 0 kept');
});

test('5,000 rows with 50 broken: all 50 are told and nothing is taken over', async () => {
  const { text, told } = brokenTable();
  const { code, said } = await tool(file('broken.csv', text), '--apply');
  for (const { line, column } of told) expect(said).toContain(`line ${line}, ${column}: `);
  expect(said).toMatch(/errors on 50 lines/);
  expect(said).toContain('4950 new');
  expect(said).toContain('Nothing was changed.');
  expect(code).toBe(1);
  expect(await places()).toBe(96);
});

test.each(['sent 2500 of 5000', 'sent 5000 of 5000'])('killed at "%s": none or all, never a part', async (when) => {
  const name = file('many.csv', table(many.map((row) => ({ ...row, id: `${row.id}-${when.length}` }))));
  expect(await killedAt(when, name, '--apply')).toBe('SIGKILL');
  const left = await withDatabase(async (service) => {
    const { length } = await readHeld(service);
    await service.from('listings').delete().like('id', 'place-%').throwOnError();
    return length;
  });
  // After the last row is sent the one transaction may or may not have ended.
  expect(when.startsWith('sent 2500') ? [96] : [96, 5096]).toContain(left);
});

test('the others are taken over together when asked to', async () => {
  const { code, said } = await tool(file('broken.csv', brokenTable().text), '--apply', '--skip-broken');
  expect(said).toContain('sent 4950 of 4950');
  expect(said).toContain('Done: 4950 entries');
  expect(code).toBe(0);
  expect(await places()).toBe(96 + 4950);
});

test.each([
  [[], 'Say which file'],
  [['none.csv'], 'There is no file none.csv.'],
  [['--colour', 'x.csv'], 'Say which file'],
])('a wrong call %j gets a sentence', async (args, sentence) => {
  const { code, said } = await tool(...args);
  expect(said).toContain(sentence);
  expect(code).toBe(2);
});
