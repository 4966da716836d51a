import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf, type Role } from '../../shared/capabilities.ts';
import { type EventName, mayAsk } from '../../shared/events.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import {
  atDesk,
  connect,
  guest,
  hire,
  type PersonInTest,
  postJson,
  type StaffInTest,
  signIn,
  ticketOf,
} from '../support/people.ts';
import { EVENT_RIGHTS, PEOPLE, type Person } from './rights.ts';

/** `session:end` ends the caller, so it comes last. */
const ORDER = (Object.keys(EVENT_RIGHTS) as EventName[]).sort(
  (a, b) => Number(a === 'session:end') - Number(b === 'session:end'),
);
const UNCONNECTED: readonly Person[] = ['removed', 'factorless'];

let house: House;
let node: TestNode;
const staff = new Map<Person, StaffInTest>();

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  staff.set('trainee', await hire(house, 'Dias', 'trainee'));
  staff.set('uncertified', await hire(house, 'Zarina', 'moderator'));
  staff.set('removed', await hire(house, 'Marat', 'moderator'));
  staff.set('moderator', await hire(house, 'Dana', 'moderator'));
  staff.set('other', await hire(house, 'Erlan', 'moderator', ['families']));
  staff.set('lead', await hire(house, 'Saule', 'lead'));
  staff.set('factorless', await hire(house, 'Arman', 'lead'));
  staff.set('coordinator', await hire(house, 'Bolat', 'coordinator'));
  staff.set('founding', await hire(house, 'Bota', 'coordinator'));
  const certified_until = new Date(Date.now() + 86_400_000).toISOString();
  await change('uncertified', { certified_until: new Date(Date.now() - 1000).toISOString() });
  await change('removed', { active: false });
  await change('factorless', { second_factor_at: null });
  await change('founding', { founding: true, certified_until });
});
afterAll(async () => {
  await node.close();
  await house.close();
});

const member = (person: Person) => staff.get(person) as StaffInTest;
const change = (person: Person, row: object) =>
  house.supabase.asService().from('staff').update(row).eq('id', member(person).id).throwOnError();
const come = (person: Person): Promise<PersonInTest> =>
  person === 'guest' ? guest(node, 'kk') : atDesk(node, member(person));

describe.each(PEOPLE.filter((person) => !UNCONNECTED.includes(person)))('%s', (name) => {
  test('may do what the table says, and nothing else', async () => {
    const person = await come(name);
    const could: EventName[] = [];
    for (const event of ORDER) {
      const reply = await person.ask(event, EVENT_RIGHTS[event].input as never);
      if (reply.ok || reply.code !== 'not_allowed') could.push(event);
      expect({ event, code: reply.ok ? '' : reply.code }).not.toEqual({ event, code: 'internal' });
    }
    expect(could).toEqual(ORDER.filter((event) => EVENT_RIGHTS[event].may.includes(name)));
    person.close();
  });
});

test('those whom the table never names get no connection', async () => {
  const named = new Set(Object.values(EVENT_RIGHTS).flatMap(({ may }) => may));
  expect(PEOPLE.filter((person) => !named.has(person))).toEqual(UNCONNECTED);
  const { email, password } = member('removed');
  expect((await postJson(node.address, '/desk/api/sign-in', { email, password })).reply).toEqual({
    ok: false,
    code: 'wrong_credentials',
  });
  const cookie = await signIn(node, member('factorless'));
  expect((await postJson(node.address, '/desk/api/ticket', {}, { cookie })).reply).toEqual({
    ok: false,
    code: 'factor_needed',
  });
});

test('the table gives nobody more than the contract', () => {
  const roles: [Person, Role, boolean][] = [
    ['guest', 'guest', false],
    ['trainee', 'trainee', false],
    ['uncertified', 'moderator', false],
    ['moderator', 'moderator', true],
    ['other', 'moderator', true],
    ['lead', 'lead', true],
    ['coordinator', 'coordinator', false],
    ['founding', 'coordinator', true],
  ];
  const beyond = roles.flatMap(([person, role, certified]) =>
    ORDER.filter(
      (event) => EVENT_RIGHTS[event].may.includes(person) && !mayAsk(capabilitiesOf(role, certified), event),
    ),
  );
  expect(beyond).toEqual([]);
});

test('somebody removed since gets no ticket, and a ticket in hand opens nothing', async () => {
  const removed = await hire(house, 'Timur', 'moderator');
  const { email, password } = removed;
  const { cookie } = await postJson(node.address, '/desk/api/sign-in', { email, password });
  const ticket = await ticketOf(node, cookie ?? '');
  await house.supabase.asService().from('staff').update({ active: false }).eq('id', removed.id).throwOnError();
  await expect(connect(node.address, { v: 1, lang: 'ru', ticket }, '')).rejects.toThrow('no_session');
  const again = await postJson(node.address, '/desk/api/ticket', {}, { cookie: cookie ?? '' });
  expect(again.reply).toEqual({ ok: false, code: 'no_session' });
});

test('a ticket works once', async () => {
  const ticket = await ticketOf(node, await signIn(node, member('moderator')));
  const first = await connect(node.address, { v: 1, lang: 'ru', ticket }, '');
  await expect(connect(node.address, { v: 1, lang: 'ru', ticket }, '')).rejects.toThrow('no_session');
  first.close();
});
