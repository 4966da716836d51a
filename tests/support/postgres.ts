import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject, vi } from 'vitest';
import { digest } from '../../server/database/accounts/sessions.ts';
import { type Address, clients } from '../../server/database/clients.ts';
import { embeddedAccounts } from '../../server/database/embedded/accounts.ts';
import { type Lite, type Place, startLite } from '../../server/database/embedded/lite.ts';
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
  close(): Promise<void>;
}

const SETTINGS = {
  jwtSecret: 'a secret of the tests, long enough for HS256',
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests',
};

/** An empty database with all migrations: in memory on PGlite, or one of its own on the run's PostgreSQL 15. */
export async function freshDatabase(backEnd: BackEnd): Promise<TestDatabase> {
  // The library prints every refused query; in the server its thread's output is discarded.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const place = backEnd === 'PGlite' ? { place: {}, drop: async () => {} } : await ownDatabase();
  const lite = await startLite(place.place, SETTINGS);
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
    close: async () => {
      await lite.close();
      await place.drop();
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

async function ownDatabase(): Promise<{ place: Place; drop: () => Promise<void> }> {
  const server = inject('postgresUrl');
  const name = `tirek_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const sql = postgres(server, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement);
    await sql.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { place: { postgres: url.href }, drop: () => run(`drop database ${name} with (force)`) };
}
