/** One message as the searches for contact data see it: its words, what they are, and the original. */
import type { Cue } from '../lexicon.ts';
import { LETTERS, type Reading, type Word } from '../words.ts';
import { contactCues } from './words.ts';

/** First and last word of something found. */
export interface Found {
  rule: string;
  first: number;
  last: number;
}

/** Cues of numbers said in words: those are figures, not marks. */
export const SAID = /^(n\d+|hundred|many|times|double|triple)$/;

/** Bits of the other cues; there are at most 32. */
const BITS: Record<string, number> = {};
const BIT = Int32Array.from(contactCues, (name) => {
  if (SAID.test(name)) return 0;
  BITS[name] = 1 << Object.keys(BITS).length;
  return BITS[name];
});

export class Page {
  readonly text: string;
  readonly reading: Reading;
  readonly words: readonly Word[];
  /** By word, the bits of its cues. */
  readonly #bits: Int32Array;

  constructor(text: string, reading: Reading, cues: readonly Cue[]) {
    this.text = text;
    this.reading = reading;
    this.words = reading.words;
    const bits = new Int32Array(reading.count);
    for (const { cue, first } of cues) bits[first] = (bits[first] ?? 0) | (BIT[cue] ?? 0);
    this.#bits = bits;
  }

  /** Has one of the words `from` to `to` one of the cues? */
  some(from: number, to: number, ...cues: readonly string[]): boolean {
    let mask = 0;
    for (const cue of cues) mask |= BITS[cue] ?? 0;
    for (let i = Math.max(0, from); i <= to && i < this.words.length; i++)
      if (((this.#bits[i] ?? 0) & mask) !== 0) return true;
    return false;
  }

  has(index: number, ...cues: readonly string[]): boolean {
    return this.some(index, index, ...cues);
  }

  /** The folded text from a place on, a few letters of it. */
  peek(from: number, till = from + 2): string {
    return this.reading.folded.plain.slice(from, till);
  }

  plain(index: number): string {
    const word = this.words[index];
    return word ? this.peek(word.start, word.end) : '';
  }

  /** What stands between a word and the one before. */
  gap(index: number): string {
    return this.peek(this.words[index - 1]?.end ?? 0, this.words[index]?.start ?? this.reading.folded.length);
  }

  /** What follows a word at once. */
  after(index: number): string {
    return this.peek(this.words[index]?.end ?? 0);
  }

  isLetters(index: number): boolean {
    return this.words[index]?.kind === LETTERS;
  }

  /** Does the original word begin with a capital? Only a hint: many write without. */
  isCapital(index: number): boolean {
    if (!this.isLetters(index)) return false;
    const letter = this.text.charAt(this.reading.folded.from[this.words[index]?.start ?? 0] ?? 0);
    return letter !== letter.toLowerCase();
  }
}
