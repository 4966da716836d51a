import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import type { Asked, Purpose } from '../../shared/proof.ts';
import { MemoryBus, MemoryKeep } from '../keep/memory.ts';
import { SharedKeys } from './keys.ts';
import { ProofDesk } from './proofs.ts';
import { AddressTags } from './tags.ts';

/** Two nodes on one back end. */
function house(powCost = 1) {
  const raid = { on: () => false } as never;
  let now = Date.now();
  const clock = () => now;
  const shared = { clock, keep: new MemoryKeep(clock), bus: new MemoryBus() };
  const keys = new SharedKeys(shared);
  const node = () =>
    new ProofDesk({ ...shared, config: { powCost, rateScale: 1 } as never, tags: new AddressTags(keys), raid }, keys);
  const later = (ms: number) => {
    now += ms;
  };
  return { here: node(), there: node(), later };
}

const address = '203.0.113.9';
let visitors = 0;
/** Somebody new, so that nobody pays for the many tries of a test. */
const visitor = () => {
  visitors += 1;
  return `2001:db8:0:${visitors.toString(16)}::1`;
};

async function solved({ challenge }: Asked) {
  if (!challenge) throw new Error('no work was asked for');
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey });
  return { challenge, solution };
}

async function bring(desk: ProofDesk, purpose: Purpose = 'session') {
  return JSON.stringify(await solved(await desk.ask(purpose, visitor())));
}

/** How often of a hundred proofs each one is refused with this code, after `spoil` had its way. */
async function refused(code: string, spoil: (proof: string, at: number) => string | Promise<string>) {
  const { here, there } = house();
  let count = 0;
  for (let at = 0; at < 100; at += 1) {
    const proof = await spoil(await bring(here), at);
    const outcome = await there.redeem('session', { proof }).catch((error: { code: string }) => error.code);
    if (outcome === code) count += 1;
  }
  return count;
}

test('an honest proof is taken once, on any node', async () => {
  const { here, there } = house();
  const proof = await bring(here);
  expect(await there.redeem('session', { proof })).toEqual({ by: 'proof', level: 0 });
  await expect(here.redeem('session', { proof })).rejects.toMatchObject({ code: 'proof_used' });
  await expect(here.redeem('session', {})).rejects.toMatchObject({ code: 'proof_needed' });
});

test('100 of 100 replayed proofs are refused, brought to two nodes in the same moment', async () => {
  const { here, there } = house();
  const outcomes: unknown[] = [];
  for (let at = 0; at < 100; at += 1) {
    const proof = await bring(here);
    const both = await Promise.allSettled([here, there].map((desk) => desk.redeem('session', { proof })));
    outcomes.push(
      both
        .map((one) => (one.status === 'fulfilled' ? 'taken' : one.reason.code))
        .sort()
        .join(),
    );
  }
  expect(outcomes).toEqual(Array(100).fill('proof_used,taken'));
});

test('100 of 100 expired proofs are refused', async () => {
  const { here, later } = house();
  let count = 0;
  for (let at = 0; at < 100; at += 1) {
    const proof = await bring(here);
    later(LIMITS.proof.life + 1000);
    const code = await here.redeem('session', { proof }).catch((error: { code: string }) => error.code);
    if (code === 'proof_expired') count += 1;
  }
  expect(count).toBe(100);
});

test('100 of 100 proofs of another house, or for another purpose, are refused', async () => {
  const other = house();
  expect(await refused('proof_foreign', (_, at) => bring(other.here, at % 2 ? 'session' : 'report'))).toBe(100);
  const { here } = house();
  const report = await bring(here, 'report');
  await expect(here.redeem('session', { proof: report })).rejects.toMatchObject({ code: 'proof_foreign' });
  expect(await here.redeem('report', { proof: report })).toMatchObject({ by: 'proof' });
});

test('100 of 100 proofs made easier or longer-lived after they were signed are refused', async () => {
  const changes: [string, unknown][] = [
    ['cost', 2],
    ['memoryCost', 1],
    ['expiresAt', 9_999_999_999],
    ['keyPrefix', '00'],
    ['data', { purpose: 'session', level: -1 }],
  ];
  const changed = (proof: string, at: number) => {
    const read = JSON.parse(proof);
    const [name, value] = changes[at % changes.length] ?? [];
    read.challenge.parameters[name ?? ''] = value;
    return JSON.stringify(read);
  };
  expect(await refused('proof_foreign', changed)).toBe(100);
});

test('100 of 100 unsolved or malformed proofs are refused', async () => {
  const unsolved = (proof: string, at: number) => {
    const read = JSON.parse(proof);
    if (at % 4 === 0) return proof.slice(0, -1);
    if (at % 4 === 1) read.solution.derivedKey = '00'.repeat(32);
    if (at % 4 === 2) read.solution.derivedKey = read.challenge.parameters.keyPrefix;
    if (at % 4 === 3) read.solution = null;
    return JSON.stringify(read);
  };
  expect(await refused('proof_wrong', unsolved)).toBe(100);
});

test('very many behind one address pay more and are never refused; others pay nothing for them', async () => {
  const { here } = house(0);
  const levels: number[] = [];
  for (let at = 0; at <= LIMITS.proof.crowded; at += 1) levels.push((await here.slip('session', address)).slipAfter);
  const { slipAfter, busy } = LIMITS.proof;
  expect(levels[0]).toBe(slipAfter);
  expect(levels[busy]).toBe(4 * slipAfter);
  expect(levels.at(-1)).toBe(15 * slipAfter);
  expect((await here.slip('session', '203.0.113.10')).slipAfter).toBe(slipAfter);
});

test('a slip is good once, for its purpose, when enough time has gone by', async () => {
  const { here, there, later } = house();
  const { slip, slipAfter } = await here.slip('report', address);
  await expect(there.redeem('report', { slip })).rejects.toMatchObject({ code: 'proof_early' });
  later(slipAfter);
  await expect(there.redeem('session', { slip })).rejects.toMatchObject({ code: 'proof_foreign' });
  const older = slip.replace(/\.\d{13}\./, '.1000000000000.');
  await expect(there.redeem('report', { slip: older })).rejects.toMatchObject({ code: 'proof_foreign' });
  expect(await there.redeem('report', { slip })).toEqual({ by: 'slip', level: 0 });
  await expect(here.redeem('report', { slip })).rejects.toMatchObject({ code: 'proof_used' });
  const { slip: old } = await here.slip('report', address);
  later(LIMITS.proof.slipLife + 1);
  await expect(here.redeem('report', { slip: old })).rejects.toMatchObject({ code: 'proof_expired' });
});
