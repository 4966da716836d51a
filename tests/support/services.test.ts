import { execFileSync } from 'node:child_process';
import { Redis } from 'ioredis';
import { expect, inject, test } from 'vitest';

test('the run has its own Redis and its own PostgreSQL 15', async () => {
  const redis = new Redis(inject('redisUrl'));
  expect(await redis.ping()).toBe('PONG');
  redis.disconnect();
  const version = execFileSync('psql', [inject('postgresUrl'), '-Atc', 'show server_version_num'], {
    encoding: 'utf8',
  });
  expect(Number(version)).toBeGreaterThanOrEqual(150000);
});
