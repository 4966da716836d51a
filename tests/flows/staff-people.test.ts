import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { redisStores, type Stores } from '../../server/stores.ts';
import type { StaffCard } from '../../shared/events.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { COURSE } from '../../shared/staff.ts';
import { codeAt, type DeskBrowser, deskBrowser } from '../support/desk.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, connect, guest, hire, type PersonInTest, type StaffInTest } from '../support/people.ts';

/** Two servers on one Redis and one database: coordinators and leads sit at one, the people it is about at the other. */
let house: House;
const stores: Stores[] = [];
let here: TestNode;
let there: TestNode;
let bolat: PersonInTest;
let saule: PersonInTest;
const room = 'starting';
const inAMonth = () => Date.now() + 30 * 86_400_000;
const refused = (code: string) => ({ ok: false, code });

beforeAll(async () => {
  house = await openHouse();
  const prefix = randomBytes(6).toString('hex');
  const node = async () => {
    const own = await redisStores({ url: inject('redisUrl'), prefix });
    stores.push(own);
    return startNode(house, { stores: own });
  };
  [here, there] = [await node(), await node()];
  bolat = await atDesk(here, await hire(house, 'Bolat', 'coordinator'));
  saule = await atDesk(here, await hire(house, 'Saule', 'lead'));
});
afterAll(async () => {
  for (const person of [bolat, saule]) person?.close();
  await Promise.all([here, there].map((node) => node.close()));
  await Promise.all(stores.map((one) => one.close()));
  await house.close();
});

const cardOf = async (name: string): Promise<StaffCard> => {
  const { people } = await saule.must('staff:list', {});
  return people.find((person) => person.name === name) as StaffCard;
};
const dial = async (browser: DeskBrowser, node: TestNode) => {
  const { ticket } = await browser.must('/ticket', {});
  return connect(node.address, { v: PROTOCOL_VERSION, lang: 'kk', ticket }, '');
};
const whoIsOnDuty = async () => (await there.stores.log.gate(room)).onDuty.map(({ name }) => name);
const actsOn = async (subject: string) => {
  const rows = house.supabase.asService().from('audit').select('act, actor_role').eq('subject', subject).order('seq');
  return ((await rows.throwOnError()).data ?? []).map(({ act, actor_role }) => `${act} by ${actor_role ?? 'server'}`);
};

describe('from a link to the first shift', () => {
  let dias: DeskBrowser;
  let desk: PersonInTest;
  const account = { email: 'dias@tirek.invalid', password: 'tulips on the slope', workingName: 'Dias' };

  test('an invite makes a trainee, once; it is listed until then and can be ended', async () => {
    const { token, invite } = await bolat.must('staff:invite', { languages: ['kk', 'ru'], groups: ['families'] });
    expect((await bolat.must('staff:list', {})).invites).toMatchObject([{ id: invite.id, groups: ['families'] }]);
    const spare = await bolat.must('staff:invite', { languages: [], groups: [] });
    await bolat.must('staff:uninvite', { invite: spare.invite.id });
    dias = deskBrowser(there);
    expect(await dias.ask('/link', { token: spare.token })).toEqual(refused('link_used'));
    expect(await dias.must('/link', { token })).toEqual({ kind: 'invite', until: invite.until });
    expect(await dias.ask('/setup', { ...account, token: 'x'.repeat(43) })).toEqual(refused('link_used'));
    expect(await dias.must('/setup', { ...account, token })).toEqual({ next: 'in', name: 'Dias' });
    expect(await deskBrowser(here).ask('/setup', { ...account, token })).toEqual(refused('link_used'));
    expect(await bolat.ask('staff:uninvite', { invite: invite.id })).toEqual(refused('link_used'));
    expect(await dias.me()).toMatchObject({ data: { role: 'trainee', secondFactor: 'open' } });
    expect(await cardOf('Dias')).toMatchObject({ groups: ['families'], languages: ['kk', 'ru'], certifiedUntil: null });
    desk = await dial(dias, there);
    expect(await desk.ask('duty:start', {})).toEqual(refused('not_allowed'));
  });

  test('a lead certifies after the whole course, for a year at most; the desk comes back with the new rights', async () => {
    const { id } = await cardOf('Dias');
    const course = [...COURSE];
    const certify = (until: number, units = course) => saule.ask('staff:certify', { staff: id, until, course: units });
    expect(await certify(inAMonth(), course.slice(1))).toEqual(refused('course_open'));
    expect(await certify(Date.now() + 367 * 86_400_000)).toEqual(refused('bad_input'));
    expect(await certify(Date.now() - 1000)).toEqual(refused('bad_input'));
    expect(await bolat.ask('staff:certify', { staff: id, until: inAMonth(), course })).toEqual(refused('not_allowed'));
    expect(await certify(inAMonth())).toEqual({ ok: true, data: {} });
    await new Promise((resolve) => desk.socket.once('disconnect', resolve));
    expect(await cardOf('Dias')).toMatchObject({ role: 'moderator', course });
    // The course is known now: a later certificate does not ask for it again.
    expect(await certify(inAMonth(), [])).toMatchObject({ ok: true });
    desk = await dial(dias, there);
    expect((await desk.must('duty:start', {})).rooms).toEqual(['families']);
  });

  test('assignment reaches an open desk; duty goes where it may not stay', async () => {
    const { id } = await cardOf('Dias');
    const assign = { staff: id, languages: ['kk' as const], groups: ['main'], youthVetted: true };
    await saule.must('staff:assign', assign);
    await new Promise((resolve) => desk.socket.once('disconnect', resolve));
    await expect.poll(async () => (await there.stores.log.gate('families')).onDuty).toEqual([]);
    desk = await dial(dias, there);
    const { rooms } = await desk.must('desk:open', {});
    expect(rooms.map((row) => row.id)).toEqual(['starting', 'cravings']);
    expect(await cardOf('Dias')).toMatchObject({ groups: ['main'], youthVetted: true });
    await desk.must('duty:start', {});
    expect(await whoIsOnDuty()).toContain('Dias');
  });

  test('a certificate taken back ends duty at once', async () => {
    const { id } = await cardOf('Dias');
    await saule.must('staff:uncertify', { staff: id });
    expect(await whoIsOnDuty()).toEqual([]);
    await new Promise((resolve) => {
      if (desk.socket.disconnected) resolve(null);
      else desk.socket.once('disconnect', resolve);
    });
    desk = await dial(dias, there);
    expect(await desk.ask('duty:start', {})).toEqual(refused('not_allowed'));
    desk.close();
    expect(await actsOn(id)).toEqual([
      'staff.join by server',
      'staff.certify by lead',
      'staff.certify by lead',
      'staff.assign by lead',
      'staff.revoke by lead',
    ]);
  });

  test('somebody made a lead may do nothing before two-step sign-in is set up', async () => {
    const { id } = await cardOf('Dias');
    await saule.must('staff:certify', { staff: id, until: inAMonth(), course: [] });
    await bolat.must('staff:role', { staff: id, role: 'lead' });
    expect(await dias.ask('/ticket', {})).toEqual(refused('factor_needed'));
    const { secret } = await dias.must('/factor/begin', {});
    await dias.must('/factor/confirm', { code: codeAt(secret, Date.now()) });
    desk = await dial(dias, there);
    expect((await desk.must('staff:list', {})).mayCertify).toBe(true);
    expect(await desk.ask('staff:certify', { staff: id, until: inAMonth(), course: [] })).toEqual(
      refused('not_allowed'),
    );
    desk.close();
  });
});

