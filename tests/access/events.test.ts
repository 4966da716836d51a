import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../../shared/capabilities.ts';
import { EVENTS, type EventName, type Input } from '../../shared/events.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import {
  atDesk,
  connect,
  guest,
  hire,
  type PersonInTest,
  postJson,
  type StaffInTest,
  ticketOf,
} from '../support/people.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
/** A well-shaped input for each event; a new event without one does not compile. */
const INPUT: { [E in EventName]: Input<E> } = {
  'room:list': {},
  'room:join': { room: 'starting' },
  'room:leave': { room: 'starting' },
  'log:after': { room: 'starting', seq: 0 },
  'log:before': { room: 'starting', seq: 1 },
  'message:send': { room: 'starting', id: 'message-0001', text: 'Сәлем' },
  'message:retract': { room: 'starting', seq: 1 },
  'message:react': { room: 'starting', seq: 1, reaction: 'support', on: true },
  'message:typing': { room: 'starting' },
  'me:forget': { room: 'starting' },
  'session:end': {},
  'desk:open': {},
  'duty:start': {},
  'duty:end': {},
  'held:decide': { heldId: 'none', decision: 'approve' },
  'report:make': { room: 'starting', seq: 1, reason: 'sells' },
  'report:volunteer': { room: 'starting', staffMember: 'nobody', reason: 'rude' },
  'report:mine': {},
  'appeal:make': { sanction: NOTHING },
  'me:rename': { room: 'starting' },
  'care:ask': { room: 'starting' },
  'case:claim': { id: NOTHING },
  'case:release': { id: NOTHING },
  'case:open': { id: NOTHING },
  'case:decide': { id: NOTHING, decision: 'no_action' },
  'appeal:decide': { id: NOTHING, decision: 'upheld' },
  'message:remove': { room: 'starting', seq: 1, reason: 'flood' },
  'sanction:place': { room: 'starting', member: 'nobody', sanction: 'warn', reason: 'flood' },
  'sanction:lift': { id: NOTHING },
  'room:lock': { room: 'starting', locked: false },
  'room:slow': { room: 'starting', seconds: 0 },
  'room:purge': { room: 'starting' },
};
/** Ends the caller, so it comes last. */
const ORDER = (Object.keys(INPUT) as EventName[]).sort(
  (a, b) => Number(a === 'session:end') - Number(b === 'session:end'),
);

let house: House;
let node: TestNode;
const staff: Record<string, StaffInTest> = {};

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  staff.trainee = await hire(house, 'Dias', 'trainee');
  staff.moderator = await hire(house, 'Dana', 'moderator');
  staff['moderator of another group'] = await hire(house, 'Erlan', 'moderator', ['families']);
  staff['moderator without certificate'] = await hire(house, 'Zarina', 'moderator');
  staff.lead = await hire(house, 'Saule', 'lead');
  staff.coordinator = await hire(house, 'Bolat', 'coordinator');
  const { id } = staff['moderator without certificate'];
  await house.supabase.asService().from('staff').update({ certified_until: null }).eq('id', id).throwOnError();
});
afterAll(async () => {
  await node.close();
  await house.close();
});

const RIGHTS = {
  guest: capabilitiesOf('guest'),
  trainee: capabilitiesOf('trainee'),
  moderator: capabilitiesOf('moderator', true),
  'moderator of another group': capabilitiesOf('moderator', true),
  'moderator without certificate': capabilitiesOf('moderator', false),
  lead: capabilitiesOf('lead', true),
  coordinator: capabilitiesOf('coordinator'),
};

const come = (role: string): Promise<PersonInTest> =>
  role === 'guest' ? guest(node, 'kk') : atDesk(node, staff[role] as StaffInTest);

describe.each(Object.entries(RIGHTS))('%s', (role, rights) => {
  test('may do what the contract says, and nothing else', async () => {
    const person = await come(role);
    const elsewhere = role === 'moderator of another group';
    for (const event of ORDER) {
      const reply = await person.ask(event, INPUT[event] as never);
      const refused = !reply.ok && reply.code === 'not_allowed';
      const needsRoom = 'room' in INPUT[event];
      const expected = !rights.has(EVENTS[event].needs) || (elsewhere && needsRoom && event !== 'room:leave');
      expect({ event, refused }).toEqual({ event, refused: expected });
      expect(reply.ok ? '' : reply.code).not.toBe('internal');
    }
    person.close();
  });
});

test('a removed volunteer gets no ticket, and a ticket in hand opens nothing', async () => {
  const removed = await hire(house, 'Marat', 'moderator');
  const { email, password } = removed;
  const { cookie } = await postJson(node.address, '/desk/api/sign-in', { email, password });
  const ticket = await ticketOf(node, cookie ?? '');
  await house.supabase.asService().from('staff').update({ active: false }).eq('id', removed.id).throwOnError();
  await expect(connect(node.address, { v: 1, lang: 'ru', ticket }, '')).rejects.toThrow('no_session');
  const again = await postJson(node.address, '/desk/api/ticket', {}, { cookie: cookie ?? '' });
  expect(again.reply).toEqual({ ok: false, code: 'no_session' });
});

test('a ticket works once', async () => {
  const { email, password } = staff.moderator as StaffInTest;
  const { cookie } = await postJson(node.address, '/desk/api/sign-in', { email, password });
  const ticket = await ticketOf(node, cookie ?? '');
  const first = await connect(node.address, { v: 1, lang: 'ru', ticket }, '');
  await expect(connect(node.address, { v: 1, lang: 'ru', ticket }, '')).rejects.toThrow('no_session');
  first.close();
});
