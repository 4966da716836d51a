import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import type { Asked, Purpose } from '../../shared/proof.ts';
import { postJson } from './people.ts';

/** Does a browser's work for this purpose; the proof as it is brought. */
export async function solved(address: string, purpose: Purpose, headers: Record<string, string> = {}): Promise<string> {
  const { reply } = await postJson<Asked>(address, '/api/challenge', { purpose }, headers);
  if (!reply.ok || !reply.data.challenge) throw new Error('no work was asked for');
  const { challenge } = reply.data;
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey });
  return JSON.stringify({ challenge, solution });
}
