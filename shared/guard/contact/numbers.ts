/**
 * Phones, IINs and bank cards in the stream of figures. Kazakhstan's numbering: country code 7, codes beginning with 7
 * (mobile 70x, 747, 75x, 76x, 77x; cities 71x, 72x); the inland prefix 8. A checksum is never asked for: a mistyped
 * IIN or card still shows who somebody is.
 */
import { LETTERS, type Reading } from '../words.ts';
import type { Figure } from './figures.ts';

/** Which words of the message are which cue, by name. */
export type Marks = (index: number, cue: string) => boolean;

export interface Found {
  rule: string;
  /** First and last word. */
  first: number;
  last: number;
}

export interface NumberSearch {
  reading: Reading;
  figures: readonly Figure[];
  marks: Marks;
  /** The last ten digits of each number that may be shown. */
  allowed: ReadonlySet<string>;
}

/** Units of text, not letters, that may lie between two pieces of one number. */
const GAP = 8;
/** Digits of the longest thing looked for. */
const LONGEST = 19;

/** Do figures `left` and `left + 1` belong together: only marks, emoji or filler words ("потом", "then") between? */
function linked({ reading, figures, marks }: NumberSearch, left: number): boolean {
  const a = figures[left];
  const b = figures[left + 1];
  if (!a || !b || b.first - a.last > 4) return false;
  let at = reading.words[a.last]?.end ?? 0;
  for (let i = a.last + 1; i <= b.first; i++) {
    const word = reading.words[i];
    if (!word || word.start - at > GAP) return false;
    if (i < b.first && word.kind === LETTERS && !marks(i, 'filler')) return false;
    at = word.end;
  }
  return true;
}

/** A window of figures, glued. */
interface Window {
  digits: string;
  from: number;
  to: number;
  /** Lengths of its groups. */
  groups: number[];
  spelled: boolean;
}

function isDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function followed(search: NumberSearch, window: Window, cue: string): boolean {
  const last = search.figures[window.to]?.last ?? 0;
  return search.marks(last + 1, cue);
}

/** Is one of `cues` within `reach` words before the window? */
function preceded(search: NumberSearch, window: Window, cues: readonly string[], reach = 5): boolean {
  const first = search.figures[window.from]?.first ?? 0;
  for (let i = Math.max(0, first - reach); i < first; i++) if (cues.some((cue) => search.marks(i, cue))) return true;
  return false;
}

function hasPlus(search: NumberSearch, window: Window): boolean {
  const start = search.reading.words[search.figures[window.from]?.first ?? 0]?.start ?? 0;
  const { codes } = search.reading.folded;
  return codes[start - 1] === 43 || (codes[start - 1] === 32 && codes[start - 2] === 43) || codes[start - 2] === 43;
}

const inPieces = (window: Window) => window.spelled || window.groups.every((size) => size === 1);

function isPhone(search: NumberSearch, window: Window): boolean {
  const { digits, groups } = window;
  if (followed(search, window, 'money')) return false;
  const head = groups[0] ?? 0;
  const cued = preceded(search, window, ['phone-cue', 'service']);
  const shaped = inPieces(window) || head === 3 || head === 10 || cued;
  if (digits.length === 11)
    return /^[78](7[0-8]|800|[349]\d)/.test(digits) && (digits[1] === '7' || digits[1] === '8' || shaped || head !== 2);
  if (digits.length === 10 && /^7[0-8]\d/.test(digits) && shaped && (cued || !preceded(search, window, ['order'], 2)))
    return true;
  if (digits.length === 10 && /^(9\d|800)/.test(digits) && (cued || (head === 3 && groups.length >= 3))) return true;
  if (digits.length >= 10 && digits.length <= 15 && hasPlus(search, window)) return true;
  if (
    digits.length >= 9 &&
    digits.length <= 13 &&
    window.spelled &&
    /^(8|7|\+7)/.test(digits) &&
    !isCounting(search, window)
  )
    return true;
  if (digits.length >= 6 && digits.length <= 13 && cued && !preceded(search, window, ['order']))
    return isLocal(search, window);
  return false;
}

/** Emergency and state lines that anybody may name (docs/guard.md, ruling 9). */
const OFFICIAL = new Set(['101', '102', '103', '104', '109', '111', '112', '150', '1414', '1303']);

