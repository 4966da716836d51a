import { z } from 'zod';

/** What a proof of work can be given for. A proof for one purpose is worth nothing for another. */
export const PURPOSES = ['session', 'report', 'suggest'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A puzzle of altcha-lib, signed by the house. */
export interface Challenge {
  parameters: {
    algorithm: string;
    nonce: string;
    salt: string;
    cost: number;
    keyLength: number;
    keyPrefix: string;
    memoryCost?: number;
    parallelism?: number;
    keySignature?: string;
    expiresAt?: number;
    data?: Record<string, string | number | boolean | null>;
  };
  signature: string;
}

/**
 * The answer to `POST /api/challenge {purpose}`. `challenge` is null when no work is asked for. `slip`: what may be brought
 * instead by a browser that cannot do the work; it is taken from `slipAfter` milliseconds on, later where many ask at once.
 */
export interface Asked {
  challenge: Challenge | null;
  slip: string;
  slipAfter: number;
}

/** What is brought: `proof` is JSON `{challenge, solution}`, `slip` as it was given. Also the names of a form's hidden fields. */
export const given = z.object({
  proof: z.string().max(4000).optional(),
  slip: z.string().max(400).optional(),
});
export type Given = z.infer<typeof given>;
