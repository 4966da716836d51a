import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createGuard } from '../../server/guard/guard.ts';

/** Everyday talk that no example teaches. A guard that stops it silences the people the rooms are for. */
const lines = readFileSync(new URL('plain.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('everyday talk in three languages flows untouched', () => {
  const guard = createGuard();
  const stopped = lines
    .map((text) => ({ text, ...guard(text) }))
    .filter(({ outcome, care }) => outcome !== 'pass' || care);
  expect(stopped.map(({ text, labels }) => `${text}: ${labels.join(', ')}`)).toEqual([]);
});
