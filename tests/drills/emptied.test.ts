import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { gather } from './crowd.ts';
import { startFleet } from './fleet.ts';

test('Redis emptied with sixty members on: all see that history is gone within 5 s, rosters are right within 10 s', async () => {
  const fleet = await startFleet();
  const crowd = await gather(fleet.proxy.address);
  const talk = crowd.talk(20);
  await wait(3000);
  talk.stop();
  await crowd.quiet(30_000);
  expect(crowd.verdict()).toMatchObject({ lost: [], duplicates: [], disorder: [] });

  const redis = new Redis(fleet.redisUrl);
  await redis.flushall();
  const emptied = performance.now();
  redis.disconnect();
  const since = () => Math.round(performance.now() - emptied);
  const screens = crowd.members.map(({ room }) => room);
  await expect.poll(() => screens.filter(({ log }) => log.value.gone).length, { timeout: 5000 }).toBe(screens.length);
  console.log(`all ${screens.length} see that history is gone after ${since()} ms`);
  const epochs = new Set(screens.map(({ id, log }) => `${id} ${log.value.epoch}`));
  expect(epochs.size).toBe(6);

  // A roster counts when it came after the loss.
  const names = (id: string) =>
    screens.flatMap(({ id: room, me }) => (room === id ? [me.value?.name ?? ''] : [])).toSorted();
  const right = ({ room, rosters }: (typeof crowd.members)[number]) => {
    const newest = rosters.at(-1);
    const shown = newest?.people.people.map(({ name }) => name).toSorted();
    return newest && newest.at > emptied && JSON.stringify(shown) === JSON.stringify(names(room.id));
  };
  await expect.poll(() => crowd.members.filter(right).length, { timeout: 10_000 - since() }).toBe(crowd.members.length);
  console.log(`all rosters are right after ${since()} ms`);
  for (const [at, member] of crowd.members.entries()) member.write(`afterwards ${at}`);
  await crowd.quiet(30_000);
  expect(crowd.verdict()).toMatchObject({ unacknowledged: 0, lost: [], duplicates: [], disorder: [] });
});
