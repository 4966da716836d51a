import { expect, test } from 'vitest';
import type { GuardLabel } from '../ports/guard.ts';
import { type Certainty, decide } from './outcomes.ts';

const found = (...entries: [GuardLabel, Certainty][]) => new Map(entries);

test.each([
  [[], 'pass', false],
  [[['contact', 'sure']], 'mask', false],
  [[['dealing', 'likely']], 'hold', false],
  [[['dealing', 'sure']], 'refuse', false],
  [
    [
      ['recruitment', 'sure'],
      ['contact', 'sure'],
    ],
    'refuse',
    false,
  ],
  [[['abuse', 'sure']], 'hold', false],
  [[['crisis', 'sure']], 'pass', true],
  [
    [
      ['crisis', 'sure'],
      ['contact', 'sure'],
    ],
    'mask',
    true,
  ],
  [
    [
      ['crisis', 'likely'],
      ['dealing', 'sure'],
    ],
    'hold',
    true,
  ],
] as [[GuardLabel, Certainty][], string, boolean][])('%j gives %s, care %s', (entries, outcome, care) => {
  expect(decide(found(...entries), [])).toEqual({ outcome, care });
});

test('a farewell, a method or a weapon is held while care runs', () => {
  expect(decide(found(['crisis', 'sure']), ['crisis.farewell'])).toEqual({ outcome: 'hold', care: true });
  expect(decide(found(['crisis', 'sure']), ['crisis.weapon'])).toEqual({ outcome: 'hold', care: true });
  expect(decide(found(['crisis', 'sure']), ['crisis.body'])).toEqual({ outcome: 'pass', care: true });
});
