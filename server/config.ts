import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LIMITS } from '../shared/limits.ts';
import type { Config } from './ports/config.ts';

const flagFree = (value: string | undefined) => value === undefined || value === '';
const text = (fallback?: string) =>
  z.preprocess((value) => (flagFree(value as string) ? fallback : value), z.string().optional());
const whole = (min: number, max: number, fallback: number) =>
  z.preprocess((value) => (flagFree(value as string) ? fallback : Number(value)), z.int().min(min).max(max));
const url = (protocols: RegExp) => text().pipe(z.string().regex(protocols).optional());

/** Tries of a proof of work: about a third of a second on a computer, a second and a half on a slow phone. */
const USUAL_COST = 24;

/** Every variable the server reads, in the order of the README's table; a test compares the two. */
const shape = z.object({
  PORT: whole(0, 65535, 3000),
  HOST: text('127.0.0.1').pipe(z.string()),
  PUBLIC_ORIGIN: url(/^https?:\/\/[^/]+$/),
  TRUSTED_PROXIES: whole(0, 10, 0),
  DATA_DIR: text('data').pipe(z.string()),
  REDIS_URL: url(/^rediss?:\/\//),
  SUPABASE_URL: url(/^https?:\/\//),
  SUPABASE_PUBLISHABLE_KEY: text(),
  SUPABASE_SECRET_KEY: text(),
  STAFF_KEY: text().pipe(z.string().min(32).optional()),
  MESSAGE_TTL: text('24h').pipe(z.string().regex(/^\d{1,4}(m|h)$/)),
  RATE_SCALE: whole(1, 1_000_000, 1),
  POW_COST: whole(0, 1000, USUAL_COST),
});

const HELP: Record<keyof z.infer<typeof shape>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_ORIGIN: 'the public address without a path, such as https://tirek.example',
  TRUSTED_PROXIES: 'how many proxies stand before the server, 0 to 10',
  DATA_DIR: 'a folder that the server may write to',
  REDIS_URL: 'an address that begins with redis:// or rediss:// (several, with commas, for a cluster)',
  SUPABASE_URL: 'an address that begins with https:// (or http://)',
  SUPABASE_PUBLISHABLE_KEY: 'the publishable key of the Supabase project',
  SUPABASE_SECRET_KEY: 'the secret key of the Supabase project',
  STAFF_KEY: 'at least 32 random characters, the same on every node',
  MESSAGE_TTL: 'how long messages stay, such as 24h or 90m',
  RATE_SCALE: 'a whole number from 1; only for load tests on loopback',
  POW_COST: 'a whole number from 0 to 1000; only for load tests on loopback',
};

/** All problems of the environment at once, each named by its variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment. Throws `ConfigError` with one line a problem. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = shape.safeParse(env);
  const problems = read.success
    ? []
    : [...new Set(read.error.issues.map((issue) => issue.path[0] as keyof typeof HELP))].map(
        (name) => `${name} must be ${HELP[name]}.`,
      );
  const value = read.data;
  if (value) problems.push(...togetherness(value));
  if (!value || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { SUPABASE_URL: supabaseUrl, SUPABASE_PUBLISHABLE_KEY: publishableKey, SUPABASE_SECRET_KEY: secretKey } = value;
  return {
    port: value.PORT,
    host: value.HOST,
    publicOrigin: value.PUBLIC_ORIGIN ?? null,
    trustedProxies: value.TRUSTED_PROXIES,
    dataDir: value.DATA_DIR,
    redisUrl: value.REDIS_URL ?? null,
    supabase: supabaseUrl && publishableKey && secretKey ? { url: supabaseUrl, publishableKey, secretKey } : null,
    staffKey: value.STAFF_KEY ?? null,
    messageLife: lifeOf(value.MESSAGE_TTL),
    rateScale: value.RATE_SCALE,
    powCost: value.POW_COST,
    version: version(),
  };
}

/** What must hold between variables. */
function togetherness(value: z.infer<typeof shape>): string[] {
  const problems: string[] = [];
  if (value.SUPABASE_URL && !value.SUPABASE_PUBLISHABLE_KEY)
    problems.push('SUPABASE_PUBLISHABLE_KEY is needed with SUPABASE_URL.');
  if (value.SUPABASE_URL && !value.SUPABASE_SECRET_KEY)
    problems.push('SUPABASE_SECRET_KEY is needed with SUPABASE_URL.');
  const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(value.HOST);
  if (!loopback && value.RATE_SCALE !== 1)
    problems.push('RATE_SCALE is for load tests: it needs HOST to be a loopback address.');
  if (!loopback && value.POW_COST !== USUAL_COST)
    problems.push('POW_COST is for load tests: it needs HOST to be a loopback address.');
  const life = lifeOf(value.MESSAGE_TTL);
  if (life < 60_000 || life > 7 * LIMITS.messageLife) problems.push('MESSAGE_TTL must be between 1m and 168h.');
  return problems;
}

function lifeOf(text: string): number {
  return Number.parseInt(text, 10) * (text.endsWith('h') ? 3_600_000 : 60_000);
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
