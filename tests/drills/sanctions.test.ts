import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Entry } from '../../shared/entries.ts';
import { PROTOCOL_VERSION } from '../../shared/events.ts';
import {
  atDesk,
  connect,
  guest,
  hire,
  newToken,
  type PersonInTest,
  type StaffInTest,
  signIn,
  ticketOf,
} from '../support/people.ts';
import { endMain, type MainProcess, openTown, startMain, type Town } from '../support/town.ts';

/** How long after its acknowledgement an act may still be passed, ms. */
const LATE = 1000;
const TRIES = 200;
const room = 'starting';
let town: Town;
const nodes: MainProcess[] = [];
let dana: PersonInTest;
let bolat: PersonInTest;
let erlan: StaffInTest;

beforeAll(async () => {
  town = await openTown();
  nodes.push(...(await Promise.all([1, 2, 3].map(() => startMain(town)))));
  const house = town.house();
  dana = await atDesk(nodeAt(0), await hire(house, 'Dana', 'moderator'));
  await dana.must('desk:open', {});
  await dana.must('duty:start', {});
  bolat = await atDesk(nodeAt(0), await hire(house, 'Bolat', 'coordinator'));
  erlan = await hire(house, 'Erlan', 'moderator');
});
afterAll(async () => {
  for (const person of [dana, bolat]) person?.close();
  await Promise.all(nodes.map((node) => endMain(node, 'SIGKILL')));
  await town?.close();
});

const nodeAt = (at: number) => nodes[at % nodes.length] as MainProcess;
const leaving = <T extends PersonInTest>(person: T): T => {
  onTestFinished(() => person.close());
  return person;
};
const inRoom = async (at: number, token?: string, where = room) => {
  const person = leaving(await guest(nodeAt(at), 'ru', token));
  const { me } = await person.must('room:join', { room: where });
  return Object.assign(person, { member: me.member });
};

/** Somebody on another node who writes down when each message of `by` was stored, by the log's clock, and shown here. */
function watch(reader: PersonInTest, by: string) {
  const stored: number[] = [];
  const shown: number[] = [];
  reader.socket.on('entries', ({ entries }: { entries: Entry[] }) => {
    for (const entry of entries) {
      if (entry.kind !== 'message' || entry.by.member !== by) continue;
      stored.push(entry.at);
      shown.push(Date.now());
    }
  });
  return { stored, shown };
}

let count = 0;
/** Writes in each of the tabs without a pause until told to stop; what was accepted and refused, and when. */
function pester(tabs: readonly PersonInTest[], where = room) {
  let on = true;
  const accepted: number[] = [];
  const refused = new Map<string, number>();
  const run = async (tab: PersonInTest) => {
    while (on && tab.socket.connected) {
      const message = { room: where, id: `pester-${count}`, text: `тест ${count++}` };
      const reply = await tab.socket
        .timeout(2000)
        .emitWithAck('message:send', message)
        .catch(() => ({ ok: false, code: 'no answer' }));
      if (reply.ok) accepted.push(Date.now());
      else refused.set(reply.code, (refused.get(reply.code) ?? 0) + 1);
      await wait(10);
    }
  };
  const running = Promise.all(tabs.map(run));
  const end = async () => {
    on = false;
    await running;
  };
  return { accepted, refused, end };
}

const later = (times: readonly number[], than: number) => times.filter((time) => time > than);

test('a muted guest: nothing of theirs is stored or shown later than a second, in no tab, on no node', async () => {
  const timur = await inRoom(1);
  const tabs = [timur, await inRoom(2, timur.token), await inRoom(0, timur.token)];
  // In another room already: what a join enforces does not count here.
  const next = await inRoom(2, timur.token, 'cravings');
  const seen = watch(await inRoom(2), timur.member);
  const writing = pester(tabs);
  await wait(1000);
  expect(seen.stored.length).toBeGreaterThan(0);
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'mute_10m', reason: 'flood' });
  const muted = Date.now();
  const back = pester([await inRoom(1, timur.token), await inRoom(2, timur.token)]);
  const elsewhere = pester([next], 'cravings');
  await wait(3 * LATE);
  await Promise.all([writing, back, elsewhere].map((one) => one.end()));
  const times = [...seen.stored, ...seen.shown, ...writing.accepted, ...back.accepted, ...elsewhere.accepted];
  console.log('mute:', seen.stored.length, 'before it; refused', writing.refused, back.refused, elsewhere.refused);
  expect(later(times, muted + LATE)).toEqual([]);
  expect(back.refused.get('muted')).toBeGreaterThan(0);
  expect(elsewhere.refused.get('muted')).toBeGreaterThan(0);
});

