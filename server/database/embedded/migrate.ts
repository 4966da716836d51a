import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The database as its owner sees it; only for migrations, accounts of the embedded Auth, and tests. */
export interface Sql {
  /** One statement with `$1` parameters; its rows. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Any number of statements, without parameters. */
  script(text: string): Promise<void>;
  /** The same, all or nothing. */
  transaction(text: string): Promise<void>;
}

export const MIGRATIONS = fileURLToPath(new URL('../../../supabase/migrations', import.meta.url));

/** Roles of a Supabase project, which a hosted one brings along. Other databases of one server share them. */
const ROLES = `
do $$
declare
  name text;
begin
  foreach name in array array['anon', 'authenticated', 'service_role'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  if not (select rolbypassrls from pg_roles where rolname = 'service_role') then
    alter role service_role bypassrls;
  end if;
end $$;
`;

export async function createRoles(sql: Pick<Sql, 'script'>): Promise<void> {
  await sql.script(ROLES);
}

/** Policies call `auth.uid()`. Run after the auth schema exists; its tables stay closed. */
export async function openSchemas(sql: Sql): Promise<void> {
  await sql.script('grant usage on schema public, auth to anon, authenticated, service_role');
}

/**
 * Applies what is missing of `folder`, each file once and in one transaction, in the order of their names. The table of
 * what was applied is the Supabase CLI's own.
 *
 * @returns the versions applied now
 * @throws when the database holds a migration that the folder does not know: the data were made by a newer version; when
 *   two files have one number; when a file cannot be applied (nothing of it is)
 */
export async function migrate(sql: Sql, folder = MIGRATIONS): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{14}_\w+\.sql$/.test(file)).sort();
  const known = new Set(files.map((file) => file.slice(0, 14)));
  if (known.size < files.length) throw new Error('Two migrations have the same number.');
  const rows = await sql.query('select version from supabase_migrations.schema_migrations');
  const applied = new Set(rows.map((row) => String(row.version)));
  const foreign = [...applied].filter((version) => !known.has(version));
  if (foreign.length > 0) {
    throw new Error(
      `The database was made by a newer version of Tirek (unknown migration ${foreign[0]}). Start that version, or choose another DATA_DIR.`,
    );
  }
  const missing = files.filter((file) => !applied.has(file.slice(0, 14)));
  for (const file of missing) await apply(sql, folder, file);
  return missing.map((file) => file.slice(0, 14));
}

async function apply(sql: Sql, folder: string, file: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8');
  const record = `insert into supabase_migrations.schema_migrations (version, name, statements)
    values (${literal(file.slice(0, 14))}, ${literal(file.slice(15, -4))}, array[${literal(text)}])`;
  try {
    await sql.transaction(`${text};\n${record};`);
  } catch (cause) {
    throw new Error(`The migration ${file} could not be applied.`, { cause });
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