describe('removal', () => {
  const onDuty = async (name: string): Promise<PersonInTest & { staff: StaffInTest }> => {
    const staff = await hire(house, name, 'moderator');
    const desk = await atDesk(there, staff);
    await desk.must('room:join', { room });
    await desk.must('duty:start', {});
    expect(await whoIsOnDuty()).toContain(name);
    return { ...desk, staff };
  };

  test('closes a live desk on another node, ends duty, sessions and tickets', async () => {
    const marat = await onDuty('Marat');
    const { email, password, id } = marat.staff;
    const browser = deskBrowser(there);
    await browser.must('/sign-in', { email, password });
    const { ticket } = await browser.must('/ticket', {});
    const aigul = await guest(here, 'kk');
    await aigul.must('room:join', { room });
    await bolat.must('staff:remove', { staff: id });
    expect(await marat.hears('ended')).toEqual({ why: 'removed' });
    expect(await whoIsOnDuty()).toEqual([]);
    expect((await aigul.hears('gate', ({ gate }) => gate.duty !== 'on')).gate.onDuty).toEqual([]);
    await expect(connect(there.address, { v: PROTOCOL_VERSION, lang: 'ru', ticket }, '')).rejects.toThrow('no_session');
    expect(await browser.me()).toEqual(refused('no_session'));
    expect(await browser.ask('/sign-in', { email, password })).toEqual(refused('wrong_credentials'));
    expect(await saule.ask('staff:certify', { staff: id, until: inAMonth(), course: [...COURSE] })).toEqual(
      refused('not_found'),
    );
    aigul.close();
  });

  test('is noticed although no node says so', async () => {
    const zarina = await onDuty('Zarina');
    await house.supabase.asService().from('staff').update({ active: false }).eq('id', zarina.staff.id).throwOnError();
    expect(await zarina.hears('ended')).toEqual({ why: 'removed' });
    await expect.poll(whoIsOnDuty).toEqual([]);
  });

  test('a store or database that does not answer cuts nobody off', async () => {
    const erlan = await onDuty('Erlan');
    const { from } = Object.getPrototypeOf(house.supabase.asService());
    const service = house.supabase.asService() as unknown as { from: unknown };
    const rounds: string[] = [];
    service.from = (table: string) => {
      rounds.push(table);
      throw new Error('away');
    };
    await expect.poll(() => rounds.filter((table) => table === 'staff').length, { timeout: 20_000 }).toBeGreaterThan(1);
    service.from = from;
    expect(await erlan.ask('room:list', {})).toMatchObject({ ok: true });
    expect(await whoIsOnDuty()).toContain('Erlan');
    await bolat.must('staff:sign-out', { staff: erlan.staff.id });
    expect(await erlan.hears('ended')).toEqual({ why: 'expired' });
  });

  test('nobody removes or changes themselves', async () => {
    const { people } = await bolat.must('staff:list', {});
    const { id } = people.find(({ name }) => name === 'Bolat') as StaffCard;
    expect(await bolat.ask('staff:remove', { staff: id })).toEqual(refused('not_allowed'));
    expect(await bolat.ask('staff:role', { staff: id, role: 'lead' })).toEqual(refused('not_allowed'));
  });
});
