import { expect, test } from 'vitest';
import { AddressTags } from './tags.ts';

test('an address has one tag for an hour, another one later and on another node', () => {
  let now = 0;
  const tags = new AddressTags(() => now);
  const tag = tags.of('203.0.113.9');
  expect(tag).toMatch(/^[0-9a-f]{8}$/);
  expect(tags.of('203.0.113.10')).not.toBe(tag);
  now = 3_599_999;
  expect(tags.of('203.0.113.9')).toBe(tag);
  now = 3_600_000;
  expect(tags.of('203.0.113.9')).not.toBe(tag);
  expect(new AddressTags(() => 0).of('203.0.113.9')).not.toBe(tag);
});
