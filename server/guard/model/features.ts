/**
 * What the trained model looks at: which cues stand in a message, which stand near one another and which stand
 * together at all, and the letters of its words (pieces of three to five, whole words, pairs of words by their
 * beginnings, next to each other and with one between). Every feature is a bucket of one hashed table. Letters are
 * hashed by tables of random numbers (Zobrist 1970), so that a longer piece costs one more step.
 */
import type { Finder } from '../../../shared/guard/finder.ts';
import type { Lexicon } from '../../../shared/guard/lexicon.ts';
import { LETTERS, NUMBER, type Reading, SYMBOL, type Word } from '../../../shared/guard/words.ts';

export const BUCKETS = 1 << 20;
const MASK = BUCKETS - 1;
/** Words between two cues that still count as near. */
const NEAR = 5;
/** Cues behind a cue that are looked at for it, so that one over a whole text does not meet all others. */
const NEXT = 64;
/** Features of one message at most; a longer one gives its first features only. */
const MOST = 8192;
/** Cues and pairs of cues at most, of these. */
const MOST_CUES = 3000;
const LETTER_CODES = 32;
/** Letters of a word that count as its beginning. */
const HEAD = 5;

/** Kinds of features, in the order in which they stand in `Features.buckets`. */
export const KINDS = ['cue', 'pair', 'near', 'letters', 'word'] as const;

export interface Features {
  buckets: Uint32Array;
  /** By kind, where its features end. */
  ends: Int32Array;
}

function xorshift(seed: number): number {
  let x = seed;
  x ^= x << 13;
  x ^= x >>> 17;
  return x ^ (x << 5);
}

/** Tables of random numbers, one a place: the first letter of a word, other letters, the second to fifth of a piece, ... */
function table(seed: number): Int32Array {
  const numbers = new Int32Array(LETTER_CODES);
  let state = seed;
  for (let i = 0; i < LETTER_CODES; i++) {
    state = xorshift(xorshift(state));
    numbers[i] = state;
  }
  return numbers;
}
const [FIRST, INNER, SECOND, THIRD, FOURTH, FIFTH, LAST] = [11, 22, 33, 44, 55, 66, 77].map((seed) =>
  table(seed * 7919),
) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

const ONE = 0x01000193;
const mix = (hash: number, code: number) => Math.imul(hash ^ code, ONE);
const spread = (hash: number) => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
};

/** A stable number for a cue's name, so that a new list does not shift the features of the others. */
export function cueHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i));
  return spread(hash);
}

export function aloneBucket(hash: number): number {
  return spread(hash) & MASK;
}

/** Cues that say the same to the model: numerals are one. */
const canonical = (name: string) => name.replace(/^contact\.(n\d+|hundred|zeros|double|triple)$/, 'numeral');

/** Turns readings into features. Holds memory for one message; its features are good until the next. */
export class FeatureMaker implements Features {
  readonly buckets = new Uint32Array(MOST);
  readonly ends = new Int32Array(KINDS.length);
  length = 0;
  /** Features of whole words, until they are put behind those of letters. */
  readonly #whole = new Uint32Array(MOST);
  #wholes = 0;
  readonly #hashes: Int32Array;
  /** By cue, the serial of the message in which it was last seen. */
  readonly #seen: Int32Array;
  #serial = 0;
  readonly #once: Int32Array;
  readonly #pairs = new Int32Array(512);

  constructor(words: Lexicon) {
    this.#hashes = Int32Array.from(words.cues, (name) => cueHash(canonical(name)));
    this.#seen = new Int32Array(words.cues.length);
    this.#once = new Int32Array(words.cues.length + 16);
  }

  /** `contact`: rules of the contact data found. An offer with a handle is an advert, whoever quotes it. */
  make(reading: Reading, finder: Finder, contact: ReadonlySet<string>): this {
    this.length = this.#wholes = 0;
    const count = this.#addCues(finder, contact);
    if (hasQuestion(reading)) this.#add(0x3f3f3f);
    this.#add(spread(0x1e57 + Math.min(7, reading.count >> 2)));
    this.ends[0] = this.length;
    this.#addPairs(count);
    this.ends[1] = this.length;
    this.#addNear(finder);
    this.ends[2] = this.length;
    this.#addWords(reading);
    this.ends[3] = this.length;
    for (let i = 0; i < this.#wholes; i++) this.#add(this.#whole[i] ?? 0);
    this.ends[4] = this.length;
    return this;
  }

  #addWhole(hash: number): void {
    if (this.#wholes < MOST) this.#whole[this.#wholes++] = hash & MASK;
  }

  #add(hash: number): void {
    if (this.length < MOST) this.buckets[this.length++] = hash & MASK;
  }

