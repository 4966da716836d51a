/**
 * Crisis: somebody's life or body in danger now or soon (docs/guard.md). Each cue, and each pair of cues in one
 * message, speaks for or against with a learned weight (`crisis-weights.ts`, made by `npm run guard:train`). Runs in
 * the browser and on the server.
 */
import { CRISIS_BIAS, CRISIS_WEIGHTS } from './crisis-weights.ts';
import type { Finder } from './finder.ts';
import type { GuardHit } from './hit.ts';
import { type Cue, cuesOf, type Lexicon, type WordList } from './lexicon.ts';
import type { Reading } from './words.ts';

/** Above this a message counts as a crisis in the browser, which has these weights alone; chosen so that few are missed. */
const ENOUGH = 0.75;
/** A cue that weighs more than this by itself is shown. */
const TELLING = 0.3;
/** Cues that decide whether the room may see the message, so they are shown even when they weigh little. */
const SHOWN = ['weapon', 'means', 'height', 'farewell'];

const PREFIX = 'crisis.';

/** `words/{kk,ru,en}.ts` as lists of a lexicon. */
export function crisisLists(kk: string, ru: string, en: string): WordList[] {
  return [
    { language: 'kk', text: kk, prefix: PREFIX },
    { language: 'ru', text: ru, prefix: PREFIX },
    { language: 'en', text: en, prefix: PREFIX },
  ];
}

export class CrisisSense {
  /** Names of the cues; a cue's index here is its index in the lexicon less `#from`. */
  readonly names: readonly string[];
  readonly #from: number;
  /** Weight of cue `a` at `a * size + a`, of the pair `a < b` at `a * size + b`. */
  readonly #weights: Float64Array;
  readonly #size: number;
  readonly #shown: ReadonlySet<number>;
  /** The cues of the last message, each once, in order. */
  readonly #present: Int32Array;

  /** `words` holds the lists of `crisisLists` one after another. */
  constructor(words: Lexicon) {
    const own = words.cues.filter((name) => name.startsWith(PREFIX));
    this.names = own.map((name) => name.slice(PREFIX.length));
    this.#from = words.cues.indexOf(own[0] ?? '');
    this.#size = this.names.length;
    this.#present = new Int32Array(this.#size);
    this.#weights = new Float64Array(this.#size * this.#size);
    this.#shown = new Set(SHOWN.map((name) => this.names.indexOf(name)));
    for (const [key, weight] of Object.entries(CRISIS_WEIGHTS)) {
      const [first = -1, second = first] = key.split(' ').map((name) => this.names.indexOf(name));
      if (first >= 0 && second >= 0)
        this.#weights[Math.min(first, second) * this.#size + Math.max(first, second)] = weight;
    }
  }

  /** The cues of crisis in a search, each once, in order; good until the next call. */
  present({ ids }: Finder): Int32Array {
    const present = this.#present;
    let count = 0;
    for (let i = 0; i < ids.length; i++) {
      const cue = (ids.codes[i] ?? 0) - this.#from;
      if (cue < 0 || cue >= this.#size) continue;
      let at = count;
      while (at > 0 && (present[at - 1] ?? 0) > cue) at--;
      if (at > 0 && present[at - 1] === cue) continue;
      present.copyWithin(at + 1, at, count++);
      present[at] = cue;
    }
    return present.subarray(0, count);
  }

  /** How much speaks for a crisis; above nought more than against. `present` of the message. */
  score(present: Int32Array): number {
    let sum: number = CRISIS_BIAS;
    for (let i = 0; i < present.length; i++) {
      const row = (present[i] ?? 0) * this.#size;
      for (let k = i; k < present.length; k++) sum += this.#weights[row + (present[k] ?? 0)] ?? 0;
    }
    return sum;
  }

  /** The words that speak for a crisis. */
  hits(reading: Reading, finder: Finder): GuardHit[] {
    const { words, folded } = reading;
    return cuesOf(finder, this.#from, this.#from + this.#size)
      .filter(({ cue }) => this.#tells(cue))
      .map(({ cue, first, last }: Cue) => ({
        label: 'crisis' as const,
        rule: `crisis.${this.names[cue]}`,
        start: folded.from[words[first]?.start ?? 0] ?? 0,
        end: folded.till[(words[last]?.end ?? 1) - 1] ?? 0,
        why: this.names[cue] ?? '',
      }));
  }

  #tells(cue: number): boolean {
    return (this.#weights[cue * this.#size + cue] ?? 0) > TELLING || this.#shown.has(cue);
  }

  /** Finds a crisis in a message that `finder` has searched. `enough`: the score from which these weights decide alone. */
  find(reading: Reading, finder: Finder, enough = ENOUGH): GuardHit[] {
    const present = this.present(finder);
    if (present.length === 0 || this.score(present) < enough) return [];
    const hits = this.hits(reading, finder);
    return hits.length > 0 ? hits : [wholeText(reading)];
  }
}

/** A hit on all of it, when no single word decides. */
function wholeText({ folded }: Reading): GuardHit {
  const { from, till, length } = folded;
  return { label: 'crisis', rule: 'crisis.whole', start: from[0] ?? 0, end: till[length - 1] ?? 0, why: 'whole' };
}
