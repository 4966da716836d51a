import { describe, expect, test } from 'vitest';
import type { Entry, Person } from '../shared/entries.ts';
import { rowsOf, sameRow, shownOf } from './view.ts';

const aigul: Person = { member: 'm-aigul', name: 'Тыныш Бозторғай' };
const timur: Person = { member: 'm-timur', name: 'Тихий Жаворонок' };
const dana: Person = { member: 'm-dana', name: 'Тыныш Бозторғай', staff: true };
const noon = new Date(2026, 10, 22, 12).getTime();

const said = (seq: number, by: Person, minute = seq): Entry => ({
  seq,
  at: noon + minute * 60_000,
  kind: 'message',
  by,
  text: `${by.name} ${seq}`,
});
const kinds = (entries: Entry[]) =>
  rowsOf(shownOf(entries, aigul.member), aigul.member).map((row) =>
    row.kind === 'group' ? `${row.own ? 'own' : 'other'} ${row.messages.map(({ seq }) => seq).join()}` : row.kind,
  );

describe('rows', () => {
  test('messages of one person stand together until a pause, another person or a new day', () => {
    const entries = [
      said(1, aigul),
      said(2, aigul),
      said(3, timur),
      said(4, aigul),
      said(5, aigul, 30),
      said(6, aigul, 24 * 60),
    ];
    expect(kinds(entries)).toEqual(['day', 'own 1,2', 'other 3', 'own 4', 'own 5', 'day', 'own 6']);
  });

  test('a volunteer is never grouped with a guest who has the same name', () => {
    expect(kinds([said(1, dana), said(2, { ...dana, staff: undefined } as unknown as Person)])).toEqual([
      'day',
      'other 1',
      'other 2',
    ]);
  });

  test('places that are gone are counted in one row, and a line of the room stands alone', () => {
    const entries: Entry[] = [
      said(1, timur),
      { seq: 2, at: noon, kind: 'gone' },
      { seq: 3, at: noon, kind: 'gone' },
      { seq: 4, at: noon + 240_000, kind: 'line', line: 'locked' },
      said(5, timur),
    ];
    expect(kinds(entries)).toEqual(['day', 'other 1', 'gone', 'line', 'other 5']);
  });
});

describe('what has not changed', () => {
  const reaction: Entry = { seq: 3, at: noon, kind: 'react', of: 1, by: 'm-aigul', reaction: 'same', on: true };
  const first = [said(1, timur), said(2, aigul), reaction];
  const rows = (entries: Entry[]) => rowsOf(shownOf(entries, 'm-aigul'), 'm-aigul');
  const alike = (after: Entry[]) =>
    rows(first).map((row) => {
      const other = rows(after).find(({ key }) => key === row.key);
      return other !== undefined && sameRow(row, other);
    });

  test('stays the same value when more comes after it', () => {
    expect(alike([...first, said(4, timur)])).toEqual([true, true, true]);
  });

  test('is another value after a reaction, a message in the same group, or when it was taken back', () => {
    expect(alike([...first, { ...reaction, seq: 4, by: 'm-dana' }])).toEqual([true, false, true]);
    expect(alike([...first, said(4, aigul)])).toEqual([true, true, false]);
    expect(alike([...first, { seq: 4, at: noon, kind: 'retract', of: [2] }])).toEqual([true, true, false]);
  });
});

describe('changes', () => {
  test('a message that was taken back leaves an empty place; its reactions go with it', () => {
    const entries: Entry[] = [
      said(1, timur),
      { seq: 2, at: noon, kind: 'react', of: 1, by: 'm-aigul', reaction: 'support', on: true },
      { seq: 3, at: noon, kind: 'retract', of: [1, 99] },
    ];
    expect(shownOf(entries, 'm-aigul')).toEqual([{ kind: 'gone', seq: 1, at: noon + 60_000 }]);
  });

  test('reactions are counted once a person, in the order of the house, and can be taken back', () => {
    const react = (seq: number, by: string, reaction: 'thanks' | 'support', on: boolean): Entry => ({
      seq,
      at: noon,
      kind: 'react',
      of: 1,
      by,
      reaction,
      on,
    });
    const entries: Entry[] = [
      said(1, timur),
      react(2, 'm-aigul', 'thanks', true),
      react(3, 'm-aigul', 'support', true),
      react(4, 'm-aigul', 'support', true),
      react(5, 'm-dana', 'support', true),
      react(6, 'm-aigul', 'thanks', false),
    ];
    expect(shownOf(entries, 'm-aigul')).toMatchObject([{ reactions: [{ reaction: 'support', count: 2, mine: true }] }]);
  });

  test('a change that speaks of a message which is not loaded has no effect', () => {
    expect(shownOf([{ seq: 9, at: noon, kind: 'retract', of: [3] }], 'm-aigul')).toEqual([]);
  });
});

test('after all was deleted nothing that was written before is shown, to those who saw it either', () => {
  const by = { member: 'm-timur', name: 'Timur' };
  const entries: Entry[] = [
    { seq: 1, at: 1, kind: 'message', by, text: 'gone' },
    { seq: 2, at: 2, kind: 'line', line: 'purged' },
    { seq: 3, at: 3, kind: 'message', by, text: 'new' },
  ];
  expect(shownOf(entries, 'me').map((place) => (place.kind === 'message' ? place.text : place.kind))).toEqual([
    'gone',
    'line',
    'new',
  ]);
});
