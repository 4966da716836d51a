import { expect, test } from 'vitest';
import { MemoryKeep } from '../keep/memory.ts';
import { countTry, forgiveTries, type Tries, waitAfter } from './slow.ts';

const tries: Tries = { what: 'password', who: 'dana', browser: null };
const SECOND = 1000;

function start() {
  let now = 1_000_000;
  const clock = () => now;
  const deps = { clock, keep: new MemoryKeep(clock) };
  const pass = (ms: number) => {
    now += ms;
  };
  const tell = (of: Tries) =>
    countTry(deps, of).then(
      () => 'free',
      ({ code, until }: { code: string; until: number }) => `${code} ${(until - now) / SECOND}`,
    );
  return { deps, pass, tell };
}

test('five tries are free, then the wait doubles and stops at five minutes', () => {
  expect(Array.from({ length: 16 }, (_, at) => waitAfter(at + 1) / SECOND)).toEqual([
    0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300,
  ]);
});

test('a wait that is over lets one more try through', async () => {
  const { pass, tell } = start();
  for (let at = 0; at < 5; at += 1) expect(await tell(tries)).toBe('free');
  expect(await tell(tries)).toBe('rate 1');
  pass(SECOND);
  expect(await tell(tries)).toBe('free');
  expect(await tell(tries)).toBe('rate 2');
});

test('many tries at once are many tries', async () => {
  const { tell } = start();
  const told = await Promise.all(Array.from({ length: 50 }, () => tell(tries)));
  expect(told.filter((answer) => answer === 'free')).toHaveLength(5);
});

test('a known browser, another person and another thing are counted apart; the right one clears the count', async () => {
  const { deps, tell } = start();
  for (let at = 0; at < 5; at += 1) await tell(tries);
  expect(await tell({ ...tries, browser: 'hers' })).toBe('free');
  expect(await tell({ ...tries, who: 'timur' })).toBe('free');
  expect(await tell({ ...tries, what: 'code' })).toBe('free');
  expect(await tell(tries)).toBe('rate 1');
  await forgiveTries(deps, tries);
  expect(await tell(tries)).toBe('free');
});
