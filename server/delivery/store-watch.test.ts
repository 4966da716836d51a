import { expect, test } from 'vitest';
import { storeWatch } from './store-watch.ts';

test('a hiccup is not told; two failures in a row are, once, and so is the return', async () => {
  const answers = [true, false, true, false, false, false, true, true];
  const told: boolean[] = [];
  const look = storeWatch(
    () => (answers.shift() ? Promise.resolve() : Promise.reject(new Error('away'))),
    (away) => void told.push(away),
  );
  while (answers.length > 0) await look();
  expect(told).toEqual([true, false]);
});
