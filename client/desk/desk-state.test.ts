import { expect, test } from 'vitest';
import type { Gate } from '../../shared/entries.ts';
import type { DeskState, HeldCard } from '../../shared/events.ts';
import { roomCard } from '../../tests/support/chat-server.ts';
import { afterLeaving, neighbour, withHeld, withRoom } from './desk-state.ts';

const card = (heldId: string, at: number): HeldCard => ({
  heldId,
  room: 'cravings',
  by: { member: 'm-aigul', name: 'Тыныш Бозторғай' },
  text: 'Сәлем',
  at,
  until: at + 1000,
  why: 'duty',
});
const off: Gate = { duty: 'off', onDuty: [], locked: false, slowSeconds: 0 };
const state: DeskState = {
  me: { staff: 's-dana', name: 'Дана', role: 'moderator', capabilities: [], certifiedUntil: null, founding: false },
  rooms: [{ ...roomCard('cravings'), gate: off, mine: false }],
  held: [card('one', 1), card('three', 3)],
  cases: [],
  onDuty: false,
  now: 0,
};
const ids = ({ held }: DeskState) => held.map(({ heldId }) => heldId);

test('held messages stand oldest first, once, and leave when they are decided', () => {
  const more = withHeld(state, { added: card('two', 2) });
  expect(ids(more)).toEqual(['one', 'two', 'three']);
  expect(ids(withHeld(more, { added: card('two', 2) }))).toEqual(['one', 'two', 'three']);
  expect(ids(withHeld(more, { removed: 'one' }))).toEqual(['two', 'three']);
});

test('a room follows its gate, and is mine while I am on duty in it', () => {
  const on: Gate = { ...off, duty: 'on', onDuty: [{ staff: 's-dana', name: 'Дана' }] };
  const [room] = withRoom(state, { room: 'cravings', gate: on, people: 7 }).rooms;
  expect(room).toMatchObject({ people: 7, duty: 'on', mine: true });
  expect(withRoom(state, { room: 'families', gate: on, people: 7 })).toEqual(state);
});

test('keys walk along the list and stay inside it', () => {
  expect([neighbour(state.held, null, 1), neighbour(state.held, 'one', 1), neighbour(state.held, 'three', 1)]).toEqual([
    'one',
    'three',
    'three',
  ]);
  expect([neighbour(state.held, 'one', -1), neighbour([], null, 1)]).toEqual(['one', null]);
});

test('after a decision the card that takes the place is next', () => {
  expect([afterLeaving(state.held, 'one'), afterLeaving(state.held, 'three')]).toEqual(['three', 'one']);
  expect(afterLeaving([card('one', 1)], 'one')).toBe(null);
});
