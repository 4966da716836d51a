import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gather } from './crowd.ts';
import { startFleet } from './fleet.ts';

/** The longest time for which most members may be without their room, ms. */
const GAP = 5000;
/** How long a node may take to end, ms. */
const END = 10_000;

test('three nodes restarted one after the other under load: nothing lost or doubled, members back within 5 s', async () => {
  const fleet = await startFleet();
  const crowd = await gather(fleet.proxy.address);
  const before = crowd.members.map(({ gaps }) => gaps.length);
  const talk = crowd.talk(20);
  for (const at of fleet.nodes.keys()) {
    await wait(1500);
    const { code, ms } = await fleet.end(at, 'SIGTERM');
    console.log(`node ${at + 1} of 3 ended with ${code} after ${Math.round(ms)} ms`);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(END);
    await fleet.restart(at);
  }
  await wait(2000);
  talk.stop();
  await crowd.quiet(60_000);
  const { lost, duplicates, disorder, ...counts } = crowd.verdict();
  const gaps = crowd.members
    .map((member, at) => Math.max(0, ...member.gaps.slice(before[at])))
    .toSorted((a, b) => a - b);
  const p95 = gaps[Math.ceil(gaps.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  console.log(
    counts,
    'refused:',
    crowd.refused(),
    `p95 gap ${Math.round(p95)} ms, longest ${Math.round(gaps.at(-1) ?? 0)} ms`,
  );
  expect({ lost, duplicates, disorder }).toEqual({ lost: [], duplicates: [], disorder: [] });
  expect(gaps.filter((gap) => gap > 0).length).toBeGreaterThan(0);
  expect(p95).toBeLessThanOrEqual(GAP);
});
