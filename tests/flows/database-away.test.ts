import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostedAccounts } from '../../server/database/accounts/hosted.ts';
import { clients } from '../../server/database/clients.ts';
import { redisStores, type Stores } from '../../server/stores.ts';
import { PROTOCOL_VERSION } from '../../shared/events.ts';
import { type Night, newCase, openNight, says, saysInLog } from '../support/night.ts';
import type { House, TestNode } from '../support/node.ts';
import { connect, hire, type PersonInTest, type StaffInTest, signIn, ticketOf } from '../support/people.ts';
import { openTown, type Town } from '../support/town.ts';

/**
 * Two servers on one Redis and one Supabase that is really stopped and started. Dana's and Erlan's desks are on the first,
 * which dies before the return: what they did must be written by the second.
 */
let town: Town;
let house: House;
const stores: Stores[] = [];
const nights: Night[] = [];
let staff: StaffInTest;
let dana: PersonInTest;
let erlan: PersonInTest;
const room = 'starting';
const prefix = randomBytes(6).toString('hex');

beforeAll(async () => {
  town = await openTown();
  const own = town.house();
  const keys = {
    url: town.supabase.url,
    publishableKey: town.env.SUPABASE_PUBLISHABLE_KEY ?? '',
    secretKey: town.env.SUPABASE_SECRET_KEY ?? '',
  };
  house = { ...own, supabase: clients(keys, async () => {}), accounts: hostedAccounts(keys) };
  for (let at = 0; at < 2; at += 1) {
    const store = await redisStores({ url: town.redis.url, prefix });
    stores.push(store);
    nights.push(await openNight(house, { stores: store, clock: Date.now }));
  }
  staff = await hire(own, 'Dana', 'moderator');
  dana = await night(0).desk(staff);
  erlan = await night(0).desk(await hire(own, 'Erlan', 'moderator'));
});
afterAll(async () => {
  await Promise.all(nights.map((one) => one.end()));
  await Promise.all(stores.map((store) => store.close()));
  await town?.close();
});

const night = (at: number) => nights[at] as Night;
const service = () => town.house().supabase.asService();
const lastOfAudit = async () =>
  ((await service().from('audit').select('seq').order('seq', { ascending: false }).limit(1).throwOnError()).data ??
    [])[0]?.seq ?? 0;
const auditAfter = async (seq: number) =>
  (await service().from('audit').select('*').gt('seq', seq).order('seq').throwOnError()).data ?? [];

test('while Supabase is away a desk whose connection broke comes back, also at a node that started meanwhile', async () => {
  const zarina = await hire(town.house(), 'Zarina', 'moderator', ['families']);
  const cookie = await signIn(night(0).node, zarina);
  const open = async (node: TestNode) => {
    const desk = await connect(
      node.address,
      { v: PROTOCOL_VERSION, lang: 'ru', ticket: await ticketOf(node, cookie) },
      '',
    );
    return { ...(await desk.must('desk:open', {})), desk };
  };
  const first = await open(night(0).node);
  await first.desk.must('duty:start', {});
  const timur = await night(1).inRoom('ru', 'families');
  await town.supabase.stop();
  expect(await says(timur, 'он не дышит', 'families')).toMatchObject({
    data: { care: true },
  });
  const store = await redisStores({ url: town.redis.url, prefix });
  const third = await openNight(house, { stores: store, clock: Date.now });
  first.desk.close();
  const again = await open(third.node);
  expect(again).toMatchObject({ onDuty: true, cases: [{ kind: 'care', room: 'families' }] });
  expect((await third.inRoom('kk', 'families')).name).toBeTruthy();

  // Who was signed out or changed by somebody does not come back that way.
  await store.keep.remove(`staff-row:${zarina.id}`);
  await expect(ticketOf(third.node, cookie)).rejects.toThrow('unavailable');
  again.desk.close();
  await third.end();
  await store.close();
  await town.supabase.start();
});

