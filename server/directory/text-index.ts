import type { Listing } from '../../shared/directory.ts';
import { tokens } from './fold.ts';
import { distance, slips } from './near.ts';

/** Where a word stands: entry numbers and how much it says there. */
interface Posting {
  entries: number[];
  worth: number[];
}

const NAME = 3;
const ORGANISATION = 2;
const PLACE = 1;
const PREFIX = 0.6;
const MISSPELT = 0.5;

/** Names, organisations, cities and streets of the entries, word by word. */
export class TextIndex {
  readonly #postings = new Map<string, Posting>();
  readonly #sorted: string[];
  readonly #byFirst = new Map<string, string[]>();
  readonly #size: number;

  constructor(listings: readonly Listing[], generic: ReadonlySet<string>) {
    this.#size = listings.length;
    listings.forEach((listing, entry) => {
      for (const [word, worth] of wordsOf(listing)) if (!generic.has(word)) this.#note(word, entry, worth);
    });
    this.#sorted = [...this.#postings.keys()].sort();
    for (const word of this.#sorted) {
      const first = word.slice(0, 1);
      const same = this.#byFirst.get(first);
      if (same) same.push(word);
      else this.#byFirst.set(first, [word]);
    }
  }

  knows(word: string): boolean {
    return this.#postings.has(word);
  }

  /** Adds to `scores` what the word is worth in each entry, times `share`. */
  score(word: string, share: number, scores: Float32Array): void {
    for (const { found, quality } of this.#alike(word)) {
      const posting = this.#postings.get(found);
      if (!posting) continue;
      const rare = Math.log(1 + this.#size / posting.entries.length) * quality * share;
      posting.entries.forEach((entry, n) => {
        scores[entry] = (scores[entry] ?? 0) + (posting.worth[n] ?? 0) * rare;
      });
    }
  }

  #note(word: string, entry: number, worth: number): void {
    const posting = this.#postings.get(word) ?? { entries: [], worth: [] };
    posting.entries.push(entry);
    posting.worth.push(worth);
    this.#postings.set(word, posting);
  }

  /** The word itself; else words that it begins; else words within a slip of the pen. */
  #alike(word: string): { found: string; quality: number }[] {
    if (this.#postings.has(word)) return [{ found: word, quality: 1 }];
    const begun = word.length < 3 ? [] : this.#begunBy(word).map((found) => ({ found, quality: PREFIX }));
    if (begun.length > 0) return begun;
    const max = slips(word.length);
    if (max === 0) return [];
    return (this.#byFirst.get(word.slice(0, 1)) ?? [])
      .filter((known) => known.length >= 4 && distance(word, known, max) <= max)
      .map((found) => ({ found, quality: MISSPELT }));
  }

  #begunBy(word: string): string[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let n = low; found.length < 50 && this.#sorted[n]?.startsWith(word); n++) found.push(this.#sorted[n] ?? '');
    return found;
  }
}

function wordsOf(listing: Listing): Map<string, number> {
  const { name, organisation, city, address, website } = listing;
  const fields: [string, number][] = [
    [`${name.kk} ${name.ru} ${name.en}`, NAME],
    [organisation, ORGANISATION],
    [`${city} ${address.ru} ${address.kk} ${website}`, PLACE],
  ];
  const words = new Map<string, number>();
  for (const [text, worth] of fields) {
    for (const word of tokens(text)) words.set(word, Math.max(worth, words.get(word) ?? 0));
  }
  return words;
}
