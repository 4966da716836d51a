import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/postgres.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-migrations-'));
let database: TestDatabase;
beforeAll(async () => {
  cpSync(MIGRATIONS, folder, { recursive: true });
  database = await freshDatabase('PGlite');
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('a migration is applied once', async () => {
  write(
    '99990101000000_more.sql',
    "create table public.more (word text); insert into public.more values ('it''s here');",
  );
  expect(await migrate(database.lite.sql, folder)).toEqual(['99990101000000']);
  expect(await migrate(database.lite.sql, folder)).toEqual([]);
  expect(await database.lite.sql.query('select word from public.more')).toEqual([{ word: "it's here" }]);
});

test('of one that breaks nothing stays, and its file is named', async () => {
  write('99990102000000_broken.sql', 'create table public.half (word text); select 1 / 0;');
  await expect(migrate(database.lite.sql, folder)).rejects.toThrow(
    'The migration 99990102000000_broken.sql could not be applied.',
  );
  expect(await database.lite.sql.query("select to_regclass('public.half') as half")).toEqual([{ half: null }]);
  rmSync(join(folder, '99990102000000_broken.sql'));
});

test('data of a newer version are left alone', async () => {
  rmSync(join(folder, '99990101000000_more.sql'));
  await expect(migrate(database.lite.sql, folder)).rejects.toThrow(/made by a newer version .* 99990101000000/);
});

test('two files with one number are refused', async () => {
  write('99990103000000_one.sql', '');
  write('99990103000000_two.sql', '');
  await expect(migrate(database.lite.sql, folder)).rejects.toThrow('Two migrations have the same number.');
});
