import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { redisStores, type Stores } from '../../server/stores.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, guest, hire, type PersonInTest } from '../support/people.ts';

/** Two servers on one Redis and one database: Aigul is on one, Timur and Dana on the other. */
let house: House;
const stores: Stores[] = [];
const nodes: TestNode[] = [];
let aigul: PersonInTest;
let timur: PersonInTest;
let desk: PersonInTest;
const room = 'starting';

beforeAll(async () => {
  house = await openHouse();
  const prefix = randomBytes(6).toString('hex');
  for (let at = 0; at < 2; at += 1) {
    const own = await redisStores({ url: inject('redisUrl'), prefix });
    stores.push(own);
    nodes.push(await startNode(house, { stores: own }));
  }
  const [first, second] = nodes as [TestNode, TestNode];
  desk = await atDesk(second, await hire(house, 'Dana', 'moderator'));
  await desk.must('desk:open', {});
  await desk.must('duty:start', {});
  aigul = await guest(first, 'kk');
  timur = await guest(second, 'ru');
  await aigul.must('room:join', { room });
  await timur.must('room:join', { room });
});
afterAll(async () => {
  for (const person of [aigul, timur, desk]) person?.close();
  await Promise.all(nodes.map((node) => node.close()));
  await Promise.all(stores.map((one) => one.close()));
  await house.close();
});

const hearsText = (person: PersonInTest, text: string) =>
  person.hears('entries', (frame) => frame.entries.some((entry) => entry.kind === 'message' && entry.text === text));

test('what is said on one node is heard on the other, in one order, with sequences without holes', async () => {
  for (let at = 0; at < 10; at += 1) {
    await aigul.must('message:send', { room, id: `aigul-msg-${at}`, text: `Сәлем ${at}` });
    await timur.must('message:send', { room, id: `timur-msg-${at}`, text: `Привет ${at}` });
  }
  await hearsText(aigul, 'Привет 9');
  await hearsText(timur, 'Сәлем 9');
  const [here, there] = await Promise.all([
    aigul.must('log:after', { room, seq: 0 }),
    timur.must('log:after', { room, seq: 0 }),
  ]);
  expect(here).toEqual(there);
  expect(here.entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test('both nodes show who is in the room and who is on duty', async () => {
  const both = (frame: { count: number }) => frame.count === 2;
  expect((await aigul.hears('people', both)).people).toHaveLength(2);
  const joined = await aigul.must('room:join', { room });
  expect(joined.people.count).toBe(2);
  expect(joined.gate).toMatchObject({ duty: 'on', onDuty: [{ name: 'Dana' }] });
});

test('a message held on one node is approved at a desk on the other', async () => {
  await desk.must('duty:end', {});
  await aigul.hears('gate', ({ gate }) => gate.duty === 'gap');
  const sent = await aigul.must('message:send', { room, id: 'aigul-held-1', text: 'Күтемін' });
  expect(sent.state).toBe('held');
  const { added } = await desk.hears('desk:held', (frame) => frame.added !== undefined);
  await desk.must('duty:start', {});
  await desk.must('held:decide', { heldId: added?.heldId ?? '', decision: 'approve' });
  expect(await aigul.hears('held')).toMatchObject({ id: 'aigul-held-1', outcome: 'approved' });
  await hearsText(timur, 'Күтемін');
});

test('a session that ends is ended on every node', async () => {
  const [first, second] = nodes as [TestNode, TestNode];
  const here = await guest(first, 'en');
  const there = await guest(second, 'en', here.token);
  await here.must('session:end', {});
  expect(await there.hears('ended')).toEqual({ why: 'left' });
  await expect(guest(second, 'en', here.token)).rejects.toThrow('no_session');
});

test('forty who come and go are told in few frames, not one by one', async () => {
  const [first, second] = nodes as [TestNode, TestNode];
  const reader = await guest(first, 'en');
  await reader.must('room:join', { room: 'cravings' });
  const frames: number[] = [];
  const began = performance.now();
  reader.socket.on('people', ({ count }: { count: number }) => frames.push(count));
  const crowd = await Promise.all(Array.from({ length: 40 }, (_, at) => guest(at % 2 ? first : second, 'ru')));
  await Promise.all(crowd.map((person) => person.must('room:join', { room: 'cravings' })));
  await expect.poll(() => frames.at(-1), { timeout: 20_000 }).toBe(41);
  for (const person of crowd) person.close();
  await expect.poll(() => frames.at(-1), { timeout: 20_000 }).toBe(1);
  // One a second at most; eighty arrivals and leaves one by one would be eighty.
  expect(frames.length).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 1000) + 1);
  reader.close();
});
