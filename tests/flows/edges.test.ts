import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Night, openNight, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { guest, hire } from '../support/people.ts';

let house: House;
let night: Night;

beforeAll(async () => {
  house = await openHouse();
  await house.supabase
    .asService()
    .from('rooms')
    .update({ capacity: 2 })
    .in('id', ['starting', 'cravings'])
    .throwOnError();
});
afterAll(() => house.close());
beforeEach(async () => {
  night = await openNight(house);
});
afterEach(() => night.end());

test('a full room offers another: one with somebody on duty first, never a full one, never that of another age', async () => {
  const first = await night.inRoom('kk');
  await night.inRoom('ru');
  const late = await guest(night.node, 'en');
  const join = () => late.ask('room:join', { room: 'starting' });
  expect(await join()).toEqual({ ok: false, code: 'room_full', instead: 'cravings' });
  const zere = await night.desk(await hire(house, 'Zere', 'moderator', ['families']));
  expect(await join()).toEqual({ ok: false, code: 'room_full', instead: 'families' });
  await zere.must('duty:end', {});
  await night.inRoom('kk', 'cravings');
  await night.inRoom('kk', 'cravings');
  expect(await join()).toEqual({ ok: false, code: 'room_full', instead: 'families' });
  // A second tab of somebody inside takes no place, and who was sent away is not among the people.
  const tab = await night.inRoom('kk', 'starting', first.token);
  expect((await tab.must('room:join', { room: 'starting' })).people.count).toBe(2);
  // Volunteers come in all the same.
  const dana = await night.desk(await hire(house, 'Dana', 'moderator'), 'off');
  await dana.must('room:join', { room: 'starting' });
  late.close();
});

test('only volunteers who are vetted for young people serve their room and count for its duty', async () => {
  const groups = ['main', 'youth'];
  const dana = await night.desk(await hire(house, 'Aliya', 'moderator', groups));
  const dutyOf = async () => {
    const asked = await guest(night.node, 'kk');
    const { rooms } = await asked.must('room:list', {});
    asked.close();
    return Object.fromEntries(rooms.map(({ id, duty }) => [id, duty]));
  };
  expect(await dutyOf()).toMatchObject({ starting: 'on', youth: 'off' });
  expect((await dana.must('desk:open', {})).rooms.map(({ id }) => id)).not.toContain('youth');
  expect(await dana.ask('room:join', { room: 'youth' })).toMatchObject({ code: 'not_allowed' });
  const vetted = await hire(house, 'Samal', 'moderator', groups);
  await house.supabase.asService().from('staff').update({ youth_vetted: true }).eq('id', vetted.id).throwOnError();
  const samal = await night.desk(vetted);
  expect(await dutyOf()).toMatchObject({ youth: 'on' });
  const young = await night.inRoom('kk', 'youth');
  const other = await night.inRoom('ru', 'youth');
  const seq = await saysInLog(other, 'Слова', 'youth');
  await young.must('report:make', { room: 'youth', seq, reason: 'cruel' });
  const { added } = await samal.hears('case');
  expect(added).toMatchObject({ kind: 'report', room: 'youth' });
  expect(await dana.ask('case:open', { id: added?.id ?? '' })).toMatchObject({ code: 'not_found' });
});

test('a lead who is not vetted hears nothing of the room for young people', async () => {
  const samal = await hire(house, 'Madina', 'moderator', ['youth']);
  await house.supabase.asService().from('staff').update({ youth_vetted: true }).eq('id', samal.id).throwOnError();
  const lead = await night.desk(await hire(house, 'Saule', 'lead'));
  const desk = await night.desk(samal);
  const young = await night.inRoom('kk', 'youth');
  const other = await night.inRoom('ru', 'youth');
  const seq = await saysInLog(other, 'Слова', 'youth');
  await young.must('report:make', { room: 'youth', seq, reason: 'cruel' });
  const { added } = await desk.hears('case');
  const grown = await night.inRoom('ru', 'families');
  const author = await night.inRoom('ru', 'families');
  const reported = await saysInLog(author, 'Слова', 'families');
  await grown.must('report:make', { room: 'families', seq: reported, reason: 'cruel' });
  expect((await lead.hears('case')).added?.room).toBe('families');
  expect((await lead.must('desk:open', {})).cases.map(({ id }) => id)).not.toContain(added?.id);
});

test('a name is drawn again once, in every tab; the person stays the same and nobody gets the old name', async () => {
  await night.desk(await hire(house, 'Erlan', 'moderator'));
  const room = 'families';
  const aigul = await night.inRoom('kk', room);
  const tab = await night.inRoom('kk', room, aigul.token);
  const timur = await night.inRoom('ru', room);
  const { me } = await aigul.must('me:rename', { room });
  expect(me.member).toBe(aigul.member);
  expect(me.name).not.toBe(aigul.name);
  expect(await tab.hears('me')).toEqual({ room, me });
  await timur.hears('people', ({ people }) => people.some((person) => person.name === me.name));
  await saysInLog(tab, 'Сәлем', room);
  const { entries } = await timur.hears('entries');
  expect(entries[0]).toMatchObject({ kind: 'message', by: me });
  expect(await aigul.ask('me:rename', { room })).toEqual({ ok: false, code: 'already_decided' });
  const { people } = await timur.must('room:join', { room });
  expect(people.people.map((person) => person.name)).not.toContain(aigul.name);
  const back = await guest(night.node, 'kk', aigul.token);
  expect((await back.must('room:join', { room })).me).toEqual(me);
  back.close();
});
