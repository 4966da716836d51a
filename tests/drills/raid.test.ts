import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken, sessionKey } from '../../server/sessions/start.ts';
import { redisStores } from '../../server/stores.ts';
import type { Gate } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import { newCase, says } from '../support/night.ts';
import { atDesk, guest, hire, type PersonInTest, postJson } from '../support/people.ts';
import { solved } from '../support/proofs.ts';
import { endMain, type MainProcess, openTown, startMain, type Town } from '../support/town.ts';

/** How many come, and in how long: within a minute; in the short drills as fast as they can, without the end. */
const PEOPLE = 200;
const SHORT = process.env.DRILLS === 'short';
const SPREAD = SHORT ? 0 : 40_000;
/** How soon a lockdown must be on, and off again after its quiet time, ms. */
const SOON = 10_000;
const ROOMS = ['starting', 'families'] as const;
const [room] = ROOMS;
const roomAt = (at: number): string => ROOMS[at % ROOMS.length] ?? room;

let town: Town;
const nodes: MainProcess[] = [];
let dana: PersonInTest;
const people: PersonInTest[] = [];

beforeAll(async () => {
  town = await openTown();
  const env = { RATE_SCALE: '1', POW_COST: '1', TRUSTED_PROXIES: '1' };
  nodes.push(...(await Promise.all([1, 2, 3].map(() => startMain(town, env)))));
  dana = await atDesk(nodeAt(0), await hire(town.house(), 'Dana', 'moderator'));
  await dana.must('desk:open', {});
  await dana.must('duty:start', {});
});
afterAll(async () => {
  for (const person of [dana, ...people]) person?.close();
  await Promise.all(nodes.map((node) => endMain(node, 'SIGKILL')));
  await town?.close();
});

const nodeAt = (at: number) => nodes[at % nodes.length] as MainProcess;

/** Each behind an address of their own, with the work done: nothing but the crowd gives them away. */
async function comeIn(at: number): Promise<PersonInTest> {
  const { address } = nodeAt(at);
  const headers = { 'x-forwarded-for': `203.0.113.${at}` };
  const proof = await solved(address, 'session', headers);
  const { reply } = await postJson<{ token: string }>(address, '/api/session', { lang: 'ru', proof }, headers);
  if (!reply.ok) throw new Error(reply.code);
  return inRoom(await guest(nodeAt(at), 'ru', reply.data.token), roomAt(at));
}

async function inRoom(person: PersonInTest, where: string): Promise<PersonInTest> {
  people.push(person);
  await person.must('room:join', { room: where });
  return person;
}

/** Somebody whose session began long before, on the last node. */
async function oldHand(): Promise<PersonInTest> {
  const token = 'a token of somebody who was here an hour ago';
  const stores = await redisStores({ url: town.redis.url, prefix: 'tirek' });
  const session = { lang: 'ru', since: Date.now() - 3_600_000, looked: false };
  await stores.keep.set(sessionKey(hashToken(token)), session, LIMITS.sessionLife);
  await stores.close();
  return inRoom(await guest(nodeAt(2), 'ru', token), room);
}

/** When a screen first hears, from now on, of a gate that fits, ms since 1970. */
const whenGate = ({ socket }: PersonInTest, event: 'gate' | 'desk:room', fits: (gate: Gate) => boolean) =>
  new Promise<number>((resolve) => {
    socket.on(event, (frame: { room: string; gate: Gate }) => {
      if (frame.room === room && fits(frame.gate)) resolve(Date.now());
    });
  });

test('200 people in a minute on three nodes: slow mode and lockdown within ten seconds, care all the while, and off again', async () => {
  const aigul = await oldHand();
  const down = (gate: Gate) => gate.lockdown?.by === 'raid' && gate.slowSeconds === LIMITS.raid.slow;
  const seen = [whenGate(dana, 'desk:room', down), whenGate(aigul, 'gate', down)];
  const began = Date.now();
  let enough = 0;
  for (let at = 0; at < PEOPLE; at += 1) {
    await comeIn(at);
    if (at + 1 === LIMITS.raid.joins) enough = Date.now();
    await wait(Math.max(0, began + ((at + 1) * SPREAD) / PEOPLE - Date.now()));
  }
  const came = Date.now();
  expect(came - began).toBeLessThan(60_000);
  const on = Math.max(...(await Promise.all(seen))) - enough;
  console.log(`${PEOPLE} in ${came - began} ms; lockdown ${on} ms after the ${LIMITS.raid.joins}th`);
  expect(on).toBeLessThan(SOON);
  // On every node: those who came wait, who was there before writes, and a cry for help is heard at once.
  for (const at of nodes.keys()) {
    const where = roomAt(at);
    const eve = people[1 + at] as PersonInTest;
    expect(await says(eve, 'Всем привет', where)).toMatchObject({ data: { state: 'held', why: 'guard' } });
    expect(await says(eve, 'он не дышит', where)).toMatchObject({ ok: false, code: 'slow', care: true });
    expect(await newCase(dana, 'care')).toMatchObject({ priority: 3, room: where });
    const late = await comeIn(at);
    expect(await says(late, 'она не дышит', where)).toMatchObject({ data: { state: 'held', care: true } });
    expect(await newCase(dana, 'care')).toMatchObject({ priority: 3, room: where });
  }
  expect(await says(aigul, 'Что случилось, столько людей сразу')).toMatchObject({ data: { state: 'sent' } });
  if (SHORT) return;
  const up = (gate: Gate) => gate.lockdown === undefined && gate.slowSeconds === 0;
  const heard = [whenGate(dana, 'desk:room', up), whenGate(aigul, 'gate', up)];
  const last = Date.now();
  const off = Math.max(...(await Promise.all(heard))) - last;
  console.log(`off ${off} ms after the last one came; the quiet time is ${LIMITS.raid.quiet} ms`);
  expect(off).toBeGreaterThan(LIMITS.raid.quiet);
  expect(off).toBeLessThan(LIMITS.raid.window + LIMITS.raid.quiet + SOON);
  expect(await says(people[1] as PersonInTest, 'Спасибо, что вы здесь')).toMatchObject({ data: { state: 'sent' } });
}, 400_000);