test('while Supabase is away rooms talk, desks act, and each act is written once and in order after its return', async () => {
  const timur = await night(1).inRoom('ru');
  const aigul = await night(1).inRoom('kk');
  const before = await lastOfAudit();
  await town.supabase.stop();

  // Chat and the directory go on.
  const seq = await saysInLog(timur, 'Грубые слова');
  expect(await aigul.hears('entries', (frame) => frame.entries.some((entry) => entry.seq === seq))).toBeTruthy();
  expect((await fetch(`${night(1).node.address}/ru/directory`)).status).toBe(200);

  // A case comes to be and is decided; exactly one of two volunteers holds it.
  await aigul.must('report:make', { room, seq, reason: 'cruel' });
  const { id } = await newCase(dana, 'report');
  const claims = await Promise.all([dana, erlan].map((desk) => desk.ask('case:claim', { id })));
  expect(claims.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['ok', 'taken']);
  const holder = claims[0]?.ok ? dana : erlan;
  const other = holder === dana ? erlan : dana;
  expect((await holder.must('case:open', { id })).evidence.find((item) => item.marked)).toMatchObject({ seq });
  expect(await other.ask('case:decide', { id, decision: 'no_action' })).toEqual({ ok: false, code: 'taken' });
  const decided = { id, decision: 'sanctioned', sanction: 'mute_1h', reason: 'insult' } as const;
  const { sanction } = await holder.must('case:decide', decided);
  expect(await says(timur, 'Ещё')).toMatchObject({ ok: false, code: 'muted' });
  expect(await holder.ask('case:decide', decided)).toEqual({ ok: false, code: 'already_decided' });
  expect(await aigul.hears('report:answer')).toMatchObject({ receipt: { outcome: 'acted' } });

  // Other acts: a lock and its end, a sanction that is lifted again.
  await dana.must('room:lock', { room, locked: true });
  await dana.must('room:lock', { room, locked: false });
  const placed = { room, member: aigul.member, sanction: 'mute_10m', reason: 'flood' } as const;
  const undone = await erlan.must('sanction:place', placed);
  await erlan.must('sanction:lift', { id: undone.id });
  expect(await erlan.ask('sanction:lift', { id: undone.id })).toEqual({ ok: false, code: 'already_decided' });
  await saysInLog(aigul, 'Я снова тут');

  // The node that took them is gone before the database is back.
  await night(0).end();
  await town.supabase.start();
  const acts = async () => (await auditAfter(before)).map(({ act }) => act);
  await expect.poll(acts, { timeout: 30_000 }).toContain('sanction.lift');
  const late = await auditAfter(before);
  expect(late.map(({ act }) => act)).toEqual([
    'case.claim',
    'case.open',
    'case.claim',
    'sanction.decide',
    'case.decide',
    'room.lock',
    'room.unlock',
    'sanction.decide',
    'sanction.lift',
  ]);
  expect(new Set(late.map(({ actor }) => actor)).size).toBe(2);
  expect(late.every(({ details }) => Number((details as { taken?: number }).taken) > 0)).toBe(true);
  const row = (await service().from('cases').select('*').eq('id', id).single().throwOnError()).data;
  expect(row).toMatchObject({ decision: 'sanctioned', decision_reason: 'insult', seqs: [seq] });
  const sanctions = (await service().from('sanctions').select('*').order('decided_at').throwOnError()).data ?? [];
  expect(sanctions.map(({ id: of, case_id, lifted_at }) => [of, case_id, lifted_at !== null])).toEqual([
    [sanction?.id, id, false],
    [undone.id, null, true],
  ]);
  expect((await service().rpc('verify_audit')).data).toMatchObject([{ broken_at: null }]);

  // Later acts are written at once, and nothing is written again.
  const desk = await night(1).desk(staff);
  await desk.must('room:slow', { room, seconds: 5 });
  await desk.must('room:slow', { room, seconds: 0 });
  expect((await acts()).slice(late.length)).toEqual(['duty.start', 'room.slow', 'room.slow']);
});
