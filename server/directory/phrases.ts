import { tokens, type Word } from './fold.ts';
import { distance, slips } from './near.ts';

/** A phrase found in a question. `used` are the places of its words in the question; `quality` is 1 when nothing was misspelt. */
export interface Hit<T> {
  value: T;
  used: number[];
  quality: number;
}

interface Phrase<T> {
  value: T;
  words: string[];
}

/** Ends that Kazakh and Russian put on the name of a place (folded), e.g. Семейде, Шымкенте. */
const CASE_ENDINGS = /^(?:d[ae]|t[ae]|d[ae]n|t[ae]n|n[ae]n|[gk][ae]|[ndt]in|[dt][ae]gi|li[kg]|a|e|i|u|om|em|oi|ke?)$/;
/** Stands before a word of a phrase that is meant in Latin letters alone. */
const LATIN = '@';
const MISSPELT = 0.7;
const ENDED = 0.9;

/**
 * Phrases looked up in a question word by word: exactly, as a stem (`нарколог*`), with the case endings of a place name,
 * or with a slip of the pen. A word that some phrase knows exactly is never taken for a misspelling of another.
 */
export class Phrases<T> {
  readonly #phrases: Phrase<T>[] = [];
  readonly #exact = new Map<string, Set<number>>();
  readonly #stems = new Map<string, Set<number>>();
  readonly #byFirst = new Map<string, { word: string; stem: boolean }[]>();
  readonly #endings: boolean;

  /** `endings`: accept case endings after whole words (names of places). */
  constructor(options: { endings: boolean }) {
    this.#endings = options.endings;
  }

  /**
   * `text` may hold several words; a star ends a word that may go on. `latin`: only words in Latin letters are meant
   * (English "drug" is not «друг»).
   */
  add(text: string, value: T, latin = false): void {
    const words = text.split(/[\s-]+/).flatMap((part) => {
      const folded = tokens(part);
      const marked = latin ? folded.map((word) => `${LATIN}${word}`) : folded;
      return part.endsWith('*') ? marked.map((word, n) => (n === marked.length - 1 ? `${word}*` : word)) : marked;
    });
    if (words.length === 0) return;
    this.#keep({ value, words });
    // «нурсултан» for «нур-султан»
    const [first, second] = words;
    if (words.length === 2 && second) this.#keep({ value, words: [`${first}${second.replace(LATIN, '')}`] });
  }

  #keep(phrase: Phrase<T>): void {
    const index = this.#phrases.push(phrase) - 1;
    for (const marked of phrase.words) {
      const stem = marked.endsWith('*');
      const word = stem ? marked.slice(0, -1) : marked;
      const table = stem ? this.#stems : this.#exact;
      const known = table.get(word);
      if (known) known.add(index);
      else table.set(word, new Set([index]));
      if (known || slips(word.replace(LATIN, '').length) === 0) continue;
      const first = word.slice(0, word.startsWith(LATIN) ? 2 : 1);
      const sameFirst = this.#byFirst.get(first) ?? [];
      sameFirst.push({ word, stem });
      this.#byFirst.set(first, sameFirst);
    }
  }

  /** Whether the word stands in some phrase without a slip. */
  knows(word: Word): boolean {
    return spellings(word).some((text) => this.#plain(text).length > 0);
  }

  /** Every phrase that the question holds, `isKnown` telling which words are right as they are. */
  find(question: Word[], isKnown: (word: Word) => boolean): Hit<T>[] {
    const met = new Map<number, Map<string, { at: number; quality: number }>>();
    question.forEach((word, at) => {
      const texts = spellings(word);
      const plain = texts.flatMap((text) => this.#plain(text));
      const right = plain.length > 0 || isKnown(word);
      for (const { index, key, quality } of right ? plain : texts.flatMap((text) => this.#misspelt(text))) {
        const words = met.get(index) ?? new Map();
        if ((words.get(key)?.quality ?? 0) < quality) words.set(key, { at, quality });
        met.set(index, words);
      }
    });
    const hits: Hit<T>[] = [];
    for (const [index, words] of met) {
      const phrase = this.#phrases[index];
      if (!phrase || words.size < new Set(phrase.words).size) continue;
      const found = [...words.values()];
      hits.push({
        value: phrase.value,
        used: found.map(({ at }) => at),
        quality: Math.min(...found.map(({ quality }) => quality)),
      });
    }
    return hits;
  }

  #plain(word: string): { index: number; key: string; quality: number }[] {
    const found = spread(this.#exact.get(word), word, 1);
    for (let end = 2; end <= word.length; end++) {
      const start = word.slice(0, end);
      found.push(...spread(this.#stems.get(start), `${start}*`, 1));
      if (this.#endings && end >= 3 && end < word.length && CASE_ENDINGS.test(word.slice(end))) {
        found.push(...spread(this.#exact.get(start), start, ENDED));
      }
    }
    return found;
  }

  #misspelt(word: string): { index: number; key: string; quality: number }[] {
    const found: { index: number; key: string; quality: number }[] = [];
    const mark = word.startsWith(LATIN) ? 1 : 0;
    for (const { word: wanted, stem } of this.#byFirst.get(word.slice(0, 1 + mark)) ?? []) {
      const max = slips(wanted.length - mark);
      const compared = stem ? word.slice(0, wanted.length) : word;
      const far = distance(compared, wanted, max);
      if (far > max) continue;
      const table = stem ? this.#stems : this.#exact;
      found.push(...spread(table.get(wanted), stem ? `${wanted}*` : wanted, MISSPELT - 0.1 * far));
    }
    return found;
  }
}

const spread = (indexes: Set<number> | undefined, key: string, quality: number) =>
  [...(indexes ?? [])].map((index) => ({ index, key, quality }));

/** How a word of a question may stand in a phrase. */
const spellings = ({ text, latin }: Word): string[] => (latin ? [text, `${LATIN}${text}`] : [text]);
