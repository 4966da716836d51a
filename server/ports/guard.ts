/** The guard reads one text before it is broadcast. Pure and synchronous; see docs of server/guard. */
export type GuardLabel = 'dealing' | 'recruitment' | 'contact' | 'crisis' | 'abuse';
export type GuardOutcome = 'pass' | 'mask' | 'hold' | 'refuse';

/** `start` and `end` are offsets (UTF-16 code units) into the original text. */
export interface GuardHit {
  label: GuardLabel;
  rule: string;
  start: number;
  end: number;
  why: string;
}

export interface GuardResult {
  outcome: GuardOutcome;
  /** The help card at once, and a case on top of the desk. */
  care: boolean;
  labels: GuardLabel[];
  hits: GuardHit[];
}

export type Guard = (text: string) => GuardResult;
