/** The guard: one text in, one verdict out. Steps run in order; a step that throws means "hold for a person". */
import { allowedNumbers, findContact } from '../../shared/guard/contact/contact.ts';
import { findCrisis } from '../../shared/guard/crisis.ts';
import { type Reading, read } from '../../shared/guard/words.ts';
import type { Guard, GuardHit, GuardLabel, GuardResult } from '../ports/guard.ts';
import { type Certainty, decide } from './outcomes.ts';

export interface Found {
  hits: GuardHit[];
  /** How certain each label is; a label without an entry is `sure`. */
  certainty?: Partial<Record<GuardLabel, Certainty>>;
}

export interface Step {
  name: string;
  run: (text: string, reading: Reading) => Found;
}

export interface GuardOptions {
  /** Phone numbers that anybody may post: the directory's help lines. Any spelling. */
  allow?: Iterable<string>;
  /** Steps to run instead of the usual ones; for tests. */
  steps?: readonly Step[];
}

const ORDER: readonly GuardLabel[] = ['crisis', 'contact', 'dealing', 'recruitment', 'abuse'];

/** The usual steps. Crisis comes first: nothing later can keep a person from the help card. */
export function usualSteps(allow: Iterable<string> = []): Step[] {
  const allowed = allowedNumbers(allow);
  return [
    { name: 'crisis', run: (_text, reading) => ({ hits: findCrisis(reading) }) },
    { name: 'contact', run: (text, reading) => ({ hits: findContact(text, reading, allowed) }) },
  ];
}

/** Runs one step; what it throws becomes a failure, never an escape. */
function runStep(step: Step, text: string, reading: Reading): Found | undefined {
  try {
    return step.run(text, reading);
  } catch {
    return undefined;
  }
}

function broken(): GuardResult {
  return { outcome: 'hold', care: false, labels: [], hits: [] };
}

/** A guard that is pure, synchronous and linear in the length of the text. It never throws. */
export function createGuard(options: GuardOptions = {}): Guard {
  const steps = options.steps ?? usualSteps(options.allow);
  return (text) => {
    let reading: Reading;
    try {
      reading = read(text);
    } catch {
      return broken();
    }
    return judge(steps, text, reading);
  };
}

function judge(steps: readonly Step[], text: string, reading: Reading): GuardResult {
  const hits: GuardHit[] = [];
  const found = new Map<GuardLabel, Certainty>();
  let failed = false;
  for (const step of steps) {
    const result = runStep(step, text, reading);
    if (!result) failed = true;
    for (const hit of result?.hits ?? []) {
      hits.push(hit);
      const certainty = result?.certainty?.[hit.label] ?? 'sure';
      if (found.get(hit.label) !== 'sure') found.set(hit.label, certainty);
    }
  }
  const crisisRules = hits.filter((hit) => hit.label === 'crisis').map((hit) => hit.rule);
  const { outcome, care } = decide(found, crisisRules);
  const labels = ORDER.filter((label) => found.has(label));
  return { outcome: failed && outcome !== 'refuse' ? 'hold' : outcome, care, labels, hits };
}
