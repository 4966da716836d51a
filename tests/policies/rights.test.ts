import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client as clientOf } from '../../server/database/clients.ts';
import { serve } from '../../server/database/embedded/serve.ts';
import type { StaffRow } from '../../server/database/types.ts';
import { CAPABILITIES, capabilitiesOf, ROLES } from '../../shared/capabilities.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { type Case, PEOPLE, type Person, type Rights, type Row } from './rights.ts';
import { FUNCTIONS } from './rights-functions.ts';
import { TABLES } from './rights-tables.ts';

const certified_until = new Date(Date.now() + 3_600_000).toISOString();
const room_groups = ['main'];
const STAFF: Partial<Record<Person, Partial<StaffRow> & Pick<StaffRow, 'role'>>> = {
  trainee: { role: 'trainee', room_groups },
  uncertified: { role: 'moderator', room_groups, certified_until: new Date(Date.now() - 1000).toISOString() },
  removed: { role: 'moderator', room_groups, certified_until, active: false },
  moderator: { role: 'moderator', room_groups, certified_until },
  other: { role: 'moderator', room_groups: ['families'], certified_until },
  lead: { role: 'lead', room_groups, certified_until },
  factorless: { role: 'lead', room_groups, certified_until, second_factor_at: null },
  coordinator: { role: 'coordinator' },
  founding: { role: 'coordinator', room_groups, certified_until, founding: true },
};

/** A client that takes any table and function by name. */
interface Anything {
  from(table: string): {
    select(columns: string): { match(key: Row): PromiseLike<{ data: Row[] | null }> };
    insert(row: Row): PromiseLike<unknown>;
    update(row: Row): { match(key: Row): PromiseLike<unknown> };
    delete(): { match(key: Row): PromiseLike<unknown> };
  };
  rpc(name: string, args: Row): PromiseLike<{ error: { code: string; message: string } | null }>;
}

