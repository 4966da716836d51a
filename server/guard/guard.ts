/** The guard: one text in, one verdict out. Steps run in order; a step that throws means "hold for a person". */
import { otherLayout } from '../../shared/guard/layout.ts';
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
    const verdict = new Verdict(steps);
    try {
      const sheet = text.length <= USUAL ? paper : new Paper(text.length);
      verdict.add(text, read(text, sheet));
      const meant = otherLayout(text, sheet);
      if (meant !== undefined) verdict.add(meant, read(meant, sheet));
    } catch {
      verdict.failed = true;
    }
    return verdict.result();
  };
}

/** What it throws becomes a failure, never an escape. */
function attempt(run: Step['run'], material: Material): Found | undefined {
  try {
    return run(material);
  } catch {
    return undefined;
  }
}

/** What the steps find in one message, which may be read in two ways. */
class Verdict {
  failed = false;
  readonly #steps: readonly Step[];
  readonly #hits: GuardHit[] = [];
  #found: Map<GuardLabel, Certainty> | undefined;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  add(text: string, reading: Reading): void {
    const material = { text, reading, earlier: this.#hits };
    for (const step of this.#steps) {
      let result = attempt(step.run, material);
      if (!result) {
        this.failed = true;
        result = step.instead && attempt(step.instead, material);
      }
      if (result && result.hits.length > 0) this.#note(result);
    }
  }

  #note({ hits, certainty }: Found): void {
    this.#found ??= new Map();
    for (const hit of hits) {
      this.#hits.push(hit);
      if (this.#found.get(hit.label) !== 'sure') this.#found.set(hit.label, certainty?.[hit.label] ?? 'sure');
    }
  }

  result(): GuardResult {
    const [found, hits] = [this.#found, this.#hits];
    if (!found) return { outcome: this.failed ? 'hold' : 'pass', care: false, labels: [], hits };
    const crisisRules = hits.filter((hit) => hit.label === 'crisis').map((hit) => hit.rule);
    const { outcome, care } = decide(found, crisisRules);
    const labels = ORDER.filter((label) => found.has(label));
    return { outcome: this.failed && outcome !== 'refuse' ? 'hold' : outcome, care, labels, hits };
  }
}
