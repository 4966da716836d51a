/** Cuts a folded text into words, numbers and emoji; undoes spacing, leet and mixed alphabets on the way. */
import { isEnglish } from './english.ts';
import { EMOJI, type Folded, fold, Paper } from './fold.ts';
import {
  CYRILLIC_KINDS,
  isDigit,
  isLatin,
  isLetter,
  kindsOf,
  LATIN_KINDS,
  letterKind,
  oneAlphabet,
  readsAsCyrillic,
} from './letters.ts';
import { skeletonOfCyrillic, skeletonOfLatin, spellingOfLatin, Tape } from './skeleton.ts';

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
  words: Word[];
  /** The Latin words of the message are English, so they are not read as Kazakh or Russian in Latin letters. */
  english: boolean;
  /** More Cyrillic letters without a Latin twin than Latin ones without a Cyrillic twin. */
  mostlyCyrillic: boolean;
  skeleton: Uint8Array;
  spelling: Uint8Array;
}

/** Letters that may follow a figure without being leet: units, currency, clock and ordinal endings. */
const UNIT = new Set(
  'г гр грам грамм к кк кг мг мл т тг тнг шт ч мин р руб млн тыс мын мың м см км л д дн сут лет й я е го му х ти ші шы інші ыншы де да те та ден дан тен тан ке ге қа ға нші үй кв k kk g gr mg kg ml m h d pm am th st nd rd min km cm tg usd x s yo yr y oz lb lbs am'.split(
    ' ',
  ),
);
const INSIDE = new Set([...'@$*#€!|\'"`'].map((mark) => mark.charCodeAt(0)));

class Cutter {
  readonly folded: Folded;
  readonly words: Word[] = [];
  readonly skeleton: Tape;
  readonly spelling: Tape;
  readonly letters: Uint16Array;
  readonly mostlyCyrillic: boolean;

  constructor(folded: Folded, paper: Paper) {
    this.folded = folded;
    this.skeleton = new Tape(paper.skeleton);
    this.spelling = new Tape(paper.spelling);
    this.letters = paper.letters;
    let balance = 0;
    for (let i = 0; i < folded.length; i++) {
      const kind = letterKind(folded.codes[i] ?? 0);
      if (kind === 2) balance--;
      else if (kind === 8) balance++;
    }
    this.mostlyCyrillic = balance > 0;
  }

  number(start: number, end: number): void {
    this.words.push(this.#word(NUMBER, start, end));
  }

  symbol(at: number, point: number): void {
    const word = this.#word(SYMBOL, at, at + 1);
    word.point = point;
    this.words.push(word);
  }

  /** A word from `source[span)` that stands at `place` of the folded text. */
  letterWord(source: Uint16Array, span: readonly [number, number], place: readonly [number, number]): Word {
    const word = this.#word(LETTERS, place[0], place[1]);
    const kinds = kindsOf(source, span[0], span[1]);
    if ((kinds & ~CYRILLIC_KINDS) === 0) skeletonOfCyrillic(source, span, this.skeleton);
    else if ((kinds & ~LATIN_KINDS) === 0 && (kinds !== 1 || !this.mostlyCyrillic)) this.#latin(word, source, span);
    else {
      const cyrillic = readsAsCyrillic(source, span, this.mostlyCyrillic);
      const letters = [0, oneAlphabet(source, span, { cyrillic, out: this.letters })] as const;
      if (cyrillic) skeletonOfCyrillic(this.letters, letters, this.skeleton);
      else this.#latin(word, this.letters, letters);
    }
    word.skeletonEnd = this.skeleton.length;
    word.spellingEnd = this.spelling.length;
    return word;
  }

  #latin(word: Word, letters: Uint16Array, span: readonly [number, number]): void {
    word.latin = true;
    skeletonOfLatin(letters, span, this.skeleton);
    spellingOfLatin(letters, span, this.spelling);
  }

  #word(kind: Word['kind'], start: number, end: number): Word {
    return {
      kind,
      start,
      end,
      latin: false,
      skeleton: this.skeleton.length,
      skeletonEnd: this.skeleton.length,
      spelling: this.spelling.length,
      spellingEnd: this.spelling.length,
      point: 0,
      joined: false,
    };
  }
}

function isWordUnit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** "@лмай", "$peed": a mark in place of a first letter. */
function startsLeet(codes: Uint16Array, at: number): boolean {
  return (codes[at] === 64 || codes[at] === 36) && isLetter(codes[at + 1] ?? 0) && !isWordUnit(codes[at - 1] ?? 0);
}

/** End of the run of letters, digits and leet marks that starts at `start`. */
function runEnd(codes: Uint16Array, start: number, length: number): number {
  let i = start;
  while (i < length) {
    const code = codes[i] ?? 0;
    if (isWordUnit(code) || i === start) i++;
    else if (INSIDE.has(code) && i > start && isWordUnit(codes[i - 1] ?? 0) && markInside(codes, i, length)) i++;
    else if (code === 42 && i > start && codes[i - 1] === 42 && isLetter(codes[i + 1] ?? 0)) i++;
    else break;
  }
  return i;
}

