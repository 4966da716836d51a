import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { type Night, newCase, openNight, says, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { guest, hire, type PersonInTest, type StaffInTest } from '../support/people.ts';

let house: House;
let night: Night;
let dana: PersonInTest;
const staff: Record<string, StaffInTest> = {};
const of = (name: string) => staff[name] as StaffInTest;
const room = 'starting';
const MINUTE = 60_000;

beforeAll(async () => {
  house = await openHouse();
  staff.dana = await hire(house, 'Dana', 'moderator');
  staff.erlan = await hire(house, 'Erlan', 'moderator');
  staff.zere = await hire(house, 'Zere', 'moderator', ['families']);
});
afterAll(() => house.close());
beforeEach(async () => {
  night = await openNight(house);
  dana = await night.desk(of('dana'));
});
afterEach(() => night.end());

const mute = (member: string, sanction: 'mute_10m' | 'mute_1h' | 'mute_24h' = 'mute_10m') =>
  dana.must('sanction:place', { room, member, sanction, reason: 'flood' });

test('a mute is seen with its reason and end, in both tabs, in every room and after a reconnect', async () => {
  const timur = await night.inRoom('ru');
  const tab = await night.inRoom('ru', room, timur.token);
  await tab.must('room:join', { room: 'cravings' });
  const { id, until } = await mute(timur.member);
  expect(await says(tab, 'И в другой', 'cravings')).toEqual({ ok: false, code: 'muted', until });
  expect(until).toBeGreaterThan(Date.now() + 9 * MINUTE);
  const seen = { id, kind: 'mute_10m', reason: 'flood', room, until, lifted: false, appeal: 'can' };
  for (const where of [timur, tab]) {
    expect(await where.hears('sanction')).toMatchObject(seen);
    expect(await says(where, 'Ещё раз')).toEqual({ ok: false, code: 'muted', until });
  }
  await timur.must('room:join', { room: 'families' });
  expect(await says(timur, 'И тут', 'families')).toEqual({ ok: false, code: 'muted', until });
  for (const where of [timur, tab]) where.close();
  const back = await guest(night.node, 'ru', timur.token);
  expect((await back.must('room:join', { room })).sanctions).toMatchObject([seen]);
  expect(await says(back, 'Вернулся')).toEqual({ ok: false, code: 'muted', until });
  back.close();
});

test('a mute ends by itself, and a longer one is not shortened by a shorter one', async () => {
  const timur = await night.inRoom('ru');
  const { until } = await mute(timur.member, 'mute_1h');
  await mute(timur.member, 'mute_10m');
  expect(await says(timur, 'Раз')).toEqual({ ok: false, code: 'muted', until });
  night.later(61 * MINUTE);
  const desk = await night.desk(of('dana'));
  expect(await says(timur, 'Два')).toMatchObject({ ok: true, data: { state: 'sent' } });
  desk.close();
});

test('undo lifts a mute at once, and leaves another one in force', async () => {
  const timur = await night.inRoom('ru');
  const first = await mute(timur.member, 'mute_24h');
  const second = await mute(timur.member, 'mute_10m');
  await dana.must('sanction:lift', { id: first.id });
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ id: first.id });
  expect(await says(timur, 'Раз')).toEqual({ ok: false, code: 'muted', until: second.until });
  await dana.must('sanction:lift', { id: second.id });
  expect(await says(timur, 'Два')).toMatchObject({ ok: true });
  expect(await dana.ask('sanction:lift', { id: second.id })).toMatchObject({ code: 'already_decided' });
});

test('a mute holds where the log of a room knows nothing of it yet', async () => {
  const timur = await night.inRoom('ru');
  const { until } = await mute(timur.member);
  const { hashToken } = await import('../../server/sessions/start.ts');
  await night.node.stores.log.lift('families', hashToken(timur.token), 'mute');
  await timur.must('room:join', { room: 'families' });
  expect(await says(timur, 'И тут', 'families')).toEqual({ ok: false, code: 'muted', until });
});

test('a warning is seen and takes nothing away', async () => {
  const timur = await night.inRoom('ru');
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'warn', reason: 'doses' });
  expect(await timur.hears('sanction')).toMatchObject({ kind: 'warn', reason: 'doses', until: null, appeal: 'can' });
  expect(await says(timur, 'Понял')).toMatchObject({ ok: true });
});

