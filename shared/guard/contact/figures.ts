/** Figures of a message as one stream: written, in words, as keycaps, with letters for zeros; each knows its place. */
import type { Cue } from '../lexicon.ts';
import { NUMBER, type Word } from '../words.ts';
import type { Page } from './page.ts';
import { contactCue, contactCues } from './words.ts';

export interface Figure {
  digits: string;
  /** Index of its first and last word. */
  first: number;
  last: number;
  /** True when it was said in words. */
  spelled: boolean;
}

/** Cues that are numerals, and what they are worth. */
const VALUES = new Map<number, number>();
for (const [index, name] of contactCues.entries()) {
  const value = /^n(\d+)$/.exec(name)?.[1];
  if (value !== undefined) VALUES.set(index, Number(value));
}
const HUNDRED = contactCue('hundred');
/** "нуля", "zeros": what is counted. */
const MANY = contactCue('many');
const TIMES = contactCue('times');
const DOUBLE = contactCue('double');
const TRIPLE = contactCue('triple');
/** Letters that stand for a digit beside digits. */
const LOOKALIKES: Record<string, string> = {
  o: '0',
  о: '0',
  l: '1',
  i: '1',
  і: '1',
  з: '3',
  ч: '4',
  б: '6',
  s: '5',
  b: '8',
  в: '8',
  z: '2',
};

/** Units of the longest word of letters that is taken for digits: a phone without its first figure. */
const LONGEST_LOOKALIKE = 12;

const STARTS = new Uint8Array(0x10000);
for (const letter of Object.keys(LOOKALIKES)) STARTS[letter.charCodeAt(0)] = 1;
for (let code = 48; code < 58; code++) STARTS[code] = 1;

/**
 * Digits that a word of letters stands for when its neighbours are digits ("OOO", the "O" of "O1"), else ''. `follows`: a
 * figure ends right before it.
 */
function asDigits(page: Page, index: number, follows: boolean): string {
  const { start, end } = page.words[index] as Word;
  const { codes } = page.reading.folded;
  const starts = STARTS[codes[start] ?? 0] === 1 && STARTS[codes[end - 1] ?? 0] === 1;
  if (!starts || end - start > LONGEST_LOOKALIKE) return '';
  const plain = page.plain(index);
  let digits = '';
  for (const letter of plain.replace(/[ -]/g, '')) {
    const digit = LOOKALIKES[letter] ?? letter;
    if (digit < '0' || digit > '9') return '';
    digits += digit;
  }
  const sure =
    /^00+$/.test(digits) ||
    /\d/.test(plain) ||
    touches(page, index) ||
    touches(page, index + 1) ||
    (follows && digits.length <= 3 && between(page, index));
  return sure ? digits : '';
}

/** Do words `index - 1` and `index` touch, and is one of them a number? */
function touches(page: Page, index: number): boolean {
  const [left, right] = [page.words[index - 1], page.words[index]];
  return left?.end === right?.start && (left?.kind === NUMBER || right?.kind === NUMBER);
}

/** "8 7 o 7", "OOO ЗЗ I8": letters with figures on both sides. */
function between(page: Page, index: number): boolean {
  const close = page.gap(index).length <= 2 && page.gap(index + 1).length <= 2;
  return close && (page.words[index + 1]?.kind === NUMBER || touches(page, index + 2));
}

/** Builds one spoken number out of hundreds, tens and units. */
class Spoken {
  readonly figures: Figure[];
  #value = -1;
  /** What may still be added: 100 -> tens and units, 10 -> units, 1 -> nothing. */
  #room = 1;
  #first = 0;
  #last = 0;
  #times = 1;

  constructor(figures: Figure[]) {
    this.figures = figures;
  }

