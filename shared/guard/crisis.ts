/**
 * Crisis: somebody's life or body in danger now or soon (docs/guard.md). Each cue, and each pair of cues in one
 * message, speaks for or against with a learned weight (`crisis-weights.ts`, made by `npm run guard:train`). Runs in
 * the browser and on the server.
 */
import { CRISIS_BIAS, CRISIS_WEIGHTS } from './crisis-weights.ts';
import type { GuardHit } from './hit.ts';
import { type Cue, Lexicon, type WordList } from './lexicon.ts';
import type { Reading } from './words.ts';

/** Above this a message counts as a crisis by these weights alone; chosen so that few are missed (tests/guard). */
export const CRISIS_ENOUGH = 0.5;
/** A cue that weighs more than this by itself is shown. */
const TELLING = 0.3;
/** Cues that decide whether the room may see the message, so they are shown even when they weigh little. */
const SHOWN = ['weapon', 'means', 'height', 'farewell'];

/** The cues present, each once, by index. */
export function presentCues(cues: readonly Cue[]): number[] {
  return [...new Set(cues.map(({ cue }) => cue))].sort((a, b) => a - b);
}

export class CrisisSense {
  readonly words: Lexicon;
  /** Weight of cue `a` at `a * size + a`, of the pair `a < b` at `a * size + b`. */
  readonly #weights: Float64Array;
  readonly #size: number;
  readonly #shown: ReadonlySet<number>;

  /** `lists`: `words/{kk,ru,en}.ts`, or the ones that are loaded so far. */
  constructor(lists: readonly WordList[]) {
    this.words = new Lexicon(lists);
    this.#size = this.words.cues.length;
    this.#weights = new Float64Array(this.#size * this.#size);
    this.#shown = new Set(SHOWN.map((name) => this.words.cue(name)));
    for (const [key, weight] of Object.entries(CRISIS_WEIGHTS)) {
      const [a = '', b = a] = key.split(' ');
      const [first, second] = [this.words.cue(a), this.words.cue(b)];
      if (first >= 0 && second >= 0)
        this.#weights[Math.min(first, second) * this.#size + Math.max(first, second)] = weight;
    }
  }

  /** How much speaks for a crisis; above nought more than against. */
  score(cues: readonly Cue[]): number {
    const present = presentCues(cues);
    let sum: number = CRISIS_BIAS;
    for (const [i, a] of present.entries()) {
      for (let k = i; k < present.length; k++) sum += this.#weights[a * this.#size + (present[k] ?? 0)] ?? 0;
    }
    return sum;
  }

  /** The words that speak for a crisis. */
  hits(reading: Reading, cues: readonly Cue[]): GuardHit[] {
    const { words, folded } = reading;
    return cues
      .filter(({ cue }) => (this.#weights[cue * this.#size + cue] ?? 0) > TELLING || this.#shown.has(cue))
      .map(({ cue, first, last }) => ({
        label: 'crisis' as const,
        rule: `crisis.${this.words.cues[cue]}`,
        start: folded.from[words[first]?.start ?? 0] ?? 0,
        end: folded.till[(words[last]?.end ?? 1) - 1] ?? 0,
        why: this.words.cues[cue] ?? '',
      }));
  }

  /** Finds a crisis in a message. `cues` are those of `words`, when they are known already. */
  find(reading: Reading, cues: readonly Cue[] = this.words.find(reading)): GuardHit[] {
    if (cues.length === 0 || this.score(cues) < CRISIS_ENOUGH) return [];
    const hits = this.hits(reading, cues);
    return hits.length > 0 ? hits : [wholeText(reading)];
  }
}

/** A hit on all of it, when no single word decides. */
function wholeText({ folded }: Reading): GuardHit {
  const { from, till, length } = folded;
  return { label: 'crisis', rule: 'crisis.whole', start: from[0] ?? 0, end: till[length - 1] ?? 0, why: 'whole' };
}
