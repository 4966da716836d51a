import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSession } from '../../server/sessions/start.ts';
import { LIMITS } from '../../shared/limits.ts';
import { type Night, newCase, openNight, says } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { guest, hire, type PersonInTest, type StaffInTest } from '../support/people.ts';

/** Promise 7: nothing blocks care. Whatever refuses the words, the writer gets the help card and the desk a case. */
let house: House;
let night: Night;
let dana: PersonInTest;
let hired: StaffInTest;
const room = 'starting';
const DANGER = { kk: 'ол дем алмай жатыр', ru: 'он не дышит', en: 'he is not breathing' } as const;

beforeAll(async () => {
  house = await openHouse();
  hired = await hire(house, 'Dana', 'moderator');
});
afterAll(() => house.close());
beforeEach(async () => {
  night = await openNight(house, { env: { RATE_SCALE: '1' } });
  dana = await night.desk(hired);
});
afterEach(() => night.end());

/** What makes a room refuse, and the code it refuses with. */
const OBSTACLES: [string, string, (person: Awaited<ReturnType<Night['inRoom']>>) => Promise<unknown>][] = [
  [
    'muted',
    'muted',
    ({ member }) => dana.must('sanction:place', { room, member, sanction: 'mute_1h', reason: 'flood' }),
  ],
  [
    'banned from the room',
    'banned',
    async ({ token }) => {
      const { hashToken } = await import('../../server/sessions/start.ts');
      await night.node.stores.log.sanction(room, hashToken(token), 'ban', Date.now() + 60_000);
    },
  ],
  [
    'too fast',
    'rate',
    async (person) => {
      for (let sent = 0; sent < LIMITS.sendRate.burst; sent += 1) await says(person, `Сөз ${sent}`);
    },
  ],
  ['in a locked room', 'locked', () => dana.must('room:lock', { room, locked: true })],
  [
    'in a slow room',
    'slow',
    async (person) => {
      await dana.must('room:slow', { room, seconds: 600 });
      await says(person, 'Сөз');
    },
  ],
  ['not in the room', 'not_member', (person) => person.must('room:leave', { room })],
];

describe.each(Object.entries(DANGER))('in %s', (lang, words) => {
  test.each(OBSTACLES)('%s: the card and a case', async (_what, code, obstruct) => {
    const person = await night.inRoom(lang as keyof typeof DANGER);
    await obstruct(person);
    expect(await says(person, 'Жай сөз')).toMatchObject({ ok: false, code });
    expect(await says(person, words)).toMatchObject({ ok: false, code, care: true });
    const card = await newCase(dana, 'care');
    expect(card).toMatchObject({ priority: 3, room, labels: ['crisis'], asked: false });
    const { cases } = await dana.must('desk:open', {});
    expect(cases.find(({ priority }) => priority === 3)).toBeDefined();
    expect(cases.findIndex(({ id }) => id === card.id)).toBeLessThan(cases.filter((one) => one.priority === 3).length);
    const { evidence } = await dana.must('case:open', { id: card.id });
    expect(evidence.filter((item) => item.marked)).toMatchObject([{ text: words, seq: null }]);
  });

  test('in a lockdown, new there: the words wait, the card and the case do not; nor when slow mode refuses them', async () => {
    await dana.must('room:lockdown', { room, on: true });
    const person = await night.inRoom(lang as keyof typeof DANGER);
    expect(await says(person, words)).toMatchObject({ ok: true, data: { state: 'held', care: true } });
    const card = await newCase(dana, 'care');
    expect(card).toMatchObject({ priority: 3, room, labels: ['crisis'] });
    expect(await says(person, words)).toMatchObject({ ok: false, code: 'slow', care: true });
    expect(await says(await night.inRoom('ru'), 'Жай сөз')).not.toHaveProperty('data.care');
    await dana.must('case:decide', { id: card.id, decision: 'cared' });
    await dana.must('room:lockdown', { room, on: false });
  });

  test('in a session that brought no proof of work: the words wait, the card and the case do not', async () => {
    const { token } = await startSession(
      { ...night.node.stores, clock: Date.now, proofs: { redeem: async () => ({ by: 'slip', level: 0 }) } as never },
      lang as keyof typeof DANGER,
      {},
    );
    const person = await night.inRoom(lang as keyof typeof DANGER, room, token);
    expect(await says(person, 'Жай сөз')).toMatchObject({ ok: true, data: { state: 'held' } });
    expect(await says(person, words)).toMatchObject({ ok: true, data: { state: 'held', care: true } });
    expect(await newCase(dana, 'care')).toMatchObject({ priority: 3, room });
  });

  test('when nobody is on duty', async () => {
    await dana.must('duty:end', {});
    night.later(LIMITS.dutyGap + LIMITS.lease);
    const person = await night.inRoom(lang as keyof typeof DANGER);
    expect(await says(person, words)).toMatchObject({ ok: false, code: 'off_duty', care: true });
    await newCase(dana, 'care');
  });

  test('a message too long and one to an unknown room', async () => {
    const person = await night.inRoom(lang as keyof typeof DANGER);
    const long = `${words} ${'а'.repeat(LIMITS.messageLength)}`;
    expect(await says(person, long)).toMatchObject({ ok: false, code: 'too_long', care: true });
    expect(await newCase(dana, 'care')).toMatchObject({ room });
    const other = await night.inRoom(lang as keyof typeof DANGER);
    expect(await says(other, words, 'nowhere')).toMatchObject({ ok: false, code: 'not_found', care: true });
    expect(await newCase(dana, 'care')).toMatchObject({ about: null });
  });

  test('a message that gets in', async () => {
    const person = await night.inRoom(lang as keyof typeof DANGER);
    const sent = await says(person, words);
    expect(sent).toMatchObject({ ok: true, data: { care: true } });
    const card = await newCase(dana, 'care');
    expect(card.about).toEqual({ member: person.member, name: person.name });
  });
});

