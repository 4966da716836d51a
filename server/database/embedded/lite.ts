import type { App as LiteApp } from '@supabase/lite';
import { createRoles, migrate, openSchemas, type Sql } from './migrate.ts';

export interface Settings {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
}

/** A running embedded Supabase without any network. */
export interface Lite {
  /** The API as a hosted project shows it: strangers cannot sign up. */
  fetch(request: Request): Promise<Response>;
  /** The same with sign-up open; reached by the accounts adapter alone. */
  fetchSignUp(request: Request): Promise<Response>;
  sql: Sql;
  close(): Promise<void>;
}

/** Where the data are: a folder for PGlite (or nothing: in memory), or a PostgreSQL server (tests). */
export type Place = { folder?: string } | { postgres: string };

/** Order matters: roles, the auth schema, migrations, then the first request. */
export async function startLite(place: Place, settings: Settings): Promise<Lite> {
  const { connection, sql } = await connect(place);
  // Lite would grant every role everything at the first request and so undo what the migrations revoke.
  Object.assign(connection, { rlsState: 'active' });
  try {
    await createRoles(sql);
    const closed = await makeApp(connection, settings, false);
    const open = await makeApp(connection, settings, true);
    await closed.ensureSystemSchema();
    await openSchemas(sql);
    await migrate(sql);
    if ('folder' in place) await sql.script(SMALL);
    await Promise.all([closed.init(), open.init()]);
    return {
      fetch: async (request) => (isOffered(request) ? closed.fetch(request) : new Response(null, { status: 404 })),
      fetchSignUp: async (request) => open.fetch(request),
      sql,
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

type Connection = Awaited<ReturnType<typeof connect>>['connection'];

/** `open`: whether anybody may sign up. */
async function makeApp(connection: Connection, settings: Settings, open: boolean): Promise<LiteApp> {
  const { App, ConsoleEmailDriver } = await import('@supabase/lite');
  return new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      jwt_secret: settings.jwtSecret,
      publishable_key: settings.publishableKey,
      secret_key: settings.secretKey,
      jwt_expiry: 3600,
      minimum_password_length: 12,
      enable_signup: open,
      email: { enable_signup: open, enable_confirmations: false },
    },
    storage: { enabled: false },
    studio: { enabled: false },
    options: {
      server: { disableStudio: true, disableFallback: true },
      drivers: { email: new ConsoleEmailDriver({ silent: true }) },
    },
  }) as unknown as LiteApp;
}

/**
 * Of Auth only what the accounts port uses: lite makes an account for whoever asks for a one-time code, even with sign-up
 * closed, and a person's own token could set a password that was never checked.
 */
function isOffered({ url, method }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  if (pathname.startsWith('/rest/v1/')) return true;
  if (pathname === '/auth/v1/token') return /^(password|refresh_token)$/.test(searchParams.get('grant_type') ?? '');
  return pathname === '/auth/v1/logout' || (pathname === '/auth/v1/user' && method === 'GET');
}

/** In force from the next start. The whole database fits in less; the default of 128 MB costs that much memory. */
const SMALL = "alter system set shared_buffers = '16MB'";

/** Lite hands over JSON as text, which its own driver settings would encode a second time. */
const jsonText = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
});
const types = { json: jsonText(114), jsonb: jsonText(3802) };

async function connect(place: Place) {
  if ('postgres' in place) {
    const { createPostgresConnection } = await import('@supabase/lite/postgres');
    const connection = createPostgresConnection({
      url: place.postgres,
      postgresOptions: { onnotice: () => {}, types },
    });
    const { driver } = connection;
    const sql: Sql = {
      query: async (text, values = []) => [...(await driver.unsafe(text, values as never[]))],
      script: async (text) => void (await driver.unsafe(text).simple()),
      transaction: async (text) => void (await driver.begin((transaction) => transaction.unsafe(text).simple())),
    };
    return { connection, sql };
  }
  const { createPgliteConnection } = await import('@supabase/lite/pglite');
  const connection = await createPgliteConnection(place.folder === undefined ? {} : { url: place.folder });
  const { driver } = connection;
  await driver.waitReady;
  const sql: Sql = {
    query: async (text, values = []) => (await driver.query<Record<string, unknown>>(text, values)).rows,
    script: async (text) => void (await driver.exec(text)),
    transaction: async (text) => void (await driver.transaction((transaction) => transaction.exec(text))),
  };
  return { connection, sql };
}
