import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject, vi } from 'vitest';
import { digest } from '../../server/database/accounts/sessions.ts';
import { type Address, clients } from '../../server/database/clients.ts';
import { embeddedAccounts } from '../../server/database/embedded/accounts.ts';
import { type Lite, type Place, startLite } from '../../server/database/embedded/lite.ts';
import { createRoles } from '../../server/database/embedded/migrate.ts';
import type { StaffRow } from '../../server/database/types.ts';
import type { Client } from '../../server/ports/database.ts';

export const BACK_ENDS = ['PGlite', 'PostgreSQL 15'] as const;
export type BackEnd = (typeof BACK_ENDS)[number];

export interface TestDatabase {
  lite: Lite;
  address: Address & { fetch: typeof fetch };
  anon: Client;
  service: Client;
  /**
   * Makes an account with a staff row, a second factor in force unless said otherwise, and signs in; the person's own
   * client. `null`: an account without a staff row.
   */
  person(
    staff: (Partial<StaffRow> & Pick<StaffRow, 'role'>) | null,
  ): Promise<{ id: string; client: Client; access: string }>;
  /** Statements in one transaction as the superuser, whom no trigger and no right stops. */
  asSuperuser(statements: string): Promise<void>;
  close(): Promise<void>;
}

const SETTINGS = {
  jwtSecret: 'a secret of the tests, long enough for HS256',
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests',
};

/**
 * An empty database with all migrations: in memory on PGlite, or one of its own on the run's PostgreSQL 15, where its owner
 * is no superuser, as in a hosted project.
 */
export async function freshDatabase(backEnd: BackEnd): Promise<TestDatabase> {
  // The library prints every refused query; in the server its thread's output is discarded.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const own = backEnd === 'PGlite' ? null : await ownDatabase();
  const lite = await startLite(own?.place ?? {}, SETTINGS);
  const address = {
    url: 'http://embedded.invalid',
    ...SETTINGS,
    fetch: (input: string | URL | Request, init?: RequestInit) => lite.fetch(new Request(input, init)),
  };
  const supabase = clients(address, async () => {});
  const accounts = embeddedAccounts(lite, SETTINGS);
  return {
    lite,
    address,
    anon: supabase.asPublic(),
    service: supabase.asService(),
    async person(staff) {
      const email = `${randomUUID()}@example.com`;
      const id = await accounts.create(email, digest('a sentence that only a test says'));
      const usual = { working_name: `Volunteer ${id.slice(-6)}`, second_factor_at: new Date().toISOString() };
      if (staff) await insertStaff(lite, { ...usual, ...staff, id });
      const { data } = await clients(address, async () => {})
        .asPublic()
        .auth.signInWithPassword({ email, password: digest('a sentence that only a test says') });
      const access = data.session?.access_token ?? '';
      return { id, access, client: supabase.asStaff(access) };
    },
    asSuperuser: own?.asSuperuser ?? lite.sql.transaction,
    close: async () => {
      await lite.close();
      await own?.drop();
    },
  };
}

async function insertStaff(lite: Lite, row: Partial<StaffRow>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`);
  await lite.sql.query(
    `insert into public.staff (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

interface Own {
  place: Place;
  asSuperuser(statements: string): Promise<void>;
  drop(): Promise<void>;
}

async function ownDatabase(): Promise<Own> {
  const url = new URL(inject('postgresUrl'));
  const name = `tirek_${randomUUID().replaceAll('-', '')}`;
  const run = async (statements: string, database = 'postgres') => {
    const sql = postgres(new URL(`/${database}`, url).href, { max: 1, onnotice: () => {} });
    try {
      await sql.unsafe(statements).simple();
    } finally {
      await sql.end();
    }
  };
  await createRoles({ script: run });
  await run(`create role ${name} login bypassrls createrole; grant anon, authenticated, service_role to ${name}`);
  await run(`create database ${name} owner ${name}`);
  const own = new URL(`/${name}`, url);
  own.username = name;
  return {
    place: { postgres: own.href },
    asSuperuser: (statements) => run(`begin; ${statements}; commit`, name),
    drop: () => run(`drop database ${name} with (force)`),
  };
}