/** A mark belongs to a word when a letter follows, "г**н" too; figures around it keep it apart ("2*3", "5#6"). */
function markInside(codes: Uint16Array, at: number, length: number): boolean {
  let next = at + 1;
  while (next < length && codes[next] === 42) next++;
  return next < length && isLetter(codes[next] ?? 0);
}

/** Cuts one run into number and letter words. "2г", "300к" are a number and a unit; "м3ф", "c0urier" are words. */
function cutRun(cutter: Cutter, start: number, end: number): void {
  const { codes } = cutter.folded;
  let lead = start;
  while (lead < end && isDigit(codes[lead] ?? 0)) lead++;
  if (lead === end) {
    cutter.number(start, end);
    return;
  }
  let tail = end;
  while (tail > lead && isDigit(codes[tail - 1] ?? 0)) tail--;
  const latin = isLatin(codes[tail - 1] ?? 0);
  if (tail < end && !(end - tail === 1 && codes[tail] === 48 && (latin || tail - lead >= 3))) {
    // "COVID19", "day3": the figure stands apart; a lone closing zero after letters is an "o".
    cutLead(cutter, [start, lead, tail]);
    cutter.number(tail, end);
    return;
  }
  cutLead(cutter, [start, lead, end]);
}

function cutLead(cutter: Cutter, [start, lead, end]: readonly [number, number, number]): void {
  const { codes } = cutter.folded;
  const rest = end - lead;
  if (rest === 0) {
    cutter.number(start, lead);
    return;
  }
  const unit =
    lead > start &&
    (lead - start > 1 || rest < 3 || UNIT.has(String.fromCharCode(...codes.subarray(lead, Math.min(end, lead + 6)))));
  if (unit) cutter.number(start, lead);
  const from = unit ? lead : start;
  cutter.words.push(cutter.letterWord(codes, [from, end], [from, end]));
}

class Page implements Reading {
  readonly folded: Folded;
  readonly words: Word[];
  readonly skeleton: Uint8Array;
  readonly spelling: Uint8Array;
  readonly mostlyCyrillic: boolean;
  readonly english: boolean;

  constructor(folded: Folded, words: Word[], cutter: Cutter) {
    this.folded = folded;
    this.words = words;
    this.skeleton = cutter.skeleton.codes;
    this.spelling = cutter.spelling.codes;
    this.mostlyCyrillic = cutter.mostlyCyrillic;
    this.english = isEnglish(words, cutter.spelling.codes);
  }
}

/** Reads a text: folded, cut into words, each with its skeleton. Linear in its length. `paper` must have room for it. */
export function read(text: string, paper: Paper = new Paper(text.length)): Reading {
  const folded = fold(text, paper);
  const cutter = new Cutter(folded, paper);
  const { codes, length } = folded;
  for (let i = 0; i < length; ) {
    const code = codes[i] ?? 0;
    if (code === EMOJI) cutter.symbol(i, folded.emoji?.get(i++) ?? 0);
    else if (isWordUnit(code) || startsLeet(codes, i)) {
      const end = runEnd(codes, i, length);
      cutRun(cutter, i, end);
      i = end;
    } else i++;
  }
  return new Page(folded, joinSingles(cutter), cutter);
}

/** Most units between two letters of one spaced or dotted word. */
const GAP = 3;

function isSingle(word: Word | undefined): boolean {
  return word !== undefined && word.kind === LETTERS && word.end - word.start === 1;
}

/** Are there three single letters in a row? */
function hasRun(words: readonly Word[]): boolean {
  let singles = 0;
  for (let i = 0; i < words.length; i++) {
    singles = isSingle(words[i]) ? singles + 1 : 0;
    if (singles > 2) return true;
  }
  return false;
}

/** Puts "з а к л а д", "ш.ө.п" and letters in a column together; the single letters go. */
function joinSingles(cutter: Cutter): Word[] {
  const { words } = cutter;
  if (!hasRun(words)) return words;
  const kept: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let next = i + 1;
    while (isSingle(words[next - 1]) && isSingle(words[next]) && gapBefore(words, next) <= GAP) next++;
    if (next - i > 2) kept.push(joinWords(cutter, words.slice(i, next)));
    else kept.push(...words.slice(i, next));
    i = next;
  }
  return kept;
}

function gapBefore(words: readonly Word[], at: number): number {
  return (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0);
}

function joinWords(cutter: Cutter, parts: readonly Word[]): Word {
  const units = new Uint16Array(parts.length);
  for (const [i, part] of parts.entries()) units[i] = cutter.folded.codes[part.start] ?? 0;
  const word = cutter.letterWord(units, [0, units.length], [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0]);
  word.joined = true;
  return word;
}

/** The word in plain letters, for tests and explanations. */
export function skeletonText(reading: Reading, word: Word): string {
  let text = '';
  for (let i = word.skeleton; i < word.skeletonEnd; i++) text += String.fromCharCode((reading.skeleton[i] ?? 0) + 96);
  return text;
}