test('a guest sent away: nothing of theirs later than a second, and 200 tries with the old token open nothing', async () => {
  const timur = await inRoom(1);
  const tabs = [timur, await inRoom(2, timur.token)];
  const seen = watch(await inRoom(2), timur.member);
  const writing = pester(tabs);
  await wait(1000);
  expect(seen.stored.length).toBeGreaterThan(0);
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'end_session', reason: 'selling' });
  const banned = Date.now();
  const outcomes = new Map<string, number>();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await guest(nodeAt(tried), 'ru', timur.token).then(
      (person) => {
        person.close();
        return 'in';
      },
      (error: Error) => error.message,
    );
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  await wait(Math.max(0, banned + 3 * LATE - Date.now()));
  await writing.end();
  console.log('sent away:', seen.stored.length, 'before it; tries', outcomes, 'refused', writing.refused);
  expect(later([...seen.stored, ...seen.shown, ...writing.accepted], banned + LATE)).toEqual([]);
  expect(Object.fromEntries(outcomes)).toEqual({ no_session: TRIES });
  expect(tabs.filter((tab) => tab.socket.connected)).toEqual([]);
});

test('a locked room: nobody writes there later than a second, on no node', async () => {
  const people = await Promise.all([0, 1, 2].map((at) => inRoom(at)));
  const reader = await inRoom(1);
  const seen = people.map(({ member }) => watch(reader, member));
  const writing = pester(people);
  await wait(1000);
  await dana.must('room:lock', { room, locked: true });
  const locked = Date.now();
  const fresh = pester([await inRoom(0, await newToken(nodeAt(0), 'ru')), await inRoom(1, people[0]?.token)]);
  await wait(3 * LATE);
  await Promise.all([writing, fresh].map((one) => one.end()));
  await dana.must('room:lock', { room, locked: false });
  const times = seen.flatMap(({ stored, shown }) => [...stored, ...shown]);
  console.log('lock:', times.length / 2, 'before it; refused', writing.refused, fresh.refused);
  expect(times.length).toBeGreaterThan(0);
  expect(later([...times, ...writing.accepted, ...fresh.accepted], locked + LATE)).toEqual([]);
  expect(fresh.refused.get('locked')).toBeGreaterThan(0);
});

test('a removed volunteer: no act later than a second, and 200 tries with the old session or a ticket open nothing', async () => {
  const cookie = await signIn(nodeAt(1), erlan);
  const tickets = await Promise.all(Array.from({ length: TRIES / 4 }, () => ticketOf(nodeAt(1), cookie)));
  const dial = async (at: number, ticket: string) =>
    connect(nodeAt(at).address, { v: PROTOCOL_VERSION, lang: 'ru', ticket }, '');
  const tabs = await Promise.all([1, 2].map(async (at) => leaving(await dial(at, await ticketOf(nodeAt(at), cookie)))));
  const members = await Promise.all(tabs.map(async (tab) => (await tab.must('room:join', { room })).me.member));
  const seen = watch(await inRoom(0), members[0] ?? '');
  const writing = pester(tabs);
  await wait(1000);
  expect(seen.stored.length).toBeGreaterThan(0);
  // One tab on each node only listens: no act of its own tells the node to look.
  const listening = await Promise.all([0, 2].map(async (at) => dial(at, await ticketOf(nodeAt(at), cookie))));
  const cutOff = listening.map(
    ({ socket }) => new Promise<number>((cut) => socket.once('disconnect', () => cut(Date.now()))),
  );
  await bolat.must('staff:remove', { staff: erlan.id });
  const removed = Date.now();
  const outcomes = new Map<string, number>();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const spare = tickets.pop();
    const outcome = await (async () => dial(tried, spare ?? (await ticketOf(nodeAt(tried), cookie))))().then(
      (person) => {
        person.close();
        return 'in';
      },
      (error: Error) => error.message,
    );
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  await wait(Math.max(0, removed + 3 * LATE - Date.now()));
  await writing.end();
  console.log('removed:', seen.stored.length, 'before it; tries', outcomes, 'refused', writing.refused);
  expect(later([...seen.stored, ...seen.shown, ...writing.accepted], removed + LATE)).toEqual([]);
  expect(Object.fromEntries(outcomes)).toEqual({ no_session: TRIES });
  expect(tabs.filter((tab) => tab.socket.connected)).toEqual([]);
  expect(later(await Promise.all(cutOff), removed + LATE)).toEqual([]);
});
