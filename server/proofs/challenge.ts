import { randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import { z } from 'zod';
import { LIMITS } from '../../shared/limits.ts';
import { type Challenge, PURPOSES, type Purpose } from '../../shared/proof.ts';
import { Refusal } from '../ports/refusal.ts';

/**
 * scrypt (RFC 7914) with N 4096 and r 8 takes 4 MB for each try, so that a graphics card runs few of them at once. In a
 * browser it needs no WebAssembly, which Tor Browser's safer levels and iOS's Lockdown Mode take away.
 */
const SCRYPT = { algorithm: 'SCRYPT', cost: 4096, memoryCost: 8, parallelism: 1, keyLength: 32 } as const;

const scalar = z.union([z.string().max(100), z.number()]);
const brought = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
      data: z.record(z.string(), scalar),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
});

/** What the house wrote into a challenge of its own. */
const own = z.object({ purpose: z.enum(PURPOSES), level: z.int().min(0).max(2) });
export type Brought = z.infer<typeof brought> & { own: z.infer<typeof own> };

export interface Terms {
  purpose: Purpose;
  level: number;
  /** How many tries of the key derivation it takes, at most; at least half of them. */
  tries: number;
  now: number;
  secret: string;
}

/**
 * A signed puzzle whose answer lies between half and all of `tries`: unlike a search for leading zeros it cannot take an
 * unlucky phone five times as long. Costs the server one derivation, its check none.
 */
export async function makeChallenge({ purpose, level, tries, now, secret }: Terms): Promise<Challenge> {
  const made = await createChallenge({
    ...SCRYPT,
    deriveKey,
    counter: randomInt(Math.floor(tries / 2), tries + 1),
    expiresAt: Math.ceil((now + LIMITS.proof.life) / 1000),
    data: { purpose, level },
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: keySecret(secret),
  });
  return made as Challenge;
}

/** What was brought, when the house signed it for this purpose, it has not ended and it is solved. Throws proof_foreign, proof_expired or proof_wrong. */
export async function readProof(text: string, purpose: Purpose, now: number, secrets: string[]): Promise<Brought> {
  const read = brought.safeParse(parsed(text));
  if (!read.success) throw new Refusal('proof_wrong');
  const { challenge, solution } = read.data;
  for (const secret of secrets) {
    // The end is looked at below, by the house's clock: the library would take this machine's.
    const result = await verifySolution({
      challenge: challenge as never,
      solution,
      deriveKey,
      hmacSignatureSecret: secret,
      hmacKeySignatureSecret: keySecret(secret),
    });
    if (result.invalidSignature) continue;
    const ours = own.safeParse(challenge.parameters.data);
    if (!ours.success || ours.data.purpose !== purpose) throw new Refusal('proof_foreign');
    if (result.expired || challenge.parameters.expiresAt * 1000 <= now) throw new Refusal('proof_expired');
    if (!result.verified) throw new Refusal('proof_wrong');
    return { ...read.data, own: ours.data };
  }
  throw new Refusal('proof_foreign');
}

const keySecret = (secret: string) => `${secret}:key`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
