import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LIMITS } from '../../shared/limits.ts';
import type { Purpose } from '../../shared/proof.ts';
import { Refusal } from '../ports/refusal.ts';

/** How many times longer a slip must be waited for, by how many ask behind one address. */
const LONGER = [1, 4, 15];

export const slipAfter = (level: number): number => LIMITS.proof.slipAfter * (LONGER[level] ?? 1);

/** A signed note of when a form was opened: `purpose.level.time.nonce.signature`. */
export function writeSlip(purpose: Purpose, { level, now, secret }: { level: number; now: number; secret: string }) {
  const body = [purpose, level, now, randomBytes(9).toString('base64url')].join('.');
  return `${body}.${sign(body, secret)}`;
}

/** The slip's own number and level, when it is ours, for this purpose and old enough. Throws proof_foreign, proof_early or proof_expired. */
export function readSlip(slip: string, purpose: Purpose, now: number, secrets: string[]) {
  const [forWhat, level = '', time = '', nonce = '', signature = '', ...rest] = slip.split('.');
  const body = [forWhat, level, time, nonce].join('.');
  const signed = secrets.some((secret) => same(sign(body, secret), signature));
  if (!signed || rest.length > 0 || forWhat !== purpose) throw new Refusal('proof_foreign');
  const from = Number(time) + slipAfter(Number(level));
  if (now < from) throw new Refusal('proof_early', from);
  if (now > Number(time) + LIMITS.proof.slipLife) throw new Refusal('proof_expired');
  return { nonce, level: Number(level) };
}

const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('base64url');

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
