import { expect, test } from 'vitest';
import { judge } from './judge.ts';

const seen = (...texts: string[]) => ({
  room: 'r',
  seen: texts.map((text, at) => ({ epoch: 'e', seq: at + 1, text })),
});
const written = (text: string, seq: number | null) => ({
  room: 'r',
  text,
  acknowledged: seq === null ? null : { epoch: 'e', seq },
});
const both = [written('a', 1), written('b', 2)];

test('screens that show the same in the order of the answers are right', () => {
  const verdict = judge([seen('a', 'b'), seen('a', 'b')], both);
  expect(verdict).toEqual({ acknowledged: 2, unacknowledged: 0, lost: [], duplicates: [], disorder: [] });
});

test('one screen without an acknowledged message is a loss; an unacknowledged one may be missing', () => {
  expect(judge([seen('a', 'b'), seen('a')], both).lost).toEqual(['b on screen 1']);
  expect(judge([seen('a')], [written('a', 1), written('b', null)])).toMatchObject({ lost: [], unacknowledged: 1 });
});

test('a second copy under another place is a duplicate, acknowledged or not', () => {
  expect(judge([seen('a', 'b', 'a')], both).duplicates).toEqual(['a on screen 0']);
  expect(judge([seen('a', 'a')], [written('a', null)]).duplicates).toEqual(['a on screen 0']);
});

test('screens that disagree, go backwards or contradict the answer are in disorder', () => {
  expect(judge([seen('a', 'b'), seen('b', 'a')], []).disorder).toHaveLength(2);
  const back = [
    { epoch: 'e', seq: 2, text: 'b' },
    { epoch: 'e', seq: 1, text: 'a' },
  ];
  expect(judge([{ room: 'r', seen: back }], []).disorder).toEqual(['a on screen 0']);
  expect(judge([seen('b')], [written('a', 1)]).disorder).toEqual(['a against its answer']);
});
