import type { Listing } from '../../shared/directory.ts';
import { LANGUAGES, type Lang } from '../../shared/languages.ts';
import { isStale } from './freshness.ts';
import type { TextIndex } from './text-index.ts';
import type { Reading } from './understand.ts';
import type { Need } from './words.ts';
import { worthOf } from './worth.ts';

/** Shares and bonuses of a score; needs give 2 to 30 points (words/needs.txt). */
const EXPLAINED_WORD = 0.2;
const OWN_LANGUAGE = 2;
const OTHER_LANGUAGE = -1;
const EVERYWHERE = 1;
const SAME_CITY = 100;
const STALE = -2;
const NUMBER = 50;
/** Entries worth less than this part of the best one are left out. */
const FLOOR = 0.25;

export interface Question {
  words: string[];
  /** The digits of a question that is a telephone number or a part of one. */
  digits: string | null;
  reading: Reading;
  /** The region to look in: the filter's, else the one that the words name. */
  region: string | null;
  city: string | null;
  lang: Lang;
}

/** `candidate[entry]` is 1 for what answers the words; the scores say how well. */
export interface Scored {
  candidate: Uint8Array;
  scores: Float32Array;
}

/** How well each entry answers a question's words. Place and filters are not looked at, except as a bonus for the city. */
export class Scoring {
  readonly #listings: readonly Listing[];
  readonly #text: TextIndex;
  readonly #generic: ReadonlySet<string>;
  readonly #worth: ReadonlyMap<Need, Float32Array>;
  readonly #standing: Record<Lang, Float32Array>;
  readonly #phones: string[];

  /** `now` in ms since 1970 decides which entries are stale. */
  constructor(
    listings: readonly Listing[],
    words: { needs: Need[]; text: TextIndex; generic: Set<string> },
    now: number,
  ) {
    this.#listings = listings;
    this.#text = words.text;
    this.#generic = words.generic;
    this.#worth = worthOf(words.needs, listings);
    const standing = (lang: Lang) => Float32Array.from(listings, (listing) => standingOf(listing, lang, now));
    this.#standing = Object.fromEntries(LANGUAGES.map((lang) => [lang, standing(lang)])) as Record<Lang, Float32Array>;
    this.#phones = listings.map(({ phones }) => phones.map(({ number }) => number.replace(/\D/g, '')).join(' '));
  }

  score(question: Question): Scored {
    const needs = question.reading.needs.flatMap(({ need, quality }) => {
      const worth = this.#worth.get(need);
      return worth && need.listings.length > 0 ? [{ worth, quality }] : [];
    });
    const scored = this.#answers(question, needs);
    this.#favour(scored, question, needs.length > 0);
    return scored;
  }

  /** Entries that answer the words and how well; all of them when the question names a place alone or nothing. */
  #answers({ words, digits, reading }: Question, needs: { worth: Float32Array; quality: number }[]): Scored {
    const size = this.#listings.length;
    const scored = { candidate: new Uint8Array(size), scores: new Float32Array(size) };
    const named = this.#named(words, reading);
    const asked = reading.needs.length > 0;
    const open = words.length === 0 || (!asked && reading.place !== null);
    for (let entry = 0; entry < size; entry++) {
      let needed = 0;
      for (const { worth, quality } of needs) needed += (worth[entry] as number) * quality;
      const name = named?.[entry] ?? 0;
      const number = digits !== null && this.#hasNumber(entry, digits) ? NUMBER : 0;
      if (!open && number === 0 && (asked ? needed : name) === 0) continue;
      scored.candidate[entry] = 1;
      scored.scores[entry] = needed + name + number;
    }
    if (!open) leaveOutWeak(scored);
    return scored;
  }

  /** Among those that answer: the visitor's language, the city asked for, what can be reached from anywhere, what is not stale. */
  #favour({ candidate, scores }: Scored, { region, city, lang }: Question, asked: boolean): void {
    const standing = this.#standing[lang];
    this.#listings.forEach((listing, entry) => {
      if (candidate[entry] === 0) return;
      const everywhere = asked && region === null && listing.region === null ? EVERYWHERE : 0;
      const here = city !== null && listing.city === city ? SAME_CITY : 0;
      scores[entry] = (scores[entry] as number) + (standing[entry] as number) + everywhere + here;
    });
  }

  /** What the words are worth as parts of names; null when no word stands in any. */
  #named(words: string[], { explained }: Reading): Float32Array | null {
    const telling = words.flatMap((word, at) => (this.#generic.has(word) ? [] : [{ word, at }]));
    if (telling.length === 0) return null;
    const named = new Float32Array(this.#listings.length);
    for (const { word, at } of telling) this.#text.score(word, explained.has(at) ? EXPLAINED_WORD : 1, named);
    return named;
  }

  #hasNumber(entry: number, digits: string): boolean {
    return digits.length >= 4 && (this.#phones[entry] ?? '').includes(digits);
  }
}

/** Takes out those that answer far less well than the best one. */
function leaveOutWeak({ candidate, scores }: Scored): void {
  let top = 0;
  for (const score of scores) if (score > top) top = score;
  for (let entry = 0; entry < scores.length; entry++) if ((scores[entry] as number) < top * FLOOR) candidate[entry] = 0;
}

function standingOf(listing: Listing, lang: Lang, now: number): number {
  const stale = isStale(listing, now) ? STALE : 0;
  if (listing.languages.length !== 1) return stale;
  return stale + (listing.languages[0] === lang ? OWN_LANGUAGE : OTHER_LANGUAGE);
}
