/** The guard reads one text before it is broadcast. Pure and synchronous; see docs/guard.md. */
import type { GuardHit, GuardLabel } from '../../shared/guard/hit.ts';

export type { GuardHit, GuardLabel } from '../../shared/guard/hit.ts';
export type GuardOutcome = 'pass' | 'mask' | 'hold' | 'refuse';

export interface GuardResult {
  outcome: GuardOutcome;
  /** The help card at once, and a case on top of the desk. */
  care: boolean;
  labels: GuardLabel[];
  hits: GuardHit[];
}

export type Guard = (text: string) => GuardResult;
