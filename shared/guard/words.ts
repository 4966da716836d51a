/** Cuts a folded text into words, numbers and emoji; undoes spacing, leet and mixed alphabets on the way. */
import { isEnglish } from './english.ts';
import { EMOJI, Fold, type Folded, GROWTH } from './fold.ts';
import {
  CYRILLIC_KINDS,
  isDigit,
  isLatin,
  isLetter,
  kindsOf,
  LATIN_KINDS,
  type Letters,
  oneAlphabet,
  readsAsCyrillic,
} from './letters.ts';
import { CLASS, isUnit, lettersEnd, runEnd, startsLeet, WORD } from './runs.ts';
import { Tape } from './skeleton.ts';

export const LETTERS = 0;
export const NUMBER = 1;
export const SYMBOL = 2;

export interface Word {
  kind: typeof LETTERS | typeof NUMBER | typeof SYMBOL;
  /** Place in the folded text. */
  start: number;
  end: number;
  latin: boolean;
  /** Place of its skeleton in `Reading.skeleton`. */
  skeleton: number;
  skeletonEnd: number;
  /** Place of its English form in `Reading.spelling`; empty for Cyrillic. */
  spelling: number;
  spellingEnd: number;
  /** Code point of an emoji, else 0. */
  point: number;
  /** True when it was put together from single letters. */
  joined: boolean;
}

export interface Reading {
  folded: Folded;
  /** All words, in a list of their own; made on first use. */
  readonly words: readonly Word[];
  /** The same words and how many of them count: for fast loops. */
  readonly pool: readonly Word[];
  readonly count: number;
  /** The Latin words of the message are English, so they are not read as Kazakh or Russian in Latin letters. */
  english: boolean;
  /** More Cyrillic letters without a Latin twin than Latin ones without a Cyrillic twin. */
  mostlyCyrillic: boolean;
  skeleton: Uint8Array;
  spelling: Uint8Array;
}

const newWord = (): Word => ({
  kind: LETTERS,
  start: 0,
  end: 0,
  latin: false,
  skeleton: 0,
  skeletonEnd: 0,
  spelling: 0,
  spellingEnd: 0,
  point: 0,
  joined: false,
});

/** A text cut into words, and the memory for one of at most `size` code units; good until the next reading on it. */
export class Paper implements Reading {
  readonly size: number;
  readonly folded: Fold;
  readonly pool: Word[] = [];
  count = 0;
  english = false;
  mostlyCyrillic = false;
  /** A letter gives at most two of the skeleton, and is written at most twice (alone, and in a joined word). */
  readonly #sound: Tape;
  readonly #english: Tape;
  /** Letters of one word, brought into one alphabet or put together from single ones. */
  readonly #letters: Uint16Array;
  readonly #single: Uint16Array;
  readonly #span: Letters;
  #words: Word[] | undefined;

  constructor(size: number) {
    const units = size + GROWTH;
    this.size = size;
    this.folded = new Fold(size);
    this.#sound = new Tape(new Uint8Array(units * 4));
    this.#english = new Tape(new Uint8Array(units * 2));
    this.#letters = new Uint16Array(units);
    this.#single = new Uint16Array(units);
    this.#span = { codes: this.folded.codes, start: 0, end: 0 };
  }

  get words(): readonly Word[] {
    this.#words ??= this.pool.slice(0, this.count);
    return this.#words;
  }
  get skeleton(): Uint8Array {
    return this.#sound.codes;
  }
  get spelling(): Uint8Array {
    return this.#english.codes;
  }

  /** Reads a text: folded, cut into words, each with its skeleton. Linear in its length. */
  fill(text: string): this {
    this.#words = undefined;
    this.count = this.#sound.length = this.#english.length = 0;
    const { codes, length, points, balance } = this.folded.fill(text);
    this.mostlyCyrillic = balance > 0;
    let singles = 0;
    let longest = 0;
    for (let i = 0; i < length; ) {
      const code = codes[i] ?? 0;
      if (code === EMOJI) this.#next(SYMBOL, i, i + 1).point = points[i++] ?? 0;
      else if (CLASS[code] === WORD || startsLeet(codes, i)) {
        let end = lettersEnd(codes, i);
        // Most runs are letters and nothing else: those need no cutting.
        if (end > i && CLASS[codes[end] ?? 0] === 0) this.#letterWord(codes, i, end);
        else {
          end = runEnd(codes, i, length);
          this.#cutRun(i, end);
        }
        singles = end - i === 1 && isLetter(code) ? singles + 1 : 0;
        if (singles > longest) longest = singles;
        i = end;
      } else i++;
    }
    if (longest > 2) this.#joinSingles();
    this.english = isEnglish(this.pool, this.count, this.#english.codes);
    return this;
  }

  #next(kind: Word['kind'], start: number, end: number): Word {
    let word = this.pool[this.count];
    if (!word) {
      word = newWord();
      this.pool.push(word);
    }
    this.count++;
    word.kind = kind;
    word.start = start;
    word.end = end;
    word.latin = word.joined = false;
    word.point = 0;
    word.skeleton = word.skeletonEnd = this.#sound.length;
    word.spelling = word.spellingEnd = this.#english.length;
    return word;
  }

