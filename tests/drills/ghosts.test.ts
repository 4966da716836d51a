import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/events.ts';
import { connect, type PersonInTest, postJson } from '../support/people.ts';
import { startFleet } from './fleet.ts';
import { startProxy } from './proxy.ts';

const room = 'room-0';
/** Those that wait for leases to end are left out of the short drills. */
const long = test.skipIf(process.env.DRILLS === 'short');

/** A visitor who does not come back by themselves: what is asked is when the others see that they are gone. */
async function visitor(address: string): Promise<PersonInTest & { member: string }> {
  const { reply } = await postJson<{ token: string }>(address, '/api/session', { lang: 'ru' });
  const token = reply.ok ? reply.data.token : '';
  const person = await connect(address, { v: PROTOCOL_VERSION, lang: 'ru', token }, token);
  onTestFinished(() => person.close());
  const { me } = await person.must('room:join', { room });
  return Object.assign(person, { member: me.member });
}

/** Writes down each time somebody comes or goes on Aigul's screen. */
function watch(aigul: PersonInTest) {
  const moves: { who: string; what: 'came' | 'left'; at: number }[] = [];
  let here = new Set<string>();
  aigul.socket.on('people', (frame: { people: { member: string }[] }) => {
    const now = new Set(frame.people.map(({ member }) => member));
    const at = performance.now();
    for (const who of now) if (!here.has(who)) moves.push({ who, what: 'came', at });
    for (const who of here) if (!now.has(who)) moves.push({ who, what: 'left', at });
    here = now;
  });
  return { moves, here: () => here };
}

async function evening() {
  const fleet = await startFleet({ rooms: 1 });
  const aigul = await visitor(fleet.nodes[0]?.address ?? '');
  const seen = watch(aigul);
  const others = fleet.nodes[1]?.address ?? '';
  const leaves = (who: string) => seen.moves.filter((move) => move.who === who && move.what === 'left');
  const arrived = (who: string) => expect.poll(() => seen.here().has(who), { timeout: 10_000 }).toBe(true);
  /** Resolves to how long it took, ms; then everybody else has renewed and been looked at once more. */
  const goneWithin = async (who: string, from: number, limit: number) => {
    await expect.poll(() => leaves(who).length, { timeout: limit - (performance.now() - from) }).toBe(1);
    const took = Math.round((leaves(who)[0]?.at ?? 0) - from);
    await wait(6000);
    expect(leaves(who)).toHaveLength(1);
    expect(seen.here().has(aigul.member === who ? '' : aigul.member)).toBe(true);
    return took;
  };
  return { fleet, seen, others, arrived, goneWithin };
}

test('a closed tab is gone within 3 s, with one leave', async () => {
  const { others, arrived, goneWithin } = await evening();
  const timur = await visitor(others);
  await arrived(timur.member);
  timur.close();
  console.log(`closed tab: gone after ${await goneWithin(timur.member, performance.now(), 3000)} ms`);
});

long('the members of a killed node are gone within 15 s, with one leave each', async () => {
  const { fleet, others, arrived, goneWithin } = await evening();
  const [timur, dana] = await Promise.all([visitor(others), visitor(others)]);
  await Promise.all([arrived(timur.member), arrived(dana.member)]);
  const killed = performance.now();
  await fleet.end(1, 'SIGKILL');
  const times = await Promise.all([timur, dana].map(({ member }) => goneWithin(member, killed, 15_000)));
  console.log(`killed node: gone after ${times.join(' and ')} ms`);
});

long('somebody whose way forwards nothing any more is gone within 35 s, with one leave', async () => {
  const { fleet, arrived, goneWithin } = await evening();
  const proxy = await startProxy(async () => fleet.nodes[1]?.port ?? 0);
  onTestFinished(proxy.close);
  const timur = await visitor(proxy.address);
  await arrived(timur.member);
  proxy.stopForwarding();
  console.log(`dead way: gone after ${await goneWithin(timur.member, performance.now(), 35_000)} ms`);
});

long('a node whose event loop stands still for 5 s loses nobody', async () => {
  const { fleet, seen, others, arrived } = await evening();
  const timur = await visitor(others);
  await arrived(timur.member);
  fleet.nodes[1]?.child.send({ stall: 5000 });
  // Longer than a lease: whoever was not renewed would be gone by now.
  await wait(18_000);
  expect(seen.moves.filter(({ what }) => what === 'left')).toEqual([]);
  expect(await timur.ask('room:list', {})).toMatchObject({ ok: true });
});
