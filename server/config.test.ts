import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment is one machine on loopback', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: 'data',
    redisUrl: null,
    supabase: null,
    messageLife: 86_400_000,
    rateScale: 1,
  });
});

test('every problem is reported at once, by its variable', () => {
  const env = {
    PORT: 'eighty',
    PUBLIC_ORIGIN: 'tirek.example/x',
    REDIS_URL: 'http://x',
    MESSAGE_TTL: 'forever',
    TRUSTED_PROXIES: '-1',
  };
  for (const name of Object.keys(env)) expect(() => readConfig(env)).toThrow(`${name} must be`);
});

test('what must hold between variables is said too', () => {
  expect(() => readConfig({ SUPABASE_URL: 'https://project.example' })).toThrow(
    /PUBLISHABLE_KEY is needed[\s\S]*SECRET_KEY is needed/,
  );
  expect(() => readConfig({ HOST: '0.0.0.0', RATE_SCALE: '10' })).toThrow('RATE_SCALE is for load tests');
  expect(() => readConfig({ HOST: '0.0.0.0', POW_COST: '0' })).toThrow('POW_COST is for load tests');
  expect(() => readConfig({ MESSAGE_TTL: '9999h' })).toThrow('between 1m and 168h');
});

test("the README's table and .env.example name exactly the variables that are read", () => {
  const root = new URL('../', import.meta.url);
  const source = readFileSync(new URL('server/config.ts', root), 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): (?:whole|text|url)\(/gm)].map((match) => match[1]);
  expect(read.length).toBeGreaterThan(8);
  const table = readFileSync(new URL('README.md', root), 'utf8').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm);
  expect([...table].map((match) => match[1])).toEqual(read);
  const example = readFileSync(new URL('.env.example', root), 'utf8').matchAll(/^# ([A-Z][A-Z_]+)=/gm);
  expect([...example].map((match) => match[1])).toEqual(read);
});