test('what somebody in danger writes next is added to their case; a retry adds nothing', async () => {
  const timur = await night.inRoom('ru');
  await says(timur, DANGER.ru);
  const { id } = await newCase(dana, 'care');
  const again = { room, id: 'message-same', text: 'Она не дышит' };
  await timur.must('message:send', again);
  await timur.must('message:send', again);
  const { changed } = await dana.hears('case', (frame) => frame.changed !== undefined);
  expect(changed?.id).toBe(id);
  const { evidence } = await dana.must('case:open', { id });
  expect(evidence.filter((item) => item.marked).map((item) => item.text)).toEqual([DANGER.ru, 'Она не дышит']);
  await dana.must('case:decide', { id, decision: 'cared' });
  await says(timur, DANGER.ru);
  expect((await newCase(dana, 'care')).id).not.toBe(id);
});

test('an address in a cry for help: the room sees it masked, the desk in full', async () => {
  const timur = await night.inRoom('ru');
  const aigul = await night.inRoom('kk');
  const words = 'Он не дышит, мой номер 8 701 000 12 34';
  const sent = await says(timur, words);
  expect(sent).toMatchObject({ ok: true, data: { care: true, masked: true, text: expect.stringContaining('•••') } });
  const heard = await aigul.hears('entries');
  expect(JSON.stringify(heard)).not.toContain('701');
  const { id } = await newCase(dana, 'care');
  const { evidence } = await dana.must('case:open', { id });
  expect(evidence.find((item) => item.marked)?.text).toBe(words);
});

test('"stay with me" asks for a volunteer and says when one comes; muted, too fast and in no room', async () => {
  const timur = await night.inRoom('ru');
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'mute_24h', reason: 'flood' });
  for (let asked = 0; asked < 3 * LIMITS.eventRate.burst; asked += 1) await timur.ask('room:list', {});
  expect(await timur.ask('care:ask', { room })).toEqual({ ok: true, data: { room, onDuty: true, nextShift: null } });
  const card = await newCase(dana, 'care');
  expect(card).toMatchObject({ asked: true, priority: 3, about: { name: timur.name } });
  await dana.must('case:claim', { id: card.id });
  expect(await timur.hears('care')).toEqual({ room, state: 'coming', name: 'Dana' });

  const nowhere = await guest(night.node, 'kk');
  expect(await nowhere.must('care:ask', {})).toMatchObject({ room, onDuty: true });
  expect(await newCase(dana, 'care')).toMatchObject({ about: null, asked: true });
  nowhere.close();
});

test('"stay with me" finds the room with somebody on duty, and says honestly when there is nobody', async () => {
  await dana.must('duty:end', {});
  const families = await night.desk(await hire(house, 'Zere', 'moderator', ['families']));
  const timur = await night.inRoom('ru');
  expect(await timur.must('care:ask', { room })).toMatchObject({ room: 'families', onDuty: true });
  expect(await newCase(families, 'care')).toMatchObject({ room: 'families', about: null });
  await families.must('duty:end', {});
  expect(await timur.must('care:ask', { room })).toEqual({ room, onDuty: false, nextShift: null });
  const { added } = await dana.hears('case', (frame) => frame.added?.room === room);
  expect(added).toMatchObject({ about: { name: timur.name }, asked: true });
});

test('the card comes also when the store does not answer', async () => {
  const { Unavailable } = await import('../../server/ports/log.ts');
  const timur = await night.inRoom('ru');
  const { stores } = night.node;
  const { append } = stores.log;
  const { claim } = stores.keep;
  stores.log.append = () => Promise.reject(new Unavailable());
  stores.keep.claim = () => Promise.reject(new Unavailable());
  expect(await says(timur, DANGER.ru)).toEqual({ ok: false, code: 'unavailable', care: true });
  stores.log.append = append;
  stores.keep.claim = claim;
});

test('while the database is away a case reaches the desk at once, and is written once after its return', async () => {
  const timur = await night.inRoom('ru');
  const service = house.supabase.asService();
  const { rpc } = service;
  service.rpc = (() => Promise.reject(new Error('away'))) as never;
  await says(timur, DANGER.ru);
  const { id } = await newCase(dana, 'care');
  service.rpc = rpc;
  const row = () => service.from('cases').select('kind, room').eq('id', id);
  while ((await row()).data?.length === 0) await new Promise(setImmediate);
  expect((await row()).data).toEqual([{ kind: 'care', room }]);
  await dana.must('case:decide', { id, decision: 'cared' });
});
