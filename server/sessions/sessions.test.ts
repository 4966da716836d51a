import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import type { GuestWho, Proofs } from '../ports/deps.ts';
import { memoryStores } from '../stores.ts';
import { prolongSession, resumeSession } from './resume.ts';
import { startSession } from './start.ts';

test('a session ends when nobody used it for its life, and lives on while somebody does', async () => {
  let now = 1_000_000;
  const { keep } = memoryStores({ clock: () => now });
  const proofs = { redeem: async () => ({ by: 'nothing', level: 0 }) } as unknown as Proofs;
  const { token } = await startSession({ keep, proofs, clock: () => now }, 'kk', {});
  const found = await resumeSession({ keep }, token);
  expect(found).toMatchObject({ lang: 'kk' });
  const who = { kind: 'guest', session: found?.session, rooms: new Map() } as unknown as GuestWho;
  for (let day = 0; day < 3; day += 1) {
    now += LIMITS.sessionLife - 1;
    await prolongSession({ keep }, who);
  }
  expect(await resumeSession({ keep }, token)).toMatchObject({ lang: 'kk' });
  now += LIMITS.sessionLife + 1;
  expect(await resumeSession({ keep }, token)).toBeNull();
  expect(await resumeSession({ keep }, 'forged')).toBeNull();
});
