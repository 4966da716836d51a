import { expect, test } from 'vitest';
import { dateOf, dayOf, minutesLeft, timeOf, whenOf } from './times.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test('days near now are named, others dated, in each language', () => {
  const now = at(22, 1);
  const near = [at(21, 23), at(22, 23), at(23, 0)];
  expect(near.map((time) => dayOf('ru', time, now))).toEqual(['Вчера', 'Сегодня', 'Завтра']);
  expect(near.map((time) => dayOf('kk', time, now))).toEqual(['Кеше', 'Бүгін', 'Ертең']);
  expect([dateOf('kk', at(12, 9)), dateOf('ru', at(12, 9))]).toEqual(['12 қараша', '12 ноября']);
  expect(dayOf('kk', at(12, 9), now)).toBe('12 қараша, бейсенбі');
  expect(dayOf('ru', at(12, 9), now)).toBe('четверг, 12 ноября');
  expect(dayOf('en', at(12, 9), now)).toMatch(/Thursday.*12|12.*Thursday/);
});

test('the Kazakh names are those of the Unicode tables, which Node carries', () => {
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(2026, month, 1 + month).getTime();
    const told = new Intl.DateTimeFormat('kk', { weekday: 'long', day: 'numeric', month: 'long' }).format(day);
    const [weekday = '', date = ''] = dayOf('kk', day, at(22, 0)).split(', ').reverse();
    expect([told.includes(weekday), told.includes(date)], told).toEqual([true, true]);
  }
});

test('times have two digits and no halves of the day', () => {
  expect([timeOf(at(22, 0, 5)), timeOf(at(22, 23, 59))]).toEqual(['00:05', '23:59']);
  expect(whenOf('ru', at(23, 9), at(22, 9))).toBe('Завтра, 09:00');
});

test('minutes left are counted up to the whole minute, whatever two clocks differ by, and never below zero', () => {
  expect([minutesLeft(90_000, 0), minutesLeft(61_000, 0), minutesLeft(0, 5)]).toEqual([2, 1, 0]);
});
