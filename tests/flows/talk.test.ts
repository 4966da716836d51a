import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, guest, hire, type PersonInTest, type StaffInTest } from '../support/people.ts';

let house: House;
let dana: StaffInTest;
let node: TestNode;
let ahead = 0;
const room = 'starting';

beforeAll(async () => {
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
});
afterAll(() => house.close());
beforeEach(async () => {
  ahead = 0;
  node = await startNode(house, { clock: () => Date.now() + ahead });
});
afterEach(() => node.close());

const says = (person: PersonInTest, id: string, text: string) => person.ask('message:send', { room, id, text });
const hearsText = (person: PersonInTest, text: string) =>
  person.hears('entries', (frame) => frame.entries.some((entry) => entry.kind === 'message' && entry.text === text));

async function onDuty(): Promise<PersonInTest> {
  const desk = await atDesk(node, dana);
  await desk.must('desk:open', {});
  await desk.must('duty:start', {});
  return desk;
}

test('Aigul and Timur talk both ways while Dana is on duty', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  const timur = await guest(node, 'ru');
  const { me, gate } = await aigul.must('room:join', { room });
  expect(gate).toMatchObject({ duty: 'on', onDuty: [{ name: 'Dana' }] });
  const joined = await timur.must('room:join', { room });
  expect(joined.people.people.map((person) => person.name)).toContain(me.name);
  expect(joined.me.name).not.toBe(me.name);
  expect(await says(aigul, 'message-0001', 'Сәлем')).toMatchObject({ ok: true, data: { state: 'sent', seq: 1 } });
  expect(await says(timur, 'message-0002', 'Привет <b>всем</b>')).toMatchObject({ ok: true, data: { seq: 2 } });
  await hearsText(timur, 'Сәлем');
  await hearsText(aigul, 'Привет <b>всем</b>');
  for (const person of [desk, aigul, timur]) person.close();
});

test('when Dana goes off duty the next message is held, the room says so, and she approves it on her return', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room });
  await desk.must('duty:end', {});
  await aigul.hears('gate', ({ gate }) => gate.duty === 'gap' && gate.gapUntil !== undefined);
  expect(await says(aigul, 'message-0003', 'Осында біреу бар ма?')).toMatchObject({
    ok: true,
    data: { state: 'held' },
  });
  const { added } = await desk.hears('desk:held');
  expect(added).toMatchObject({ text: 'Осында біреу бар ма?', why: 'duty', room });
  await desk.must('duty:start', {});
  expect(await desk.must('held:decide', { heldId: added?.heldId ?? '', decision: 'approve' })).toEqual({
    state: 'approved',
  });
  await hearsText(aigul, 'Осында біреу бар ма?');
  expect(await aigul.hears('held')).toMatchObject({ id: 'message-0003', outcome: 'approved' });
  expect(await desk.ask('held:decide', { heldId: added?.heldId ?? '', decision: 'approve' })).toEqual({
    ok: false,
    code: 'already_decided',
  });
  for (const person of [desk, aigul]) person.close();
});

test('after the gap nobody writes into silence, and a held message is given back in time', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room });
  await desk.must('duty:end', {});
  await says(aigul, 'message-0004', 'Күтіп отырмын');
  ahead = LIMITS.heldLife + 1000;
  expect(await aigul.hears('held')).toMatchObject({ id: 'message-0004', outcome: 'expired' });
  expect(await says(aigul, 'message-0005', 'Ешкім жоқ па?')).toEqual({ ok: false, code: 'off_duty' });
  for (const person of [desk, aigul]) person.close();
});

test('a room in which nobody was ever on duty is off, and says so on the list', async () => {
  const aigul = await guest(node, 'kk');
  const { rooms } = await aigul.must('room:list', {});
  expect(rooms.map(({ id, duty }) => ({ id, duty }))).toEqual([
    { id: 'starting', duty: 'off' },
    { id: 'cravings', duty: 'off' },
    { id: 'families', duty: 'off' },
    { id: 'qazaqsha', duty: 'off' },
    { id: 'youth', duty: 'off' },
  ]);
  await aigul.must('room:join', { room });
  expect(await says(aigul, 'message-0006', 'Сәлем')).toEqual({ ok: false, code: 'off_duty' });
  aigul.close();
});

test('who comes back gets what was missed, and is the same person in every tab', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  const timur = await guest(node, 'ru');
  const first = await aigul.must('room:join', { room });
  await timur.must('room:join', { room });
  aigul.close();
  await says(timur, 'message-0007', 'Ты здесь?');
  const back = await guest(node, 'kk', aigul.token);
  const again = await back.must('room:join', { room, epoch: first.log.epoch, seq: first.log.last });
  expect(again.me).toEqual(first.me);
  expect(again.gone).toBe(false);
  expect(again.log.entries).toMatchObject([{ kind: 'message', text: 'Ты здесь?', seq: first.log.last + 1 }]);
  for (const person of [desk, back, timur]) person.close();
});

test('a retry of a message is answered as the first time and shown once', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  await aigul.must('room:join', { room });
  const once = await says(aigul, 'message-0008', 'Бір рет');
  expect(await says(aigul, 'message-0008', 'Бір рет')).toEqual(once);
  const log = await aigul.must('log:after', { room, seq: 0 });
  expect(log.entries.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  for (const person of [desk, aigul]) person.close();
});

test('taking back what I wrote removes it for everybody', async () => {
  const desk = await onDuty();
  const aigul = await guest(node, 'kk');
  const timur = await guest(node, 'ru');
  await aigul.must('room:join', { room });
  await timur.must('room:join', { room });
  await says(aigul, 'message-0009', 'Мұны өшіремін');
  await hearsText(timur, 'Мұны өшіремін');
  expect(await timur.ask('message:retract', { room, seq: 1 })).toEqual({ ok: false, code: 'not_found' });
  await aigul.must('message:retract', { room, seq: 1 });
  await timur.hears('entries', (frame) =>
    frame.entries.some((entry) => entry.kind === 'retract' && entry.of.includes(1)),
  );
  expect(JSON.stringify(await timur.must('log:after', { room, seq: 0 }))).not.toContain('Мұны өшіремін');
  for (const person of [desk, aigul, timur]) person.close();
});