/** A local number: called a number, and grouped as people group them or said in pieces. */
function isLocal(search: NumberSearch, window: Window): boolean {
  if (followed(search, window, 'unit') || isCounting(search, window)) return false;
  const figures = search.figures.slice(window.from, window.to + 1);
  if (figures.some((figure) => OFFICIAL.has(figure.digits))) return false;
  const shape = window.groups.join('');
  return (
    inPieces(window) ||
    shape === '222' ||
    shape === '322' ||
    shape === '33' ||
    shape === '3222' ||
    window.digits.length > 9
  );
}

/** "one two three four": figures that rise or fall by one count something. */
function isCounting(search: NumberSearch, window: Window): boolean {
  const values = search.figures.slice(window.from, window.to + 1).map((figure) => Number(figure.digits));
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  return Math.abs(step) === 1 && values.every((value, i) => i === 0 || value - (values[i - 1] ?? 0) === step);
}

function isIin(search: NumberSearch, window: Window): boolean {
  if (window.digits.length !== 12 || followed(search, window, 'money')) return false;
  if (preceded(search, window, ['iin-cue'])) return true;
  const { groups } = window;
  const whole =
    groups.length === 1 || inPieces(window) || groups[0] === 6 || groups.every((size) => size === 3 || size === 4);
  return whole && isDate(window.digits) && !preceded(search, window, ['order'], 2);
}

function isCard(search: NumberSearch, window: Window): boolean {
  const { digits, groups } = window;
  if (followed(search, window, 'money')) return false;
  const cued = preceded(search, window, ['card-cue']);
  if (digits.length === 16)
    return cued || groups.length === 1 || inPieces(window) || groups.every((size) => size === 4 || size === 8);
  return cued && digits.length >= 13 && digits.length <= 19 && groups.length <= 6;
}

function ruleFor(search: NumberSearch, window: Window): string {
  if (isCard(search, window)) return 'card';
  if (isIin(search, window)) return 'iin';
  if (isPhone(search, window)) return search.allowed.has(window.digits.slice(-10)) ? 'allowed' : 'phone';
  return '';
}

function backwards(window: Window): Window {
  return { ...window, digits: [...window.digits].reverse().join(''), groups: [...window.groups].reverse() };
}

/** Longest window first, so that a card is not read as a phone with a rest. */
function windowAt(search: NumberSearch, from: number): Found & { to: number } {
  const window: Window = { digits: '', from, to: from, groups: [], spelled: false };
  let best = { rule: '', first: 0, last: 0, to: from };
  for (let to = from; to < search.figures.length; to++) {
    if (to > from && !linked(search, to - 1)) break;
    const figure = search.figures[to] as Figure;
    window.digits += figure.digits;
    window.groups.push(figure.digits.length);
    window.spelled ||= figure.spelled;
    window.to = to;
    if (window.digits.length > LONGEST) break;
    const rule = window.digits.length >= 6 ? ruleFor(search, window) : '';
    if (rule !== '') best = { rule, first: search.figures[from]?.first ?? 0, last: figure.last, to };
  }
  return best;
}

function wholeRunBackwards(search: NumberSearch, from: number): Found & { to: number } {
  let to = from;
  const window: Window = { digits: '', from, to, groups: [], spelled: false };
  for (
    ;
    to < search.figures.length && (to === from || linked(search, to - 1)) && window.digits.length <= LONGEST;
    to++
  ) {
    window.digits += search.figures[to]?.digits ?? '';
    window.groups.push(search.figures[to]?.digits.length ?? 0);
    window.to = to;
  }
  const reversed = backwards(window);
  const hit = /^[78]7[0-8]\d{8}$/.test(reversed.digits) && !followed(search, window, 'money');
  return {
    rule: hit ? 'phone' : '',
    first: search.figures[from]?.first ?? 0,
    last: search.figures[window.to]?.last ?? 0,
    to: window.to,
  };
}

/** Every phone, IIN and card, left to right, none overlapping. */
export function findNumbers(search: NumberSearch): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < search.figures.length; from++) {
    const startsRun = from === 0 || !linked(search, from - 1);
    let best = windowAt(search, from);
    if (best.rule === '' && startsRun) best = wholeRunBackwards(search, from);
    if (best.rule === '') continue;
    if (best.rule !== 'allowed') found.push({ rule: best.rule, first: best.first, last: best.last });
    from = best.to;
  }
  return found;
}
