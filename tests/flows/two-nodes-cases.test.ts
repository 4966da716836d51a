import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { redisStores, type Stores } from '../../server/stores.ts';
import { type Night, newCase, openNight, says, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type PersonInTest } from '../support/people.ts';

/** Two servers on one Redis and one database: Dana's desk is on one, Erlan's on the other, guests are on both. */
let house: House;
const stores: Stores[] = [];
const nights: Night[] = [];
let dana: PersonInTest;
let erlan: PersonInTest;
const room = 'starting';
const [here, there] = [() => nights[0] as Night, () => nights[1] as Night];

beforeAll(async () => {
  house = await openHouse();
  const prefix = randomBytes(6).toString('hex');
  for (let at = 0; at < 2; at += 1) {
    const own = await redisStores({ url: inject('redisUrl'), prefix });
    stores.push(own);
    nights.push(await openNight(house, { stores: own, clock: Date.now }));
  }
  dana = await here().desk(await hire(house, 'Dana', 'moderator'));
  erlan = await there().desk(await hire(house, 'Erlan', 'moderator'));
});
afterAll(async () => {
  await Promise.all(nights.map((night) => night.end()));
  await Promise.all(stores.map((one) => one.close()));
  await house.close();
});

test('a report on one node is decided on the other, and its maker is told', async () => {
  const aigul = await here().inRoom('kk');
  const timur = await there().inRoom('ru');
  const seq = await saysInLog(timur, 'Грубые слова');
  const { receipt } = await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const [, card] = await Promise.all([newCase(dana, 'report'), newCase(erlan, 'report')]);
  expect((await erlan.must('case:open', { id: card.id })).evidence.find((item) => item.marked)).toMatchObject({ seq });
  await erlan.must('case:decide', { id: card.id, decision: 'removed', reason: 'insult' });
  expect(await aigul.hears('report:answer')).toEqual({ receipt: { ...receipt, outcome: 'acted' } });
  expect(await timur.hears('removed')).toMatchObject({ seq, reason: 'insult' });
  await dana.hears('case', (frame) => frame.removed === card.id);
});

test('two volunteers on two nodes: one holds the case', async () => {
  const aigul = await here().inRoom('kk');
  const timur = await there().inRoom('ru');
  const seq = await saysInLog(timur, 'Спорные слова');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  const replies = await Promise.all([dana, erlan].map((desk) => desk.ask('case:claim', { id })));
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['ok', 'taken']);
});

test('a mute placed on one node holds on the other, in its tabs and for the returning token, until it is lifted', async () => {
  const timur = await there().inRoom('ru');
  const tab = await here().inRoom('ru', 'families', timur.token);
  const placed = { room, member: timur.member, sanction: 'mute_1h', reason: 'flood' } as const;
  const { id, until } = await dana.must('sanction:place', placed);
  expect(await says(timur, 'Раз')).toMatchObject({ code: 'muted', until });
  expect(await says(tab, 'Два', 'families')).toMatchObject({ code: 'muted', until });
  expect(await timur.hears('sanction')).toMatchObject({ id, reason: 'flood', until });
  timur.close();
  tab.close();
  const back = await here().inRoom('ru', room, timur.token);
  expect(await says(back, 'Три')).toMatchObject({ code: 'muted', until });
  expect((await back.must('room:join', { room })).sanctions).toMatchObject([{ id }]);
  await back.must('appeal:make', { sanction: id });
  const appeal = await newCase(erlan, 'appeal');
  expect(await dana.ask('appeal:decide', { id: appeal.id, decision: 'lifted' })).toMatchObject({ code: 'not_allowed' });
  await erlan.must('appeal:decide', { id: appeal.id, decision: 'lifted' });
  expect(await back.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ id });
  expect(await says(back, 'Четыре')).toMatchObject({ ok: true });
});

test('a session ended on one node ends in every tab on every node, and comes back nowhere', async () => {
  const timur = await there().inRoom('ru');
  const tab = await here().inRoom('ru', room, timur.token);
  const placed = { room, member: timur.member, sanction: 'end_session', reason: 'selling' } as const;
  await dana.must('sanction:place', placed);
  for (const where of [timur, tab]) expect(await where.hears('ended')).toEqual({ why: 'removed', reason: 'selling' });
  for (const night of nights) await expect(night.inRoom('ru', room, timur.token)).rejects.toThrow('no_session');
});

test('somebody muted who is in danger on one node comes to the desks of both at once', async () => {
  const timur = await there().inRoom('ru');
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'mute_24h', reason: 'flood' });
  expect(await says(timur, 'он не дышит')).toMatchObject({ ok: false, code: 'muted', care: true });
  const [one, other] = await Promise.all([newCase(dana, 'care'), newCase(erlan, 'care')]);
  expect(one).toEqual(other);
  expect(one).toMatchObject({ priority: 3, about: { name: timur.name } });
});

test('a new name is the name on the other node too', async () => {
  const aigul = await here().inRoom('kk');
  const tab = await there().inRoom('kk', room, aigul.token);
  const { me } = await aigul.must('me:rename', { room });
  expect(await tab.hears('me')).toEqual({ room, me });
  await saysInLog(tab, 'Сәлем');
  const { entries } = await aigul.hears('entries', (frame) =>
    frame.entries.some((entry) => entry.kind === 'message' && entry.by.member === me.member),
  );
  expect(entries.at(-1)).toMatchObject({ by: me });
});
