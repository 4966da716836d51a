import type { Request, Response } from 'express';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { Lang } from '../../../shared/languages.ts';
import type { FormState, PageBody } from '../../../shared/pages.ts';
import type { Deps } from '../../ports/deps.ts';
import { Unavailable } from '../../ports/log.ts';
import { Refusal } from '../../ports/refusal.ts';

export type FormNeeds = Pick<
  Deps,
  'config' | 'directory' | 'supabase' | 'keep' | 'tags' | 'bus' | 'clock' | 'proofs' | 'logger'
>;
export interface Visit {
  req: Request;
  res: Response;
  lang: Lang;
  /** Answers with a page. */
  show(body: PageBody, status?: number): void;
}

/** What a form is answered with when it was refused. Everything else is a fault of ours. */
const STATES: Partial<Record<ErrorCode, FormState>> = {
  proof_early: 'early',
  proof_needed: 'again',
  proof_used: 'again',
  proof_expired: 'again',
  proof_foreign: 'again',
  proof_wrong: 'again',
  bad_input: 'wrong',
  rate: 'full',
  unavailable: 'away',
};
export const STATUS: Record<FormState, number> = {
  ask: 200,
  sent: 200,
  early: 400,
  again: 400,
  wrong: 400,
  full: 429,
  away: 503,
};

/** How the form stands after a try; only what went wrong on our side is logged, without anything of the visitor. */
export async function attempt({ logger }: Pick<Deps, 'logger'>, run: () => Promise<void>): Promise<FormState> {
  try {
    await run();
    return 'sent';
  } catch (error) {
    if (error instanceof Unavailable) return 'away';
    if (error instanceof Refusal) return STATES[error.code] ?? 'away';
    logger.error({ err: error }, 'a form failed');
    return 'away';
  }
}