test('an ended session ends in every tab with its reason, and its token opens nothing any more', async () => {
  const timur = await night.inRoom('ru');
  const tab = await night.inRoom('ru', 'families', timur.token);
  await dana.must('sanction:place', { room, member: timur.member, sanction: 'end_session', reason: 'selling' });
  for (const where of [timur, tab]) {
    expect(await where.hears('sanction')).toMatchObject({ kind: 'end_session', reason: 'selling', appeal: 'no' });
    expect(await where.hears('ended')).toEqual({ why: 'removed', reason: 'selling' });
  }
  const refused = await guest(night.node, 'ru', timur.token).catch((error: Error & { data?: unknown }) => error);
  expect(refused).toMatchObject({ message: 'no_session', data: { why: 'removed', reason: 'selling' } });
});

test('nobody is sanctioned who is not a guest of that room', async () => {
  const timur = await night.inRoom('ru');
  const erlan = await night.desk(of('erlan'), 'off');
  const { me } = await erlan.must('room:join', { room });
  const place = (member: string, where = room) =>
    dana.ask('sanction:place', { room: where, member, sanction: 'mute_1h', reason: 'insult' });
  expect(await place(me.member)).toMatchObject({ code: 'not_allowed' });
  expect(await place('nobody-here')).toMatchObject({ code: 'not_found' });
  expect(await place(timur.member, 'families')).toMatchObject({ code: 'not_found' });
  const zere = await night.desk(of('zere'), 'off');
  const elsewhere = { room, member: timur.member, sanction: 'mute_1h', reason: 'insult' } as const;
  expect(await zere.ask('sanction:place', elsewhere)).toMatchObject({ code: 'not_allowed' });
  expect(await says(timur, 'Привет')).toMatchObject({ ok: true });
});

test('an appeal is decided by another volunteer, who sees the words, and lifts the mute', async () => {
  const erlan = await night.desk(of('erlan'), 'off');
  const timur = await night.inRoom('ru');
  await saysInLog(timur, 'Спорные слова');
  const { id: sanction } = await mute(timur.member, 'mute_1h');
  expect((await timur.must('appeal:make', { sanction })).sanction).toMatchObject({ appeal: 'waiting' });
  expect(await timur.ask('appeal:make', { sanction })).toMatchObject({ code: 'already_decided' });
  const card = await newCase(erlan, 'appeal');
  expect(card).toMatchObject({ reasons: ['flood'], about: { name: timur.name }, room });
  // The one who decided neither hears of it nor can end it.
  expect((await dana.must('desk:open', {})).cases.map(({ id }) => id)).not.toContain(card.id);
  expect(await dana.ask('appeal:decide', { id: card.id, decision: 'upheld' })).toMatchObject({ code: 'not_allowed' });
  expect(await dana.ask('case:claim', { id: card.id })).toMatchObject({ code: 'not_found' });
  const file = await erlan.must('case:open', { id: card.id });
  expect(file).toMatchObject({ evidence: [{ text: 'Спорные слова', marked: true }], sanction: { id: sanction } });
  expect(await erlan.ask('case:decide', { id: card.id, decision: 'no_action' })).toMatchObject({ code: 'bad_input' });
  await erlan.must('appeal:decide', { id: card.id, decision: 'lifted' });
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ id: sanction });
  expect(await says(timur, 'Спасибо')).toMatchObject({ ok: true });
  expect((await erlan.must('case:open', { id: card.id })).evidence).toEqual([]);
});

