/** The written table: which labels, how certain, lead to which outcome. Explained in docs/guard.md. */
import type { GuardLabel, GuardOutcome } from '../ports/guard.ts';

/** `sure`: safe to act on at once. `likely`: a person decides. */
export type Certainty = 'sure' | 'likely';

export interface Decision {
  outcome: GuardOutcome;
  care: boolean;
}

/** In order of weight: the first one that is met decides, crisis apart. */
const TABLE: Readonly<Record<Exclude<GuardLabel, 'crisis'>, Readonly<Record<Certainty, GuardOutcome>>>> = {
  dealing: { sure: 'refuse', likely: 'hold' },
  recruitment: { sure: 'refuse', likely: 'hold' },
  abuse: { sure: 'hold', likely: 'hold' },
  contact: { sure: 'mask', likely: 'mask' },
};

/** Crisis cues after which the room does not see the text until a person looked: farewell, method, weapon, threat. */
const HELD_CRISIS: ReadonlySet<string> = new Set(
  ['die', 'farewell', 'selfharm', 'means', 'height', 'planhurt', 'weapon'].map((cue) => `crisis.${cue}`),
);

const RANK: Readonly<Record<GuardOutcome, number>> = { pass: 0, mask: 1, hold: 2, refuse: 3 };

/** Outcome for the labels found. Crisis is never refused: at most held or masked, always with care. */
export function decide(found: ReadonlyMap<GuardLabel, Certainty>, crisisRules: Iterable<string>): Decision {
  const care = found.has('crisis');
  let outcome: GuardOutcome = 'pass';
  for (const [label, certainty] of found) {
    if (label === 'crisis') continue;
    const next = TABLE[label][certainty];
    if (RANK[next] > RANK[outcome]) outcome = next;
  }
  if (care) {
    for (const rule of crisisRules) if (HELD_CRISIS.has(rule) && RANK[outcome] < RANK.hold) outcome = 'hold';
    if (outcome === 'refuse') outcome = 'hold';
  }
  return { outcome, care };
}
