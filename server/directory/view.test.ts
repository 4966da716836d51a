import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { readAsked } from './view.ts';

const REGIONS = ['KZ-27', 'KZ-75'];

test('an address says what is asked', () => {
  const { asked, cut } = readAsked(
    {
      q: ' нарколог ',
      region: 'KZ-75',
      kind: 'state_centre',
      hasPhone: 'yes',
      cost: 'free',
      sort: 'freshest',
      offset: '50',
    },
    REGIONS,
  );
  expect(cut).toBe(false);
  expect(asked).toMatchObject({
    q: 'нарколог',
    region: 'KZ-75',
    kind: 'state_centre',
    hasPhone: true,
    cost: 'free',
    sort: 'freshest',
    offset: 50,
    forWhom: null,
  });
});

test('what an address says wrongly is not asked, and nothing breaks', () => {
  const { asked } = readAsked(
    {
      q: ['a', 'b'],
      region: 'KZ-00',
      kind: '<b>',
      forWhom: 'cats',
      offset: '-1',
      sort: {},
      city: 'x'.repeat(200),
      hasPhone: '1',
    },
    REGIONS,
  );
  expect(asked).toEqual({
    q: '',
    region: null,
    kind: null,
    city: null,
    service: null,
    forWhom: null,
    language: null,
    cost: null,
    addictionSpecific: null,
    hasPhone: null,
    sort: 'relevance',
    offset: 0,
  });
  for (const offset of ['1e9', 'NaN', '9'.repeat(40), '1.5'])
    expect(readAsked({ offset }, REGIONS).asked.offset % 1).toBe(0);
});

test('words beyond the limit are cut between characters, and that is said', () => {
  const { asked, cut } = readAsked({ q: '🐎'.repeat(LIMITS.queryLength + 1) }, REGIONS);
  expect(cut).toBe(true);
  expect([...asked.q]).toHaveLength(LIMITS.queryLength);
  expect(asked.q.endsWith('🐎')).toBe(true);
});