  flush(): void {
    if (this.#value >= 0) {
      this.figures.push({ digits: String(this.#value), first: this.#first, last: this.#last, spelled: true });
    }
    this.#value = -1;
    this.#room = 1;
  }

  /** What follows is meant that often. */
  times(count: number): void {
    this.flush();
    this.#times = count;
  }

  /** How often the next thing is meant, when a small number stands right before ("три" нуля, "3" нуля); else 0. */
  #count(index: number): number {
    const written = this.figures[this.figures.length - 1];
    if (this.#value < 0 && written?.last === index - 1 && /^[2-6]$/.test(written.digits)) {
      this.figures.pop();
      this.#first = written.first;
      return Number(written.digits);
    }
    return this.#room === 1 && this.#value >= 2 && this.#value <= 6 ? this.#value : 0;
  }

  /** "үш рет": what follows is meant that often. */
  repeat(index: number): void {
    const count = this.#count(index);
    if (count > 0) {
      this.#value = -1;
      this.#times = count;
    } else this.times(1);
  }

  hundred(index: number): void {
    if (this.#value > 0 && this.#value < 10) this.#value *= 100;
    else {
      this.flush();
      this.#value = 100;
      this.#first = index;
    }
    this.#last = index;
    this.#room = 100;
  }

  /** "три нуля", "үш нөл", "две семёрки": that many of a digit. False when no count stands before. */
  many(digit: number, index: number): boolean {
    const count = this.#times > 1 ? this.#times : this.#count(index);
    if (count === 0) return false;
    this.figures.push({ digits: String(digit).repeat(count), first: this.#first, last: index, spelled: true });
    this.#value = -1;
    this.#times = 1;
    return true;
  }

  value(value: number, index: number): void {
    const fits = this.#value >= 0 && value > 0 && value < this.#room && !(this.#room === 10 && value >= 10);
    if (fits) this.#value += value;
    else {
      this.flush();
      this.#value = value;
      this.#first = index;
    }
    this.#last = index;
    this.#room = value >= 100 ? 100 : value >= 20 || value === 10 ? 10 : 1;
    if (this.#times > 1) {
      this.figures.push({ digits: String(value).repeat(this.#times), first: index - 1, last: index, spelled: true });
      this.#value = -1;
      this.#times = 1;
    }
  }
}

/** The figures of a message in order. `cues` are those of `contactLists`. */
export function figuresOf(page: Page, cues: readonly Cue[]): Figure[] {
  const figures: Figure[] = [];
  const spoken = new Spoken(figures);
  const kinds: number[] = [];
  let next = 0;
  for (let i = 0; i < page.words.length; i++) {
    let value = -1;
    kinds.length = 0;
    for (; next < cues.length && (cues[next]?.first ?? 0) <= i; next++) {
      const cue = cues[next]?.cue ?? -1;
      kinds.push(cue);
      value = VALUES.get(cue) ?? value;
    }
    if (value === 0 && (VALUES.get(cues[next]?.cue ?? -1) === 0 || !countsZeros(page, i))) kinds.length = 0;
    const place = { page, index: i, spoken, figures };
    if (kinds.length > 0 || value >= 0) numeralAt(place, kinds, value);
    else otherAt(place);
  }
  spoken.flush();
  return figures;
}

/** In Kazakh "үш нөл" is three of them; "үш, нөл" and the Russian "три ноль" are not. */
function countsZeros(page: Page, index: number): boolean {
  return page.gap(index).length === 1 && !/^(?:[дd]|[тt][рr]|[чcпpшs])/.test(page.plain(index - 1));
}

/** "семёрки", "троек", "sevens": a digit that is counted. */
const COUNTED = /(?:[кц]и|[ео]к|иц[ыа]?|[a-z]{3}s)$/;

interface Place {
  page: Page;
  index: number;
  spoken: Spoken;
  figures: Figure[];
}

function numeralAt({ page, index, spoken, figures }: Place, kinds: readonly number[], value: number): void {
  if (kinds.includes(DOUBLE)) spoken.times(2);
  else if (kinds.includes(TRIPLE)) spoken.times(3);
  else if (kinds.includes(HUNDRED)) spoken.hundred(index);
  else if (kinds.includes(TIMES)) spoken.repeat(index);
  else {
    const many = kinds.includes(MANY) || (value > 0 && COUNTED.test(page.plain(index)));
    if (many && spoken.many(Math.max(0, value), index)) return;
    if (value >= 0) spoken.value(value, index);
    else otherAt({ page, index, spoken, figures });
  }
}

/** A number, or a word that is no numeral. */
function otherAt({ page, index, spoken, figures }: Place): void {
  spoken.times(1);
  const digits =
    page.words[index]?.kind === NUMBER
      ? page.plain(index)
      : asDigits(page, index, figures[figures.length - 1]?.last === index - 1);
  if (digits !== '') figures.push({ digits, first: index, last: index, spelled: false });
}
