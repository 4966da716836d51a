/** Figures of a message as one stream: written, in words, as keycaps, with letters for zeros; each knows its place. */
import type { Cue } from '../lexicon.ts';
import { LETTERS, NUMBER, type Reading, type Word } from '../words.ts';
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
const ZEROS = contactCue('zeros');
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

/** Digits that a word of letters stands for when its neighbours are digits ("OOO", the "O" of "O1"), else ''. */
function asDigits(reading: Reading, index: number): string {
  const word = reading.words[index] as Word;
  const { plain, codes } = reading.folded;
  if (
    word.end - word.start > LONGEST_LOOKALIKE ||
    STARTS[codes[word.start] ?? 0] === 0 ||
    STARTS[codes[word.end - 1] ?? 0] === 0
  )
    return '';
  let digits = '';
  let zerosOnly = true;
  for (const letter of plain.slice(word.start, word.end)) {
    const digit =
      LOOKALIKES[letter] ??
      (letter >= '0' && letter <= '9' ? letter : letter === ' ' || letter === '-' ? '' : undefined);
    if (digit === undefined) return '';
    if (digit !== '0' && digit !== '') zerosOnly = false;
    digits += digit;
  }
  const touches = touching(reading, index - 1, index) || touching(reading, index, index + 1) || between(reading, index);
  return (zerosOnly && digits.length > 1) || touches || /\d/.test(plain.slice(word.start, word.end)) ? digits : '';
}

function touching(reading: Reading, left: number, right: number): boolean {
  const a = reading.words[left];
  const b = reading.words[right];
  return a !== undefined && b !== undefined && a.end === b.start && (a.kind === NUMBER || b.kind === NUMBER);
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

  times(count: number): void {
    this.flush();
    this.#times = count;
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

  /** "три нуля", "үш нөл", "three zeros": that many zeros. False when no count stands before. */
  zeros(index: number): boolean {
    if (this.#value < 2 || this.#value > 6 || this.#room !== 1) return false;
    this.figures.push({ digits: '0'.repeat(this.#value), first: this.#first, last: index, spelled: true });
    this.#value = -1;
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

/** The figures of a message in order. `cues` are those of `contactWords`. */
export function figuresOf(reading: Reading, cues: readonly Cue[]): Figure[] {
  const figures: Figure[] = [];
  const spoken = new Spoken(figures);
  const kinds: number[] = [];
  let next = 0;
  for (let i = 0; i < reading.words.length; i++) {
    let value = -1;
    kinds.length = 0;
    for (; next < cues.length && (cues[next]?.first ?? 0) <= i; next++) {
      const cue = cues[next]?.cue ?? -1;
      kinds.push(cue);
      value = VALUES.get(cue) ?? value;
    }
    figureAt({ reading, index: i, spoken, figures }, kinds, value);
  }
  spoken.flush();
  return figures;
}

/** "8 7 o 7": a lone letter with figures on both sides. */
function between(reading: Reading, index: number): boolean {
  const [before, own, after] = [reading.words[index - 1], reading.words[index], reading.words[index + 1]];
  if (!before || !own || !after || own.end - own.start > 1) return false;
  return before.kind === NUMBER && after.kind === NUMBER && own.start - before.end <= 2 && after.start - own.end <= 2;
}

interface Place {
  reading: Reading;
  index: number;
  spoken: Spoken;
  figures: Figure[];
}

function figureAt({ reading, index, spoken, figures }: Place, kinds: readonly number[], value: number): void {
  const word = reading.words[index] as Word;
  if (word.kind === NUMBER) {
    spoken.flush();
    figures.push({
      digits: reading.folded.plain.slice(word.start, word.end),
      first: index,
      last: index,
      spelled: false,
    });
  } else if (word.kind !== LETTERS) spoken.flush();
  else if (kinds.includes(DOUBLE)) spoken.times(2);
  else if (kinds.includes(TRIPLE)) spoken.times(3);
  else if (kinds.includes(HUNDRED)) spoken.hundred(index);
  else if (kinds.includes(ZEROS) && spoken.zeros(index)) return;
  else if (value >= 0) spoken.value(value, index);
  else {
    spoken.flush();
    const digits = asDigits(reading, index);
    if (digits !== '') figures.push({ digits, first: index, last: index, spelled: false });
  }
}
