import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/postgres.ts';

const folder = new URL('../../server/database/', import.meta.url);
const text = ['types.ts', ...readdirSync(new URL('types/', folder)).map((file) => `types/${file}`)]
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');

/** The columns that server/database/types.ts gives each table. */
function written(): Record<string, string[]> {
  const types = new Map<string, string[]>();
  for (const [, name = '', base, body = ''] of text.matchAll(/type (\w+) = (?:(\w+) & )?\{\n([\s\S]*?)\n\};/g)) {
    types.set(name, [
      ...(types.get(base ?? '') ?? []),
      ...[...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, key = '']) => key),
    ]);
  }
  for (const [, name = '', body = ''] of text.matchAll(/type (\w+Row) = \{ (.*) \};/g)) {
    types.set(
      name,
      [...body.matchAll(/(\w+):/g)].map(([, key = '']) => key),
    );
  }
  const tables = [...text.matchAll(/^ {6}(\w+): Table<(\w+)[,>]/gm)];
  return Object.fromEntries(tables.map(([, table = '', type = '']) => [table, (types.get(type) ?? []).sort()]));
}

test('the types name the columns and functions of the database', async () => {
  const database = await freshDatabase('PGlite');
  const columns = await database.lite.sql.query(
    "select table_name as of, array_agg(column_name::text order by column_name) as names from information_schema.columns where table_schema = 'public' group by 1",
  );
  const functions = await database.lite.sql.query(
    "select proname as name, coalesce(proargnames[1:pronargs], '{}') as args from pg_proc where pronamespace = 'public'::regnamespace",
  );
  await database.close();
  const real: Record<string, string[]> = Object.fromEntries(
    columns.map(({ of, names }) => [of, [...(names as string[])].sort()]),
  );
  // The hash of an invite's token is not for reading.
  real.invites = (real.invites ?? []).filter((name) => name !== 'token_hash');
  expect(written()).toEqual(real);

  const calls = new Map(
    [...text.matchAll(/^ {2}(\w+): Call<([\s\S]*?)>;$/gm)].map(([, name = '', body = '']) => [name, body]),
  );
  expect([...calls.keys()].sort()).toEqual(functions.map(({ name }) => name).sort());
  for (const { name, args } of functions) {
    for (const argument of args as string[]) expect(calls.get(String(name)), String(name)).toContain(argument);
  }
});
