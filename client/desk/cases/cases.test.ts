import { expect, test } from 'vitest';
import type { CaseCard, DeskState, HeldCard } from '../../../shared/events.ts';
import type { GuardHit } from '../../../shared/guard/hit.ts';
import { actsFor, listed, withCase } from './case-state.ts';
import { stretchesOf } from './stretches.ts';

const card = (id: string, more: Partial<CaseCard> = {}): CaseCard => ({
  id,
  kind: 'report',
  priority: 1,
  room: 'cravings',
  at: 1,
  reasons: ['cruel'],
  labels: [],
  about: { member: 'm-timur', name: 'Тыныш Бозторғай' },
  heldId: null,
  asked: false,
  claimed: null,
  ...more,
});
const state: DeskState = {
  me: { staff: 's-dana', name: 'Дана', role: 'moderator', capabilities: [], certifiedUntil: null, founding: false },
  rooms: [],
  held: [],
  cases: [],
  onDuty: true,
  now: 0,
};
const ids = ({ cases }: Pick<DeskState, 'cases'>) => cases.map(({ id }) => id);

test('who may be in danger stands first, then the oldest; each case once; decided ones leave', () => {
  const cards = [card('new', { at: 3 }), card('old', { at: 2 }), card('care', { kind: 'care', priority: 3, at: 9 })];
  const full = cards.reduce((now, added) => withCase(now, { added }), state);
  expect(ids(full)).toEqual(['care', 'old', 'new']);
  const changed = withCase(full, { changed: card('new', { at: 3, priority: 3, reasons: ['cruel', 'danger'] }) });
  expect(ids(changed)).toEqual(['new', 'care', 'old']);
  expect(ids(withCase(changed, { removed: 'care' }))).toEqual(['new', 'old']);
});

test('what the guard held is one thing to decide, not two', () => {
  const held = [{ heldId: 'h-1' }] as HeldCard[];
  const cases = [card('guard', { kind: 'guard', heldId: 'h-1' }), card('care', { kind: 'care', heldId: 'h-1' })];
  expect(ids({ cases: listed({ cases, held }) })).toEqual(['care']);
  expect(ids({ cases: listed({ cases, held: [] }) })).toEqual(['guard', 'care']);
});

test('what can be decided fits the kind and who is still there', () => {
  expect(actsFor(card('a', { kind: 'appeal' }))).toEqual(['lifted', 'upheld']);
  expect(actsFor(card('a', { kind: 'volunteer' }))).toEqual(['no_action', 'removed']);
  expect(actsFor(card('a', { about: null }))).toEqual(['no_action', 'removed']);
  expect(actsFor(card('a', { kind: 'care' }))).toEqual([
    'cared',
    'no_action',
    'removed',
    'warn',
    'mute_10m',
    'mute_1h',
    'mute_24h',
    'end_session',
  ]);
});

const hit = (start: number, end: number, why = 'phone'): GuardHit => ({ label: 'contact', rule: why, start, end, why });
const pieces = (text: string, hits: GuardHit[]) =>
  stretchesOf(text, hits).map(({ text: piece, hits: on }) => (on.length > 0 ? `[${piece}]${on.length}` : piece));

test('hits mark their stretch of the text, and nothing of the text is lost', () => {
  expect(pieces('пиши 8701 сюда', [hit(5, 9)])).toEqual(['пиши ', '[8701]1', ' сюда']);
  expect(pieces('abcdef', [hit(4, 6), hit(0, 2)])).toEqual(['[ab]1', 'cd', '[ef]1']);
  expect(pieces('abcdef', [hit(0, 3), hit(1, 2), hit(2, 5)])).toEqual(['[abcde]3', 'f']);
  expect(pieces('abc', [hit(-1, 99), hit(2, 2), hit(7, 9)])).toEqual(['[abc]1']);
  expect(pieces('abc', [])).toEqual(['abc']);
  expect(pieces('', [hit(0, 1)])).toEqual([]);
});
