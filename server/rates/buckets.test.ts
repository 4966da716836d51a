import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { Buckets } from './buckets.ts';

test('a burst passes, the next waits until a step has gone by, others are not touched', () => {
  let now = 1_000_000;
  const buckets = new Buckets(() => now);
  const { burst, every } = LIMITS.sendRate;
  for (let sent = 0; sent < burst; sent += 1) expect(buckets.take('send', 'aigul')).toBeNull();
  const until = buckets.take('send', 'aigul');
  expect(until).toBe(now + every);
  expect(buckets.take('send', 'timur')).toBeNull();
  expect(buckets.take('event', 'aigul')).toBeNull();
  now += every;
  expect(buckets.take('send', 'aigul')).toBeNull();
  expect(buckets.take('send', 'aigul')).not.toBeNull();
});

test('asking too early costs nothing, and a full bucket holds no more than the burst', () => {
  let now = 0;
  const buckets = new Buckets(() => now);
  now = 10 * LIMITS.sendRate.burst * LIMITS.sendRate.every;
  for (let sent = 0; sent < LIMITS.sendRate.burst; sent += 1) expect(buckets.take('send', 'aigul')).toBeNull();
  for (let tries = 0; tries < 50; tries += 1) expect(buckets.take('send', 'aigul')).toBe(now + LIMITS.sendRate.every);
  buckets.sweep();
  expect(buckets.take('send', 'aigul')).toBe(now + LIMITS.sendRate.every);
});

test('a scale multiplies what passes at one moment too', () => {
  const buckets = new Buckets(() => 0, 1000);
  for (let sent = 0; sent < 1000 * LIMITS.sendRate.burst; sent += 1) expect(buckets.take('send', 'aigul')).toBeNull();
  expect(buckets.take('send', 'aigul')).not.toBeNull();
});
