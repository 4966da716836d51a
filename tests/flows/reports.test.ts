import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { type Night, newCase, openNight, says, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { guest, hire, type StaffInTest } from '../support/people.ts';

let house: House;
let night: Night;
const staff: Record<string, StaffInTest> = {};
const room = 'starting';

beforeAll(async () => {
  house = await openHouse();
  staff.dana = await hire(house, 'Dana', 'moderator');
  staff.erlan = await hire(house, 'Erlan', 'moderator');
  staff.saule = await hire(house, 'Saule', 'lead');
  staff.marat = await hire(house, 'Marat', 'lead', ['families']);
});
afterAll(() => house.close());
beforeEach(async () => {
  night = await openNight(house);
});
afterEach(() => night.end());

const of = (name: string) => staff[name] as StaffInTest;

test('a report becomes a case, its decision removes the message, and the reporter is told in the room', async () => {
  const dana = await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  await saysInLog(aigul, 'Сәлем');
  const seq = await saysInLog(timur, 'Грубые слова');
  const { receipt } = await aigul.must('report:make', { room, seq, reason: 'cruel' });
  expect(receipt).toMatchObject({ room, about: 'message', outcome: 'waiting' });
  const card = await newCase(dana, 'report');
  expect(card).toMatchObject({ room, reasons: ['cruel'], priority: 1, about: { name: timur.name }, claimed: null });
  const file = await dana.must('case:open', { id: card.id });
  expect(file.evidence).toMatchObject([
    { text: 'Сәлем', marked: false },
    { text: 'Грубые слова', marked: true, by: { name: timur.name } },
  ]);
  expect(JSON.stringify(file)).not.toContain(receipt.receipt);
  await dana.must('case:decide', { id: card.id, decision: 'removed', reason: 'insult' });
  expect(await timur.hears('removed')).toEqual({ room, seq, reason: 'insult' });
  expect(await aigul.hears('report:answer')).toEqual({ receipt: { ...receipt, outcome: 'acted' } });
  expect(JSON.stringify(await aigul.must('log:after', { room, seq: 0 }))).not.toContain('Грубые слова');
  await dana.hears('case', (frame) => frame.removed === card.id);
  expect((await dana.must('desk:open', {})).cases.map(({ id }) => id)).not.toContain(card.id);
});

test('a reporter who went away finds the outcome on return', async () => {
  const dana = await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Обычные слова');
  const { receipt } = await aigul.must('report:make', { room, seq, reason: 'sells' });
  aigul.close();
  const { id } = await newCase(dana, 'report');
  await dana.must('case:decide', { id, decision: 'no_action' });
  const back = await guest(night.node, 'kk', aigul.token);
  const told = [{ ...receipt, outcome: 'no_action' }];
  expect(await back.must('report:mine', {})).toEqual({ receipts: told });
  expect((await back.must('room:join', { room })).receipts).toEqual(told);
  back.close();
  const { data } = await house.supabase.asService().from('cases').select('decision, told_at').eq('id', id).single();
  expect(data).toMatchObject({ decision: 'no_action', told_at: expect.any(String) });
});

test('reports of one message are one case, and everybody who reported is told', async () => {
  const dana = await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const asel = await night.inRoom('ru');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Приходи, дам');
  const first = await aigul.must('report:make', { room, seq, reason: 'sells' });
  expect(await aigul.must('report:make', { room, seq, reason: 'cruel' })).toEqual(first);
  await asel.must('report:make', { room, seq, reason: 'danger' });
  const { id } = await newCase(dana, 'report');
  const { changed } = await dana.hears('case', (frame) => frame.changed?.reasons.length === 2);
  expect(changed).toMatchObject({ id, reasons: ['sells', 'danger'], priority: 3 });
  await dana.must('case:decide', { id, decision: 'removed', reason: 'selling' });
  for (const person of [aigul, asel]) {
    expect((await person.hears('report:answer')).receipt.outcome).toBe('acted');
  }
  expect(await asel.ask('report:make', { room, seq, reason: 'cruel' })).toMatchObject({ ok: false, code: 'not_found' });
});

test('what cannot be reported is answered with a code', async () => {
  await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const own = await saysInLog(aigul, 'Менің сөзім');
  const ask = (seq: number) => aigul.ask('report:make', { room, seq, reason: 'cruel' });
  expect(await ask(own)).toEqual({ ok: false, code: 'not_allowed' });
  expect(await ask(own + 5)).toEqual({ ok: false, code: 'not_found' });
  expect(await aigul.ask('report:make', { room: 'families', seq: 1, reason: 'cruel' })).toMatchObject({
    code: 'not_member',
  });
  for (let made = 0; made < LIMITS.reportsPerHour; made += 1) {
    expect(await ask(await saysInLog(timur, `Слова ${made}`))).toMatchObject({ ok: true });
  }
  expect(await ask(await saysInLog(timur, 'Ещё слова'))).toMatchObject({ ok: false, code: 'rate' });
});

test('a case holds the reported message and ten around it, and its evidence goes with it', async () => {
  const dana = await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const writers = [timur, await night.inRoom('kk'), await night.inRoom('en'), await night.inRoom('ru')];
  for (let at = 1; at <= 20; at += 1) await saysInLog(writers[at % 4] ?? timur, `Слова ${at}`);
  await aigul.must('report:make', { room, seq: 10, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  const { evidence, evidenceUntil } = await dana.must('case:open', { id });
  expect(evidence.map((item) => item.seq)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  expect(evidence.filter((item) => item.marked)).toMatchObject([{ text: 'Слова 10' }]);
  expect(evidenceUntil).toBeLessThanOrEqual(Date.now() + LIMITS.evidenceLife);
  // A writer who takes the words back does not take the evidence.
  for (const writer of writers) await writer.must('me:forget', { room });
  expect((await dana.must('case:open', { id })).evidence).toHaveLength(11);
  night.later(LIMITS.evidenceLife + 1000);
  const later = await night.desk(of('dana'));
  expect(await later.must('case:open', { id })).toMatchObject({ evidence: [], evidenceUntil: null });
  const answer = await later.must('case:decide', { id, decision: 'no_action' });
  expect(answer).toEqual({ decision: 'no_action', sanction: null });
});

test('decided with nothing to appeal, the evidence is gone at once', async () => {
  const dana = await night.desk(of('dana'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  await dana.must('case:decide', { id, decision: 'no_action' });
  expect((await dana.must('case:open', { id })).evidence).toEqual([]);
});

test('two volunteers on one case: one holds it, the other is told so', async () => {
  const dana = await night.desk(of('dana'));
  const erlan = await night.desk(of('erlan'));
  const aigul = await night.inRoom('kk');
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  const replies = await Promise.all([dana, erlan].map((desk) => desk.ask('case:claim', { id })));
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['ok', 'taken']);
  const [holder, other] = replies[0]?.ok ? [dana, erlan] : [erlan, dana];
  const { changed } = await other.hears('case', (frame) => frame.changed?.claimed != null);
  expect(changed?.claimed?.name).toBe(holder === dana ? 'Dana' : 'Erlan');
  expect(await other.ask('case:decide', { id, decision: 'no_action' })).toMatchObject({ code: 'taken' });
  await holder.must('case:release', { id });
  await other.must('case:decide', { id, decision: 'no_action' });
  expect(await holder.ask('case:decide', { id, decision: 'no_action' })).toMatchObject({ code: 'already_decided' });
});

test('a report of a volunteer goes to leads who are not involved, and to nobody else', async () => {
  const dana = await night.desk(of('dana'));
  const saule = await night.desk(of('saule'));
  const marat = await night.desk(of('marat'), 'off');
  const aigul = await night.inRoom('kk');
  const { gate } = await aigul.must('room:join', { room });
  const accused = gate.onDuty.find(({ name }) => name === 'Saule')?.staff ?? '';
  const { receipt } = await aigul.must('report:volunteer', { room, staffMember: accused, reason: 'unfair' });
  expect(receipt).toMatchObject({ about: 'volunteer', outcome: 'waiting' });
  const { id } = await newCase(marat, 'volunteer');
  for (const desk of [dana, saule]) {
    expect((await desk.must('desk:open', {})).cases.map((card) => card.id)).not.toContain(id);
    expect(await desk.ask('case:open', { id })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await desk.ask('case:decide', { id, decision: 'no_action' })).toMatchObject({ code: 'not_found' });
  }
  // A case that both may hear of comes after it: neither heard of the first.
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  for (const desk of [dana, saule]) expect((await desk.hears('case')).added?.kind).toBe('report');
  await marat.must('case:decide', { id, decision: 'no_action' });
  expect((await aigul.hears('report:answer')).receipt).toEqual({ ...receipt, outcome: 'no_action' });
});

test('a reported message of a volunteer is a report of the volunteer', async () => {
  const dana = await night.desk(of('dana'));
  const saule = await night.desk(of('saule'), 'off');
  const aigul = await night.inRoom('kk');
  await dana.must('room:join', { room });
  const seq = await saysInLog(dana, 'Что-то резкое');
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(saule, 'volunteer');
  expect((await saule.must('case:open', { id })).evidence).toMatchObject([{ text: 'Что-то резкое', marked: true }]);
  expect(await dana.ask('case:open', { id })).toMatchObject({ code: 'not_found' });
});

test('what the guard held is a case with its words, decided with the message', async () => {
  await night.end();
  const guard = (text: string) => {
    const start = text.indexOf('касания');
    const hit = { label: 'dealing', rule: 'test', start, end: start + 7, why: 'test' } as const;
    return start < 0
      ? { outcome: 'pass' as const, care: false, labels: [], hits: [] }
      : { outcome: 'hold' as const, care: false, labels: ['dealing' as const], hits: [hit] };
  };
  night = await openNight(house, { guard });
  const dana = await night.desk(of('dana'));
  const timur = await night.inRoom('ru');
  const aigul = await night.inRoom('kk');
  expect(await says(timur, 'Есть касания')).toMatchObject({ ok: true, data: { state: 'held', why: 'guard' } });
  const card = await newCase(dana, 'guard');
  expect(card).toMatchObject({ labels: ['dealing'], about: { name: timur.name } });
  const file = await dana.must('case:open', { id: card.id });
  expect(file.evidence).toMatchObject([{ text: 'Есть касания', marked: true, hits: [{ start: 5, end: 12 }] }]);
  await dana.must('case:decide', { id: card.id, decision: 'no_action' });
  expect(await timur.hears('held')).toMatchObject({ outcome: 'approved' });
  await aigul.hears('entries', ({ entries }) =>
    entries.some((entry) => 'text' in entry && entry.text === 'Есть касания'),
  );

  await says(timur, 'И тут касания');
  const second = await newCase(dana, 'guard');
  const { added } = await dana.hears('desk:held', (frame) => frame.added?.text === 'И тут касания');
  expect(added?.heldId).toBe(second.heldId);
  await dana.must('held:decide', { heldId: second.heldId ?? '', decision: 'remove', reason: 'selling' });
  expect(await timur.hears('held')).toMatchObject({ outcome: 'removed', reason: 'selling' });
  await dana.hears('case', (frame) => frame.removed === second.id);
  const open = (await dana.must('desk:open', {})).cases.map((left) => left.id);
  expect(open).not.toContain(card.id);
  expect(open).not.toContain(second.id);
});

test('a message taken away without a case: its writer sees the reason', async () => {
  const dana = await night.desk(of('dana'));
  const timur = await night.inRoom('ru');
  const seq = await saysInLog(timur, 'Слова не о том');
  await dana.must('message:remove', { room, seq, reason: 'off_topic' });
  expect(await timur.hears('removed')).toEqual({ room, seq, reason: 'off_topic' });
  expect(await dana.ask('message:remove', { room, seq, reason: 'off_topic' })).toMatchObject({ code: 'not_found' });
});