test('the volunteer who decided a case does not decide its appeal, and an appeal that is upheld is answered', async () => {
  const erlan = await night.desk(of('erlan'), 'off');
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Резкие слова');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  const decided = await dana.must('case:decide', {
    id,
    decision: 'sanctioned',
    sanction: 'mute_24h',
    reason: 'insult',
  });
  const sanction = decided.sanction?.id ?? '';
  expect(await timur.hears('sanction')).toMatchObject({ id: sanction, kind: 'mute_24h', reason: 'insult' });
  expect(await timur.hears('removed')).toMatchObject({ seq, reason: 'insult' });
  await timur.must('appeal:make', { sanction });
  const card = await newCase(erlan, 'appeal');
  expect(await dana.ask('appeal:decide', { id: card.id, decision: 'upheld' })).toMatchObject({ code: 'not_allowed' });
  expect((await erlan.must('case:open', { id: card.id })).evidence).toMatchObject([{ text: 'Резкие слова' }]);
  await erlan.must('appeal:decide', { id: card.id, decision: 'upheld' });
  expect(await timur.hears('sanction', ({ appeal }) => appeal === 'upheld')).toMatchObject({ lifted: false });
  expect(await says(timur, 'Жаль')).toMatchObject({ code: 'muted' });
  expect(await timur.ask('appeal:make', { sanction })).toMatchObject({ code: 'already_decided' });
});

test('only the person it was done to may ask for another look, and only in time', async () => {
  const timur = await night.inRoom('ru');
  const aigul = await night.inRoom('kk');
  const { id: sanction } = await mute(timur.member, 'mute_24h');
  expect(await aigul.ask('appeal:make', { sanction })).toMatchObject({ code: 'not_found' });
  night.later(LIMITS.appealWindow + 1000);
  expect(await timur.ask('appeal:make', { sanction })).toMatchObject({ code: 'not_found' });
});

test('a locked room takes no messages, slow mode waits, a purge takes all words; each is in the audit with its actor', async () => {
  const timur = await night.inRoom('ru');
  const line = (name: string) =>
    timur.hears('entries', ({ entries }) => entries.some((entry) => entry.kind === 'line' && entry.line === name));
  await dana.must('room:lock', { room, locked: true });
  await line('locked');
  expect(await says(timur, 'Закрыто?')).toMatchObject({ code: 'locked' });
  await dana.must('room:lock', { room, locked: false });
  await line('unlocked');
  expect((await dana.must('room:slow', { room, seconds: 30 })).gate).toMatchObject({ slowSeconds: 30 });
  await line('slow_on');
  await saysInLog(timur, 'Медленно');
  expect(await says(timur, 'Быстро')).toMatchObject({ code: 'slow' });
  expect(await dana.ask('room:purge', { room })).toMatchObject({ code: 'not_allowed' });
  const lead = await night.desk(await hire(house, 'Saule', 'lead'), 'off');
  await lead.must('room:purge', { room });
  await line('purged');
  expect(JSON.stringify(await timur.must('log:after', { room, seq: 0 }))).not.toContain('Медленно');
  const { data } = await house.supabase.asService().from('audit').select('act, actor').eq('subject', room);
  expect(data).toEqual(
    expect.arrayContaining([
      { act: 'room.lock', actor: of('dana').id },
      { act: 'room.unlock', actor: of('dana').id },
      { act: 'room.slow', actor: of('dana').id },
    ]),
  );
});

test('every act is in the audit, with who did it and codes alone', async () => {
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова для проверки');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  await dana.must('case:claim', { id });
  await dana.must('case:release', { id });
  await dana.must('case:open', { id });
  const { sanction } = await dana.must('case:decide', {
    id,
    decision: 'sanctioned',
    sanction: 'warn',
    reason: 'insult',
  });
  await dana.must('sanction:lift', { id: sanction?.id ?? '' });
  const other = await saysInLog(timur, 'Другие слова');
  await dana.must('message:remove', { room, seq: other, reason: 'off_topic' });
  const service = house.supabase.asService();
  const rows = async (subject: string) =>
    (await service.from('audit').select('act, actor, details').eq('subject', subject).order('seq')).data ?? [];
  const acts = ['case.claim', 'case.release', 'case.open', 'case.claim', 'case.decide'];
  expect((await rows(id)).map(({ act }) => act)).toEqual(acts);
  expect((await rows(sanction?.id ?? '')).map(({ act }) => act)).toEqual(['sanction.decide', 'sanction.lift']);
  const removed = { act: 'message.remove', details: { room, reason: 'off_topic' } };
  expect(await rows(`${room}:${other}`)).toMatchObject([removed]);
  for (const subject of [id, sanction?.id ?? '', `${room}:${other}`]) {
    for (const { actor } of await rows(subject)) expect(actor).toBe(of('dana').id);
  }
});