describe.each(BACK_ENDS)('rights on %s', (backEnd) => {
  let database: TestDatabase;
  let rest: Awaited<ReturnType<typeof serve>>;
  let colleague: string;
  const people = new Map<Person, { id: string | null; client: Anything }>();

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    // Each person speaks to the REST API over HTTP on loopback, as somebody would who has a token and not our server.
    rest = await serve({ address: database.address, ask: () => Promise.reject(new Error('no accounts here')) }, 0);
    const { publishableKey, secretKey } = database.address;
    const speak = (key: string, access?: string) =>
      clientOf({ url: rest.url, publishableKey, secretKey }, key, access) as unknown as Anything;
    people.set('anon', { id: null, client: speak(publishableKey) });
    people.set('service', { id: null, client: speak(secretKey) });
    for (const name of PEOPLE.filter((person) => !people.has(person))) {
      const { id, access } = await database.person(STAFF[name] ?? null);
      people.set(name, { id: STAFF[name] ? id : null, client: speak(publishableKey, access) });
    }
    colleague = (await database.person({ role: 'moderator', room_groups, certified_until })).id;
  });
  afterAll(async () => {
    await rest.close();
    await database.close();
  });

  const rows = (text: string, values: unknown[] = []) => database.lite.sql.query(text, values);
  const where = (key: Row, from: number) =>
    Object.keys(key)
      .map((column, at) => `${column} = $${at + from}`)
      .join(' and ');
  const find = async (table: string, key: Row) =>
    (await rows(`select * from public.${table} where ${where(key, 1)}`, Object.values(key)))[0];
  const insert = async (table: string, row: Row): Promise<void> => {
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    await rows(`insert into public.${table} (${Object.keys(row)}) values (${places})`, Object.values(row));
  };
  const drop = async (table: string, key: Row): Promise<void> => {
    if (table !== 'audit') await rows(`delete from public.${table} where ${where(key, 1)}`, Object.values(key));
  };
  const account = async (): Promise<string> => {
    const id = randomUUID();
    await rows('insert into auth.users (id, email) values ($1, $2)', [id, `${id}@example.com`]);
    return id;
  };
  const caseOf = (name: Person): Case => ({ me: people.get(name)?.id ?? null, colleague, account, insert });

  type Act = (client: Anything, table: string, key: Row, row: Row, rights: Rights) => Promise<boolean>;
  const acts: Record<'read' | 'insert' | 'change' | 'remove', Act> = {
    read: async (client, table, key) => {
      const { data } = await client.from(table).select(Object.keys(key).join(',')).match(key);
      return data?.length === 1;
    },
    insert: async (client, table, key, row) => {
      await client.from(table).insert(row);
      return (await find(table, key)) !== undefined;
    },
    change: async (client, table, key, _row, { patch }) => {
      const before = await find(table, key);
      await client.from(table).update(patch).match(key);
      const after = await find(table, key);
      return Object.keys(patch).some((column) => String(before?.[column]) !== String(after?.[column]));
    },
    remove: async (client, table, key) => {
      await client.from(table).delete().match(key);
      return (await find(table, key)) === undefined;
    },
  };

  /** Who, of all people, could do it with a row of this kind. */
  async function tryAll(table: string, act: keyof typeof acts, kind: string): Promise<Person[]> {
    const rights = TABLES[table] as Rights;
    const could: Person[] = [];
    for (const name of PEOPLE) {
      const row = await rights.rows[kind]?.(caseOf(name));
      if (!row) continue;
      const key = Object.fromEntries(rights.key.map((column) => [column, row[column]]));
      if (act !== 'insert') await insert(table, row);
      const client = people.get(name)?.client as Anything;
      if (await acts[act](client, table, key, row, rights)) could.push(name);
      await drop(table, key);
    }
    return could;
  }

  describe.each(Object.keys(TABLES))('table %s', (table) => {
    const rights = TABLES[table] as Rights;
    test.each(['read', 'insert', 'change', 'remove'] as const)('%s', async (act) => {
      const written = rights[act] as readonly Person[] | Record<string, readonly Person[]>;
      for (const kind of Object.keys(rights.rows)) {
        const may = Array.isArray(written) ? written : (written as Record<string, readonly Person[]>)[kind];
        expect({ kind, may: await tryAll(table, act, kind) }).toEqual({
          kind,
          may: PEOPLE.filter((name) => may?.includes(name)),
        });
      }
    });
  });

  test.each(Object.keys(FUNCTIONS))('function %s', async (name) => {
    const call = FUNCTIONS[name];
    const could: Person[] = [];
    for (const person of PEOPLE) {
      const args = (await call?.args(caseOf(person))) ?? {};
      const { error } = (await people.get(person)?.client.rpc(name, args)) ?? { error: null };
      if (error === null || error.message === call?.also) could.push(person);
    }
    expect(could).toEqual(PEOPLE.filter((person) => call?.may.includes(person)));
  });

  test('each active member of staff sees their own row, nobody else does by being asked', async () => {
    for (const [name, { id, client }] of people) {
      if (id === null) continue;
      const { data } = await client.from('staff').select('id').match({ id });
      expect({ name, own: data?.length }).toEqual({ name, own: name === 'removed' ? 0 : 1 });
    }
  });

  test('the lists above hold every table, view and function that is reached over the API', async () => {
    const tables = await rows(
      `select relname as name, relrowsecurity as rls, relforcerowsecurity as forced from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`,
    );
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
    expect(tables.filter(({ rls, forced }) => !(rls && forced))).toEqual([]);
    const functions = await rows(
      `select proname as name, prosecdef as definer, proconfig as config from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(FUNCTIONS).sort());
    const unpinned = functions.filter(({ definer, config }) => definer && !String(config).includes('search_path='));
    expect(unpinned).toEqual([]);
  });

  test('nothing outside the public schema is open, but the three questions that policies ask', async () => {
    const tables = await rows(
      `select n.nspname || '.' || c.relname || ' to ' || r.rolname as open
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
       where n.nspname in ('auth', 'private', 'supabase_migrations') and c.relkind in ('r', 'v')
         and r.rolname in ('anon', 'authenticated', 'service_role')
         and has_schema_privilege(r.oid, n.oid, 'usage')
         and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    );
    expect(tables).toEqual([]);
    const functions = await rows(
      `select distinct p.proname as name from pg_proc p, pg_roles r
       where p.pronamespace = 'private'::regnamespace and r.rolname in ('anon', 'authenticated', 'service_role')
         and has_function_privilege(r.oid, p.oid, 'execute') order by 1`,
    );
    expect(functions.map(({ name }) => name)).toEqual(['can', 'in_group', 'sees_case']);
    const truncating = await rows(
      `select c.relname from pg_class c, pg_roles r where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and r.rolname in ('anon', 'authenticated', 'service_role')
         and has_table_privilege(r.oid, c.oid, 'truncate, references, trigger')`,
    );
    expect(truncating).toEqual([]);
  });

  test('the sets of rights are those of shared/capabilities.ts', async () => {
    for (const role of ROLES.filter((name) => name !== 'guest')) {
      for (const certified of [false, true]) {
        const [row] = await rows('select private.capabilities_of($1, $2) as set', [role, certified]);
        const ours = capabilitiesOf(role, certified);
        expect({ role, certified, set: [...new Set(row?.set as string[])].sort() }).toEqual({
          role,
          certified,
          set: CAPABILITIES.filter((capability) => ours.has(capability)).sort(),
        });
      }
    }
  });

  test.each([
    ['signed with another secret', (token: string) => `${token.slice(0, -6)}AAAAAA`],
    ['that claims to be the server', (token: string) => forge(token, { role: 'service_role' })],
    ['that is no token', () => 'nonsense'],
  ])('a token %s opens nothing', async (_, change) => {
    const { access } = await database.person({ role: 'coordinator' });
    const forged = clientOf(database.address, database.address.publishableKey, change(access));
    const { data, error } = await forged.from('staff').select('id');
    expect(data ?? []).toEqual([]);
    expect(error).not.toBeNull();
  });
});

function forge(token: string, claims: Row): string {
  const [head, body = '', signature] = token.split('.');
  const old = JSON.parse(Buffer.from(body, 'base64url').toString()) as Row;
  return [head, Buffer.from(JSON.stringify({ ...old, ...claims })).toString('base64url'), signature].join('.');
}
