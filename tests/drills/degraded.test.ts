import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { atDesk, guest, hire, type PersonInTest, postJson } from '../support/people.ts';
import { endMain, type MainProcess, openTown, startMain, type Town } from '../support/town.ts';

/** How soon everything works after a store is back, ms. */
const RECOVERY = 10_000;
const room = 'starting';
let town: Town;
const nodes: MainProcess[] = [];
let dana: PersonInTest;

beforeAll(async () => {
  town = await openTown();
  nodes.push(...(await Promise.all([1, 2, 3].map(() => startMain(town)))));
  dana = await atDesk(nodeAt(0), await hire(town.house(), 'Dana', 'moderator'));
  await dana.must('desk:open', {});
  await dana.must('duty:start', {});
});
afterAll(async () => {
  dana?.close();
  await Promise.all(nodes.map((node) => endMain(node, 'SIGKILL')));
  await town?.close();
});

const nodeAt = (at: number) => nodes[at] as MainProcess;
let count = 0;
const inRoom = async (at: number) => {
  const person = await guest(nodeAt(at), 'ru');
  onTestFinished(() => person.close());
  await person.must('room:join', { room });
  return person;
};
const says = async (person: PersonInTest, id = `message-${1000 + count++}`) => {
  const reply = await person.ask('message:send', { room, id, text: 'Сегодня держусь' });
  return reply.ok ? reply.data.state : reply.code;
};
const statusOf = async (path: string) => (await fetch(`${nodeAt(1).address}${path}`)).status;

test('Redis down: sends are refused, the rooms say so, pages are untouched, no node ends; back within 10 s', async () => {
  const [aigul, timur] = [await inRoom(0), await inRoom(1)];
  expect(await says(aigul)).toBe('sent');
  await town.redis.stop();
  const answers = await Promise.all([says(aigul, 'message-kept'), says(timur)]);
  expect(answers).toEqual(['unavailable', 'unavailable']);
  await Promise.all([aigul, timur].map((person) => person.hears('store', ({ away }) => away)));
  expect(await Promise.all(['/ru/help', '/ru/directory', '/healthz', '/kk/'].map(statusOf))).toEqual([
    200, 200, 200, 200,
  ]);
  const started = await postJson<{ token: string }>(nodeAt(1).address, '/api/session', { lang: 'ru' });
  expect(started.reply).toMatchObject({ ok: false, code: 'unavailable' });
  await wait(5000);

  await town.redis.start();
  const back = performance.now();
  const since = () => Math.round(performance.now() - back);
  await expect.poll(() => says(aigul, 'message-kept'), { timeout: RECOVERY }).toBe('sent');
  await timur.hears('entries', ({ entries }) =>
    entries.some((entry) => entry.kind === 'message' && entry.id === 'message-kept'),
  );
  const delivered = since();
  await Promise.all([aigul, timur].map((person) => person.hears('store', ({ away }) => !away)));
  expect(since()).toBeLessThan(RECOVERY);
  await inRoom(0);
  console.log(`Redis back: a message is delivered after ${delivered} ms, rooms know after ${since()} ms`);
  expect(nodes.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
});

test('Supabase down: chat and the directory go on, acts wait and are written within 10 s of its return', async () => {
  const [aigul, timur] = [await inRoom(0), await inRoom(1)];
  await town.supabase.stop();
  expect(await says(aigul)).toBe('sent');
  expect(await Promise.all(['/ru/help', '/ru/directory', '/kk/directory/ala-cpz-narco'].map(statusOf))).toEqual([
    200, 200, 200,
  ]);
  const member = (await timur.must('room:join', { room })).me.member;
  const { id } = await dana.must('sanction:place', { room, member, sanction: 'mute_10m', reason: 'flood' });
  expect(await says(timur)).toBe('muted');
  await town.supabase.start();
  const back = performance.now();
  const row = async () =>
    (await town.house().supabase.asService().from('sanctions').select('id').eq('id', id)).data ?? [];
  await expect.poll(row, { timeout: RECOVERY }).toEqual([{ id }]);
  console.log(`Supabase back: what waited is written after ${Math.round(performance.now() - back)} ms`);
  expect(nodes.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
});

test('a node that is told to end with work under way ends within 10 s, with 0, and the work is done', async () => {
  const [aigul, timur] = [await inRoom(0), await inRoom(1)];
  const answers = Array.from({ length: 20 }, () => says(timur));
  const ended = endMain(nodeAt(1), 'SIGTERM');
  const moved = await timur.hears('moved');
  await expect.poll(() => statusOf('/readyz').catch(() => 0)).toBe(503);
  // Goes when told, as the client does, after a part of the time.
  setTimeout(() => timur.close(), moved.withinMs / 2);
  expect((await Promise.all(answers)).filter((state) => state !== 'sent' && state !== 'held')).toEqual([]);
  const { code, ms } = await ended;
  console.log(`ended with ${code} after ${Math.round(ms)} ms`);
  expect({ code, inTime: ms < 10_000 }).toEqual({ code: 0, inTime: true });
  expect(await says(aigul)).toBe('sent');
});

test('a volunteer whose node is killed is off duty within 15 s, and the room follows', async () => {
  const timur = await inRoom(2);
  await timur.hears('gate', ({ gate }) => gate.duty === 'on');
  await endMain(nodeAt(0), 'SIGKILL');
  const killed = performance.now();
  const { gate } = await timur.hears('gate', (frame) => frame.gate.duty !== 'on');
  const took = Math.round(performance.now() - killed);
  console.log(`the room follows after ${took} ms: ${gate.duty}`);
  expect(gate).toMatchObject({ duty: 'gap', onDuty: [] });
  expect(took).toBeLessThan(15_000);
  expect(await says(timur)).toBe('held');
});

test('acts taken while Supabase was away, their node killed: another node writes each once within 15 s of its return', async () => {
  nodes[0] = await startMain(town);
  const erlan = await atDesk(nodeAt(0), await hire(town.house(), 'Erlan', 'moderator'));
  onTestFinished(() => erlan.close());
  await erlan.must('desk:open', {});
  await erlan.must('duty:start', {});
  const timur = await inRoom(2);
  const { member } = (await timur.must('room:join', { room })).me;
  const audit = async () =>
    (await town.house().supabase.asService().from('audit').select('act').order('seq')).data?.map(({ act }) => act) ??
    [];
  const before = (await audit()).length;
  await town.supabase.stop();
  const { id } = await erlan.must('sanction:place', { room, member, sanction: 'mute_10m', reason: 'flood' });
  await erlan.must('sanction:lift', { id });
  await erlan.must('room:lock', { room, locked: true });
  await erlan.must('room:lock', { room, locked: false });
  await endMain(nodeAt(0), 'SIGKILL');
  await town.supabase.start();
  const back = performance.now();
  const late = ['sanction.decide', 'sanction.lift', 'room.lock', 'room.unlock'];
  const written = async () => (await audit()).slice(before).filter((act) => late.includes(act));
  await expect.poll(written, { timeout: 15_000 }).toEqual(late);
  console.log(`what a killed node took is written after ${Math.round(performance.now() - back)} ms`);
  // Nobody writes them again.
  await wait(5000);
  expect(await written()).toEqual(late);
});
