import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gather } from './crowd.ts';
import { type NodeProcess, startFleet } from './fleet.ts';

/** Acknowledged messages; `npm run soak` sets 10000, `npm run drills:short` 300. */
const MESSAGES = Number(process.env.MESSAGES ?? 2000);

test('nodes killed under load: nothing acknowledged is lost, nothing comes twice, one order in each room', async () => {
  const fleet = await startFleet();
  const crowd = await gather(fleet.proxy.address);
  const talk = crowd.talk(20);
  let kills = 0;
  while (crowd.acknowledged() < MESSAGES) {
    await wait(9000);
    const at = kills % fleet.nodes.length;
    // For a second its answers are lost on the way: what it stored then is sent to another node again.
    fleet.proxy.loseAnswers((fleet.nodes[at] as NodeProcess).port);
    await wait(1000);
    await fleet.end(at, 'SIGKILL');
    kills += 1;
    await fleet.restart(at);
    console.log(`${crowd.acknowledged()} of ${MESSAGES} acknowledged, ${kills} nodes killed`);
  }
  talk.stop();
  await crowd.quiet(120_000);
  const { lost, duplicates, disorder, ...counts } = crowd.verdict();
  console.log(
    counts,
    'refused:',
    crowd.refused(),
    `${kills} kills; lost ${lost.length}, doubled ${duplicates.length}, disorder ${disorder.length}`,
  );
  expect({ lost, duplicates, disorder }).toEqual({ lost: [], duplicates: [], disorder: [] });
}, 3_600_000);
