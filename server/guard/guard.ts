/** The guard: one text in, one verdict out. Steps run in order; a step that throws means "hold for a person". */
import { Paper, type Reading, read } from '../../shared/guard/words.ts';
import type { Guard, GuardHit, GuardLabel, GuardResult } from '../ports/guard.ts';
import { type Certainty, decide } from './outcomes.ts';
import { type Found, type Material, type Step, usualSteps } from './steps.ts';

export interface GuardOptions {
  /** Phone numbers that anybody may post: the directory's help lines. Any spelling. */
  allow?: Iterable<string>;
  /** Steps to run instead of the usual ones; for tests. */
  steps?: readonly Step[];
}

/** Code units for which memory is kept; a longer text gets its own. */
const USUAL = 2048;
const ORDER: readonly GuardLabel[] = ['crisis', 'contact', 'dealing', 'recruitment', 'abuse'];

/** A guard that is pure, synchronous and linear in the length of the text. It never throws. */
export function createGuard(options: GuardOptions = {}): Guard {
  const steps = options.steps ?? usualSteps(options.allow);
  const paper = new Paper(USUAL);
  return (text) => {
    let reading: Reading;
    try {
      reading = read(text, text.length <= USUAL ? paper : new Paper(text.length));
    } catch {
      return { outcome: 'hold', care: false, labels: [], hits: [] };
    }
    const hits: GuardHit[] = [];
    return judge(steps, { text, reading, earlier: hits }, hits);
  };
}

/** Runs one step; what it throws becomes a failure, never an escape. */
function runStep(step: Step, material: Material): Found | undefined {
  try {
    return step.run(material);
  } catch {
    return undefined;
  }
}

function judge(steps: readonly Step[], material: Material, hits: GuardHit[]): GuardResult {
  let found: Map<GuardLabel, Certainty> | undefined;
  let failed = false;
  for (const step of steps) {
    const result = runStep(step, material);
    if (!result) failed = true;
    else if (result.hits.length > 0) {
      found ??= new Map();
      for (const hit of result.hits) {
        hits.push(hit);
        const certainty = result.certainty?.[hit.label] ?? 'sure';
        if (found.get(hit.label) !== 'sure') found.set(hit.label, certainty);
      }
    }
  }
  return found ? verdict(found, hits, failed) : { outcome: failed ? 'hold' : 'pass', care: false, labels: [], hits };
}

function verdict(found: ReadonlyMap<GuardLabel, Certainty>, hits: GuardHit[], failed: boolean): GuardResult {
  const crisisRules = hits.filter((hit) => hit.label === 'crisis').map((hit) => hit.rule);
  const { outcome, care } = decide(found, crisisRules);
  const labels = ORDER.filter((label) => found.has(label));
  return { outcome: failed && outcome !== 'refuse' ? 'hold' : outcome, care, labels, hits };
}