  /** Each cue once. Returns how many stand in `#once`. */
  #addCues({ ids }: Finder, contact: ReadonlySet<string>): number {
    this.#serial++;
    const once = this.#once;
    let count = 0;
    for (let i = 0; i < ids.length; i++) {
      const cue = ids.codes[i] ?? 0;
      if (this.#seen[cue] === this.#serial) continue;
      this.#seen[cue] = this.#serial;
      once[count++] = this.#hashes[cue] ?? 0;
    }
    for (const rule of contact) if (count < once.length) once[count++] = cueHash(rule);
    if (contact.size > 0 && count < once.length) once[count++] = cueHash('contact');
    for (let i = 0; i < count; i++) this.#add(spread(once[i] ?? 0));
    return count;
  }

  #addPairs(count: number): void {
    const once = this.#once;
    for (let i = 0; i < count; i++) {
      const hash = once[i] ?? 0;
      for (let k = i + 1; k < count && this.length < MOST_CUES; k++)
        this.#add(Math.imul(hash + (once[k] ?? 0), 0x9e3779b1) >>> 13);
    }
  }

  /** Ordered pairs of cues a few words apart, each once. */
  #addNear({ ids, firsts, lasts }: Finder): void {
    this.#pairs.fill(0);
    for (let i = 0; i < ids.length; i++) {
      const last = lasts.codes[i] ?? 0;
      const left = Math.imul(this.#hashes[ids.codes[i] ?? 0] ?? 0, 0x85ebca6b);
      const end = Math.min(ids.length, i + 1 + NEXT);
      for (let k = i + 1; k < end; k++) {
        const first = firsts.codes[k] ?? 0;
        if (first - last > NEAR) break;
        if (first <= last || this.length >= MOST_CUES) continue;
        const pair = Math.imul(left ^ (this.#hashes[ids.codes[k] ?? 0] ?? 0), 0xc2b2ae35);
        const place = (pair >>> 7) & 511;
        if (this.#pairs[place] === pair) continue;
        this.#pairs[place] = pair;
        this.#add(pair >>> 12);
      }
    }
  }

  #addWords(reading: Reading): void {
    const { pool, count } = reading;
    let before = 0x1b1b1b;
    let earlier = 0x2c2c2c;
    for (let i = 0; i < count; i++) {
      const word = pool[i] as Word;
      const head = word.kind === LETTERS ? this.#addLetters(reading, word) : headOf(word);
      if (word.kind === SYMBOL) this.#addWhole(spread(head));
      this.#addWhole(spread(Math.imul(before, 31) + head));
      this.#addWhole(spread(Math.imul(earlier, 37) + head + 1));
      earlier = before;
      before = head;
    }
  }

  /** Pieces of one word. Returns a hash of its beginning. */
  #addLetters(reading: Reading, word: Word): number {
    const english = word.latin && reading.english;
    const codes = english ? reading.spelling : reading.skeleton;
    const start = english ? word.spelling : word.skeleton;
    const end = english ? word.spellingEnd : word.skeletonEnd;
    let whole = 0x44;
    let head = 0x55;
    for (let i = start; i < end; i++) {
      const code = codes[i] ?? 0;
      whole = mix(whole, code);
      if (i < start + HEAD) head = whole;
      if (i + 3 > end) continue;
      const three =
        ((i === start ? FIRST[code] : INNER[code]) ?? 0) ^
        (SECOND[codes[i + 1] ?? 0] ?? 0) ^
        (THIRD[codes[i + 2] ?? 0] ?? 0);
      this.#add(i + 3 === end ? three ^ (LAST[1] ?? 0) : three);
      if (i + 4 > end) continue;
      const four = three ^ (FOURTH[codes[i + 3] ?? 0] ?? 0);
      this.#add(i + 4 === end ? four ^ (LAST[2] ?? 0) : four);
      if (i + 5 <= end) this.#add(four ^ (FIFTH[codes[i + 4] ?? 0] ?? 0));
    }
    this.#addWhole(spread(whole));
    return head;
  }
}

/** What stands for a figure or an emoji in pairs of words. */
function headOf(word: Word): number {
  return word.kind === NUMBER ? 0x99 + Math.min(5, word.end - word.start) : mix(0x88, word.point);
}

function hasQuestion({ folded: { codes, length } }: Reading): boolean {
  for (let i = length - 1; i >= 0; i--) if (codes[i] === 63) return true;
  return false;
}