  /** A word of `codes[start, end)`; it stands there in the folded text unless the caller says otherwise. */
  #letterWord(codes: Uint16Array, start: number, end: number): Word {
    const word = this.#next(LETTERS, start, end);
    const kinds = kindsOf(codes, start, end);
    if ((kinds & ~CYRILLIC_KINDS) === 0) this.#sound.cyrillic(codes, start, end);
    else if ((kinds & ~LATIN_KINDS) === 0 && (kinds !== 1 || !this.mostlyCyrillic)) this.#latin(word, codes, end);
    else this.#mixed(word, codes, end);
    word.skeletonEnd = this.#sound.length;
    word.spellingEnd = this.#english.length;
    return word;
  }

  #mixed(word: Word, codes: Uint16Array, end: number): void {
    const span = this.#span;
    span.codes = codes;
    span.start = word.start;
    span.end = end;
    const cyrillic = readsAsCyrillic(span, this.mostlyCyrillic);
    const count = oneAlphabet(span, { cyrillic, out: this.#letters });
    if (cyrillic) this.#sound.cyrillic(this.#letters, 0, count);
    else {
      word.latin = true;
      this.#sound.latin(this.#letters, 0, count);
      this.#english.spelling(this.#letters, 0, count);
    }
  }

  #latin(word: Word, letters: Uint16Array, end: number): void {
    word.latin = true;
    this.#sound.latin(letters, word.start, end);
    this.#english.spelling(letters, word.start, end);
  }

  /** Cuts one run into number and letter words. "2г", "300к" are a number and a unit; "м3ф", "c0urier" are words. */
  #cutRun(start: number, end: number): void {
    const { codes } = this.folded;
    let lead = start;
    while (lead < end && isDigit(codes[lead] ?? 0)) lead++;
    if (lead === end) {
      this.#next(NUMBER, start, end);
      return;
    }
    let tail = end;
    while (tail > lead && isDigit(codes[tail - 1] ?? 0)) tail--;
    const latin = isLatin(codes[tail - 1] ?? 0);
    // "COVID19", "day3": the figure stands apart; a lone closing zero after letters is an "o".
    const apart = tail < end && !(end - tail === 1 && codes[tail] === 48 && (latin || tail - lead >= 3));
    const rest = apart ? tail : end;
    const unit = lead > start && isUnit(codes, [start, lead, rest]);
    if (unit) this.#next(NUMBER, start, lead);
    if (rest > lead) this.#letterWord(codes, unit ? lead : start, rest);
    if (apart) this.#next(NUMBER, tail, end);
  }

  /** Puts "з а к л а д", "ш.ө.п" and letters in a column together; the single letters go. */
  #joinSingles(): void {
    const old = this.pool.splice(0, this.count);
    this.count = 0;
    const kept: Word[] = [];
    for (let i = 0; i < old.length; ) {
      let next = i + 1;
      while (isSingle(old[next - 1]) && isSingle(old[next]) && gapBefore(old, next) <= GAP) next++;
      if (next - i > 2) kept.push(this.#join(old.slice(i, next)));
      else kept.push(...old.slice(i, next));
      i = next;
    }
    this.pool.splice(0, this.count, ...kept);
    this.count = kept.length;
  }

  #join(parts: readonly Word[]): Word {
    for (const [i, part] of parts.entries()) this.#single[i] = this.folded.codes[part.start] ?? 0;
    const word = this.#letterWord(this.#single, 0, parts.length);
    word.start = parts[0]?.start ?? 0;
    word.end = parts.at(-1)?.end ?? 0;
    word.joined = true;
    return word;
  }
}

/** Reads a text: folded, cut into words, each with its skeleton. Linear in its length. `paper` must have room for it. */
export function read(text: string, paper: Paper = new Paper(text.length)): Reading {
  return paper.fill(text);
}

/** Most units between two letters of one spaced or dotted word. */
const GAP = 3;

function isSingle(word: Word | undefined): boolean {
  return word !== undefined && word.kind === LETTERS && word.end - word.start === 1;
}

function gapBefore(words: readonly Word[], at: number): number {
  return (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0);
}

/** The word in plain letters, for tests and explanations. */
export function skeletonText(reading: Reading, word: Word): string {
  let text = '';
  for (let i = word.skeleton; i < word.skeletonEnd; i++) text += String.fromCharCode((reading.skeleton[i] ?? 0) + 96);
  return text;
}
