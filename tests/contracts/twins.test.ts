import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { memory, redis } from './backends.ts';
import { act, steps } from './suites/steps.ts';

test('memory and Redis answer the same to whatever is done, in whatever order', async () => {
  const done = fc.array(steps, { minLength: 20, maxLength: 80, size: 'max' });
  await fc.assert(
    fc.asyncProperty(done, async (done) => {
      const [here, there] = await Promise.all([memory(), redis(inject('redisUrl'))()]);
      const heldHere: string[] = [];
      const heldThere: string[] = [];
      try {
        for (const step of done) {
          if (step.name === 'pass') for (const backend of [here, there]) backend.pass(step.pass);
          const mine = comparable(await act(here[step.server], step, heldHere));
          expect(`${step.name} ${comparable(await act(there[step.server], step, heldThere))}`).toBe(
            `${step.name} ${mine}`,
          );
        }
      } finally {
        await Promise.all([here.close(), there.close()]);
      }
    }),
    { numRuns: 60 },
  );
});

/** Times, epochs and random ids stand for themselves; everything else must be equal. */
function comparable(answer: unknown): string {
  const varying = new Set(['at', 'epoch', 'heldId', 'until', 'gapUntil']);
  const list = answer instanceof Map ? [...answer] : answer;
  return (
    JSON.stringify(list, (key, value) => (varying.has(key) && value !== undefined ? typeof value : inOrder(value))) ??
    'nothing'
  );
}

const inOrder = (value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
