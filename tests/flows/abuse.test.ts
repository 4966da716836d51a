import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashToken } from '../../server/sessions/start.ts';
import { memoryStores } from '../../server/stores.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Asked } from '../../shared/proof.ts';
import { type Night, newCase, openNight, plainGuard, says } from '../support/night.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { guest, hire, newToken, type PersonInTest, postJson, type StaffInTest } from '../support/people.ts';

/** What single messages do not show: one text from many, somebody stopped again and again, somebody new from a crowd. */
let house: House;
let hired: StaffInTest;
let night: Night;
let other: TestNode;
let dana: PersonInTest;
const there: PersonInTest[] = [];

beforeAll(async () => {
  house = await openHouse();
  hired = await hire(house, 'Dana', 'moderator');
});
afterAll(() => house.close());
beforeEach(async () => {
  const stores = memoryStores();
  const env = { RATE_SCALE: '1' };
  night = await openNight(house, { stores, env });
  other = await startNode(house, { stores, env: { ...env, TRUSTED_PROXIES: '1' }, guard: plainGuard });
  dana = await night.desk(hired);
});
afterEach(async () => {
  for (const person of there.splice(0)) person.close();
  await night.end();
  await other.close();
});

/** In a room, on the other node. */
async function elsewhere(room = 'starting', token?: string): Promise<PersonInTest> {
  const person = await guest(other, 'ru', token);
  there.push(person);
  await person.must('room:join', { room });
  return person;
}

const ADVERT = 'Есть работа в городе, платим каждый день, пишите мне, всё подробно расскажу и покажу';
const COPY = 'ЕCТЬ  рaботa в гopоде!! Платим каждый день, пишитe мне, всё подpобно расскажу и покажу...';

/** Resolves when one node has told the other what was written. Called before the writing. */
function told(): Promise<void> {
  return new Promise((resolve) => void night.node.stores.bus.subscribe('prints', () => resolve()));
}

