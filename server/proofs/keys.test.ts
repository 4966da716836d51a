import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { MemoryBus } from '../keep/memory.ts';
import { SharedKeys } from './keys.ts';
import { AddressTags } from './tags.ts';

const HOUR = 3_600_000;

function house() {
  let now = 10 * HOUR;
  const bus = new MemoryBus();
  return {
    bus,
    later: (ms: number) => {
      now += ms;
    },
    node: async () => {
      const keys = new SharedKeys({ clock: () => now, bus });
      onTestFinished(await keys.listen());
      return { keys, tags: new AddressTags(keys) };
    },
  };
}

test('an address has one tag for an hour on every node, and another one later', async () => {
  const { node, later } = house();
  const [first, second] = [await node(), await node()];
  const tag = first.tags.of('203.0.113.9');
  expect(tag).toMatch(/^[0-9a-f]{8}$/);
  expect(second.tags.of('203.0.113.9')).toBe(tag);
  expect(first.tags.of('203.0.113.10')).not.toBe(tag);
  later(HOUR - 1);
  expect(first.tags.of('203.0.113.9')).toBe(tag);
  later(1);
  first.keys.turn();
  second.keys.turn();
  await turn();
  expect(first.tags.of('203.0.113.9')).not.toBe(tag);
  expect(second.tags.of('203.0.113.9')).toBe(first.tags.of('203.0.113.9'));
});

test('a node that joins takes the key it finds; what it signed before stays good', async () => {
  const { node, bus } = house();
  const first = await node();
  const before = first.keys.current('tag');
  const [second, third] = await Promise.all([node(), node()]);
  await turn();
  for (const { keys } of [first, second, third]) expect(keys.current('tag')).toBe(before);
  const signedHere = third.keys.current('proof');
  await bus.publish('keys', { hour: 10, key: Buffer.alloc(32, 1).toString('base64'), drawn: 1 });
  await turn();
  expect(third.keys.current('proof')).not.toBe(signedHere);
  expect(third.keys.accepted('proof')).toContain(signedHere);
  expect(third.keys.current('tag')).toBe(first.keys.current('tag'));
});

test('nodes that start in the same moment agree', async () => {
  const { node } = house();
  const nodes = await Promise.all([node(), node(), node()]);
  await turn();
  await turn();
  expect(new Set(nodes.map(({ keys }) => keys.current('tag'))).size).toBe(1);
});

test('two hours later nothing of an hour is left', async () => {
  const { node, later } = house();
  const { keys } = await node();
  const signed = keys.current('slip');
  later(HOUR);
  keys.turn();
  expect(keys.accepted('slip')).toContain(signed);
  later(HOUR);
  keys.turn();
  expect(keys.accepted('slip')).not.toContain(signed);
});

test('neighbours in one IPv6 network share a tag, and so do the two ways to write an IPv4 address', async () => {
  const { tags } = await house().node();
  expect(tags.of('2001:db8:0:7::1')).toBe(tags.of('2001:0db8:0000:0007:ffff:1:2:3'));
  expect(tags.of('2001:db8:0:8::1')).not.toBe(tags.of('2001:db8:0:7::1'));
  expect(tags.of('::ffff:203.0.113.9')).toBe(tags.of('203.0.113.9'));
  expect(tags.of('::1')).not.toBe(tags.of('fe80::1%eth0'));
});
