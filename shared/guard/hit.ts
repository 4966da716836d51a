/** What the guard may find in a message. Meanings and rulings: docs/guard.md. */
export type GuardLabel = 'dealing' | 'recruitment' | 'contact' | 'crisis' | 'abuse';

/** One piece of evidence. `start` and `end` are offsets (UTF-16 code units) into the original text. */
export interface GuardHit {
  label: GuardLabel;
  rule: string;
  start: number;
  end: number;
  why: string;
}
