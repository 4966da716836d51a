import { afterEach, beforeEach, expect, test } from 'vitest';
import { okay, refuse } from '../../shared/errors.ts';
import type { DeskState, HeldCard } from '../../shared/events.ts';
import { ChatServer, roomCard } from '../../tests/support/chat-server.ts';
import { until } from '../../tests/support/until.ts';
import { Connection } from '../connection.ts';
import { guestIdentity } from '../session.ts';
import { createApp } from '../state.ts';
import { decide, listenAtDesk, readDesk } from './desk-actions.ts';
import { createDesk, type Desk } from './desk-state.ts';

let server: ChatServer;
let desk: Desk;
let end: () => void;

const held: HeldCard = {
  heldId: 'held-1',
  room: 'cravings',
  by: { member: 'm-timur', name: 'Тихий Жаворонок' },
  text: 'Есть кто-нибудь?',
  at: 1,
  until: 2,
  why: 'duty',
};
const state: DeskState = {
  me: { staff: 's-dana', name: 'Dana', role: 'moderator', capabilities: [], certifiedUntil: null, founding: false },
  rooms: [{ ...roomCard('cravings'), gate: { duty: 'off', onDuty: [], locked: false, slowSeconds: 0 }, mine: false }],
  held: [],
  cases: [],
  onDuty: false,
  now: 0,
};

beforeEach(async () => {
  server = new ChatServer();
  server.answers['desk:open'] = () => okay(state);
  const origin = await server.listen();
  const store = new Map<string, string>();
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  const connection = new Connection({ lang: 'ru', origin, identity: guestIdentity('ru', storage, { origin }) });
  desk = createDesk(createApp('ru', connection));
  const stop = listenAtDesk(desk);
  end = () => {
    stop();
    connection.close();
  };
  await connection.open();
  await until(() => desk.state.value !== null);
});
afterEach(async () => {
  end();
  await server.close();
});

test('what comes while the desk is being read is not lost to the older answer', async () => {
  server.answers['desk:open'] = () => {
    server.io.emit('desk:held', { added: held });
    return okay(state);
  };
  await readDesk(desk);
  expect(desk.state.value?.held).toEqual([held]);
});

test('a decision goes with its reason, and the card leaves', async () => {
  server.io.emit('desk:held', { added: held });
  await until(() => desk.state.value?.held.length === 1);
  server.answers['held:decide'] = () => okay({ state: 'removed' });
  await decide(desk, 'held-1', 'insult');
  expect(server.asked.at(-1)?.input).toEqual({ heldId: 'held-1', decision: 'remove', reason: 'insult' });
  expect([desk.state.value?.held, desk.told.value]).toEqual([[], expect.stringContaining('не появилось')]);
});

test('a card that somebody else decided leaves too; one that could not be decided stays', async () => {
  server.io.emit('desk:held', { added: held });
  await until(() => desk.state.value?.held.length === 1);
  server.answers['held:decide'] = () => refuse('unavailable');
  await decide(desk, 'held-1');
  expect(desk.state.value?.held).toEqual([held]);
  server.answers['held:decide'] = () => refuse('already_decided');
  await decide(desk, 'held-1');
  expect([desk.state.value?.held, desk.told.value]).toEqual([[], expect.stringContaining('другой')]);
});