test('one text from several people in two rooms on two nodes: held, one case for all, decided once', async () => {
  const aigul = await night.inRoom('ru');
  const heard = told();
  expect(await says(aigul, ADVERT)).toMatchObject({ ok: true, data: { state: 'sent' } });
  await heard;
  const timur = await elsewhere();
  const eve = await elsewhere('families');
  expect(await says(timur, COPY)).toMatchObject({ data: { state: 'held', why: 'guard' } });
  const card = await newCase(dana, 'ring');
  expect(await says(eve, `${ADVERT}.`, 'families')).toMatchObject({ data: { state: 'held', why: 'guard' } });
  await dana.hears('case', ({ changed }) => changed?.id === card.id);
  const { cases } = await dana.must('desk:open', {});
  expect(cases.filter(({ kind }) => kind === 'ring' || kind === 'guard')).toHaveLength(1);
  const { evidence } = await dana.must('case:open', { id: card.id });
  expect(evidence.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([COPY, `${ADVERT}.`]);
  await dana.must('case:decide', { id: card.id, decision: 'removed', reason: 'recruiting' });
  for (const person of [timur, eve]) expect(await person.hears('held')).toMatchObject({ outcome: 'removed' });
});

test('the same person who sends the same again is no ring, nor are thanks and greetings from many', async () => {
  const aigul = await night.inRoom('ru');
  for (let turn = 0; turn < 2; turn += 1) expect(await says(aigul, ADVERT)).toMatchObject({ data: { state: 'sent' } });
  const common = ['привет', 'thank you', 'рахмет', 'спасибо большое за поддержку'];
  for (let many = 0; many < 4; many += 1) {
    const person = await elsewhere();
    for (const text of common) expect(await says(person, text)).toMatchObject({ data: { state: 'sent' } });
  }
});

test('words of somebody in danger are not held for being said by others too', async () => {
  const plea = 'Помогите пожалуйста, он принял что-то и не дышит, не знаю, что мне теперь делать';
  for (const person of [await night.inRoom('ru'), await elsewhere()])
    expect(await says(person, plea)).toMatchObject({ data: { state: 'sent', care: true } });
});

test('three messages stopped in ten minutes: the rest goes through the desk, on every tab, and that has an end', async () => {
  const token = await newToken(night.node, 'ru');
  const eve = await night.inRoom('ru', 'starting', token);
  const tab = await elsewhere('starting', token);
  const heard = told();
  await says(await elsewhere('families'), ADVERT, 'families');
  await heard;
  for (let turn = 0; turn < LIMITS.strikes.count; turn += 1)
    expect(await says(eve, ADVERT)).toMatchObject({ data: { state: 'held' } });
  expect(await says(eve, 'Теперь о погоде')).toMatchObject({ data: { state: 'held', why: 'guard' } });
  expect(await says(tab, 'И на другой вкладке')).toMatchObject({ data: { state: 'held', why: 'guard' } });
  const end = await night.node.stores.keep.get<number>(`through:${hashToken(token)}`);
  expect(end).toBeLessThanOrEqual(Date.now() + LIMITS.strikes.life);
  expect(await says(await night.inRoom('ru'), 'Другие говорят как всегда')).toMatchObject({ data: { state: 'sent' } });
});

test('a volunteer begins a lockdown and ends it: new people wait on every node, others only write more slowly', async () => {
  const aigul = await night.inRoom('ru');
  night.later(LIMITS.raid.window);
  const { gate } = await dana.must('room:lockdown', { room: 'starting', on: true });
  expect(gate).toMatchObject({ slowSeconds: LIMITS.raid.slow, lockdown: { by: 'staff', before: 0 } });
  expect((await aigul.hears('gate', (frame) => frame.gate.lockdown !== undefined)).gate).toEqual(gate);
  expect((await dana.hears('desk:room', (frame) => frame.gate.lockdown !== undefined)).room).toBe('starting');
  const eve = await night.inRoom('ru');
  expect(await says(eve, 'Я тут новая')).toMatchObject({ data: { state: 'held', why: 'guard' } });
  expect(await says(aigul, 'Я тут давно')).toMatchObject({ data: { state: 'sent' } });
  expect(await says(aigul, 'И быстро пишу')).toMatchObject({ code: 'slow' });
  expect((await dana.must('desk:open', {})).held.map(({ text }) => text)).toEqual(['Я тут новая']);
  expect(await dana.must('room:lockdown', { room: 'starting', on: false })).toEqual({
    gate: expect.not.objectContaining({ lockdown: expect.anything() }),
  });
  await aigul.hears('gate', (frame) => frame.gate.lockdown === undefined && frame.gate.slowSeconds === 0);
  expect(await says(eve, 'Теперь как все')).toMatchObject({ data: { state: 'sent' } });
  const { data } = await house.supabase.asService().from('audit').select('act').eq('actor', hired.id);
  for (const act of ['room.lockdown', 'room.lockdown_end']) expect(data).toContainEqual({ act });
});

test('a raid over the wire: noticed on both nodes, seen at the desk and in the room, proofs cost more meanwhile', async () => {
  const nodes = [night.node, other];
  const behind = async (address: string) => {
    const headers = { 'x-forwarded-for': address };
    const asked = await postJson<Asked>(other.address, '/api/challenge', { purpose: 'session' }, headers);
    return asked.reply.ok && asked.reply.data.slipAfter;
  };
  const usual = await behind('203.0.113.1');
  for (let came = 0; came < LIMITS.raid.joins; came += 1) {
    const person = await guest(nodes[came % 2] as TestNode, 'ru');
    there.push(person);
    await person.must('room:join', { room: 'starting' });
  }
  const { gate } = await dana.hears('desk:room', (frame) => frame.gate.lockdown !== undefined);
  expect(gate).toMatchObject({ slowSeconds: LIMITS.raid.slow, lockdown: { by: 'raid', before: 0 } });
  const eve = await elsewhere();
  expect(await behind('203.0.113.2')).toBeGreaterThan(Number(usual));
  expect(await says(eve, 'Всем привет')).toMatchObject({ data: { state: 'held', why: 'guard' } });
  const { log } = await eve.must('room:join', { room: 'starting' });
  expect(log.entries).toContainEqual(expect.objectContaining({ kind: 'line', line: 'lockdown_on' }));
  await dana.must('room:lockdown', { room: 'starting', on: false });
  await dana.hears('desk:room', (frame) => frame.gate.lockdown === undefined);
});

test('who brings a slip instead of work is in the room, and a volunteer sees the first messages', async () => {
  const { reply } = await postJson<{ slip: string }>(other.address, '/api/challenge', { purpose: 'session' });
  const slip = reply.ok ? reply.data.slip : '';
  expect(await postJson(other.address, '/api/session', { lang: 'ru', slip })).toMatchObject({
    status: 400,
    reply: { code: 'proof_early' },
  });
  const later = await startNode(house, {
    stores: night.node.stores,
    clock: () => Date.now() + LIMITS.proof.slipAfter,
    env: { RATE_SCALE: '1' },
  });
  const session = await postJson<{ token: string }>(later.address, '/api/session', { lang: 'ru', slip });
  await later.close();
  const eve = await elsewhere('starting', session.reply.ok ? session.reply.data.token : '');
  for (let first = 0; first < LIMITS.firstMessages; first += 1)
    expect(await says(eve, `Слово ${first}`)).toMatchObject({ data: { state: 'held', why: 'guard' } });
  expect(await says(eve, 'Теперь как все')).toMatchObject({ data: { state: 'sent' } });
  expect((await dana.must('desk:open', {})).held).toHaveLength(LIMITS.firstMessages);
});
