import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../server/database/embedded/serve.ts';
import { BACK_ENDS, freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { FUNCTIONS } from './rights-functions.ts';
import { TABLES } from './rights-tables.ts';

const certified_until = new Date(Date.now() + 3_600_000).toISOString();
const PRIVATE = [
  'can',
  'in_group',
  'capabilities_of',
  'may_certify',
  'drop_sessions',
  'note',
  'spend_link',
  'colleague',
];

/** What somebody tries who has the publishable key and their own token, and speaks to the API without our server. */
describe.each(BACK_ENDS)('the API past our server, on %s', (backEnd) => {
  let database: TestDatabase;
  let rest: Awaited<ReturnType<typeof serve>>;
  const tokens = new Map<string, string>();
  const accounts: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase(backEnd);
    const ask = async (act: { do: string }) => {
      accounts.push(act.do);
      return { done: true };
    };
    rest = await serve({ address: database.address, ask: ask as never }, 0);
    const lead = { role: 'lead', certified_until } as const;
    tokens.set('anon', database.address.publishableKey);
    tokens.set('trainee', (await database.person({ role: 'trainee' })).access);
    tokens.set('removed', (await database.person({ role: 'moderator', certified_until, active: false })).access);
    tokens.set('lead', (await database.person(lead)).access);
    tokens.set('coordinator', (await database.person({ role: 'coordinator' })).access);
  });
  afterAll(async () => {
    await rest.close();
    await database.close();
  });

  const call = (who: string, path: string, init: { method?: string; headers?: object; body?: unknown } = {}) =>
    fetch(`${rest.url}${path}`, {
      method: init.method ?? 'GET',
      headers: {
        apikey: database.address.publishableKey,
        authorization: `Bearer ${tokens.get(who)}`,
        'content-type': 'application/json',
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });

  test('without a key, or with a made-up one, nothing answers', async () => {
    for (const table of Object.keys(TABLES)) {
      for (const headers of [{}, { apikey: 'sb_publishable_other' }, { apikey: 'sb_secret_other' }]) {
        const { status } = await fetch(`${rest.url}/rest/v1/${table}`, { headers });
        expect({ table, status }).toEqual({ table, status: 401 });
      }
    }
  });

  test('other schemas and their functions are not there for anybody', async () => {
    for (const who of tokens.keys()) {
      for (const schema of ['private', 'auth', 'supabase_migrations', 'pg_catalog']) {
        const headers = { 'accept-profile': schema, 'content-profile': schema };
        const users = await call(who, '/rest/v1/users', { headers });
        const made = await call(who, '/rest/v1/users', { method: 'POST', headers, body: { email: 'x@example.com' } });
        expect({ who, schema, statuses: [users.status, made.status] }).toEqual({ who, schema, statuses: [406, 406] });
      }
      for (const name of PRIVATE) {
        const { status } = await call(who, `/rest/v1/rpc/${name}`, { method: 'POST', body: {} });
        expect({ who, name, status }).toEqual({ who, name, status: 404 });
      }
    }
  });

  test('a function is called by POST alone when it changes something', async () => {
    const before = await database.lite.sql.query('select count(*) as rows from public.audit');
    for (const name of Object.keys(FUNCTIONS).filter((one) => !['next_shifts', 'verify_audit'].includes(one)))
      await call('coordinator', `/rest/v1/rpc/${name}?act=sample.act`);
    expect(await database.lite.sql.query('select count(*) as rows from public.audit')).toEqual(before);
  });

  test('a hash, a sealed secret or an account is not reached by way of another table', async () => {
    const ways = [
      'invites?select=token_hash',
      'invites?token_hash=like.*',
      'invites?select=id&order=token_hash',
      'staff?select=*,second_factors(*)',
      'staff?select=*,recovery_codes(*)',
      'staff?select=*,users(*)',
      'second_factors',
      'recovery_codes',
      'users',
    ];
    for (const who of tokens.keys()) {
      for (const way of ways) {
        const response = await call(who, `/rest/v1/${way}`);
        expect({ who, way, refused: response.status >= 400 }).toEqual({ who, way, refused: true });
      }
    }
  });

  test('accounts are made, changed and listed by the secret key alone', async () => {
    const password = { password: 'a sentence that only a test says' };
    for (const who of tokens.keys()) {
      const tries = await Promise.all([
        call(who, '/auth/v1/signup', { method: 'POST', body: { email: 'new@example.com', ...password } }),
        call(who, '/auth/v1/otp', { method: 'POST', body: { email: 'new@example.com' } }),
        call(who, '/auth/v1/recover', { method: 'POST', body: { email: 'new@example.com' } }),
        call(who, '/auth/v1/user', { method: 'PUT', body: password }),
        call(who, '/auth/v1/admin/users'),
        call(who, '/auth/v1/admin/users', { method: 'POST', body: { email: 'new@example.com', ...password } }),
        call(who, `/auth/v1/admin/users/${crypto.randomUUID()}`, { method: 'DELETE' }),
        call(who, `/auth/v1/admin/users/${crypto.randomUUID()}`, { method: 'PUT', body: password }),
      ]);
      expect({ who, refused: tries.map(({ status }) => status >= 400) }).toEqual({
        who,
        refused: tries.map(() => true),
      });
    }
    expect(accounts).toEqual([]);
  });

  test('nothing else is offered', async () => {
    for (const path of [
      '/storage/v1/bucket',
      '/graphql/v1',
      '/functions/v1/x',
      '/pg/query',
      '/_/studio',
      '/realtime/v1',
    ]) {
      const { status } = await call('coordinator', path);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
    expect((await call('coordinator', '/rest/v1/')).status).toBeGreaterThanOrEqual(400);
  });
});
