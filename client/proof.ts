import { solveChallengeWorkers } from 'altcha-lib';
import type { Reply } from '../shared/errors.ts';
import type { Asked, Challenge, Given, Purpose } from '../shared/proof.ts';
import { post } from './session.ts';

/** More would ask more memory of a cheap phone than it has to spare. */
const MOST_WORKERS = 2;

/**
 * Does the work that the house asks for, beside the page (a worker, from a file of its own), and resolves to what has to be
 * brought with the request. A browser that cannot do it, or is slower than a slip takes, brings the slip.
 */
export async function prove(purpose: Purpose): Promise<Reply<Given>> {
  const began = performance.now();
  const reply = await post<Asked>('/api/challenge', { purpose });
  if (!reply.ok) return reply;
  const { challenge, slip, slipAfter } = reply.data;
  if (!challenge) return { ok: true, data: {} };
  const left = () => Math.max(1, began + slipAfter - performance.now());
  const proof = await solve(challenge, left());
  if (proof) return { ok: true, data: { proof } };
  // The slip was written after `began`, by another clock: a little patience keeps it from being early.
  await new Promise((done) => setTimeout(done, left() + 300));
  return { ok: true, data: { slip } };
}

/** The solved proof as text; null when this browser cannot, or not within `timeout` milliseconds. */
async function solve(challenge: Challenge, timeout: number): Promise<string | null> {
  const solution = await solveChallengeWorkers({
    challenge: challenge as never,
    createWorker: () => new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' }),
    concurrency: Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1),
    timeout,
  }).catch(() => null);
  return solution ? JSON.stringify({ challenge, solution }) : null;
}
