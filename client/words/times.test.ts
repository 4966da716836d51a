import { expect, test } from 'vitest';
import { dayOf, minutesLeft, timeOf, whenOf } from './times.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test('days near now are named, others dated, in each language', () => {
  const now = at(22, 1);
  expect([at(22, 23), at(21, 23), at(23, 0)].map((time) => dayOf('ru', time, now))).toEqual([
    'Сегодня',
    'Вчера',
    'Завтра',
  ]);
  expect(dayOf('kk', at(22, 0), now)).toBe('Бүгін');
  expect(dayOf('kk', at(12, 9), now)).toContain('қараша');
});

test('times have two digits and no halves of the day', () => {
  expect([timeOf('kk', at(22, 0, 5)), timeOf('en', at(22, 23, 59))]).toEqual(['00:05', '23:59']);
  expect(whenOf('ru', at(23, 9), at(22, 9))).toBe('Завтра, 09:00');
});

test('minutes left are counted up to the whole minute and never below zero', () => {
  expect([minutesLeft(90_000, 0), minutesLeft(60_000, 0), minutesLeft(0, 5)]).toEqual([2, 1, 0]);
});
