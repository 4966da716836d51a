/**
 * Phones, IINs and bank cards in the stream of figures. Kazakhstan's numbering: country code 7, codes beginning with 7
 * (mobile 70x, 747, 75x, 76x, 77x; cities 71x, 72x); the inland prefix 8. A checksum is never asked for: a mistyped
 * IIN or card still shows who somebody is.
 */
import type { Figure } from './figures.ts';
import type { Found, Page } from './page.ts';

export interface NumberSearch {
  page: Page;
  figures: readonly Figure[];
  /** The last ten digits of each number that may be shown. */
  allowed: ReadonlySet<string>;
}

/** Units of text, not letters, that may lie between two pieces of one number. */
const GAP = 8;
/** Digits of the longest thing looked for. */
const LONGEST = 19;

/** Do figures `left` and `left + 1` belong together: only marks, emoji or filler words ("потом", "then") between? */
function linked({ page, figures }: NumberSearch, left: number): boolean {
  const a = figures[left];
  const b = figures[left + 1];
  if (!a || !b || b.first - a.last > 4) return false;
  for (let i = a.last + 1; i <= b.first; i++) {
    if (page.gap(i).length > GAP) return false;
    if (i < b.first && page.isLetters(i) && !page.has(i, 'filler', 'dash')) return false;
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

function followed({ page, figures }: NumberSearch, { to }: Window, cue: string): boolean {
  return page.has((figures[to]?.last ?? 0) + 1, cue);
}

/** Is one of `cues` within `reach` words before the window? */
function preceded({ page, figures }: NumberSearch, { from }: Window, cues: readonly string[], reach = 5): boolean {
  const first = figures[from]?.first ?? 0;
  return page.some(first - reach, first - 1, ...cues);
}

function hasPlus({ page, figures }: NumberSearch, { from }: Window): boolean {
  const start = page.words[figures[from]?.first ?? 0]?.start ?? 0;
  return page.peek(Math.max(0, start - 2), start).includes('+');
}

const inPieces = (window: Window) => window.spelled || window.groups.every((size) => size === 1);

function isPhone(search: NumberSearch, window: Window): boolean {
  const { digits, groups } = window;
  if (followed(search, window, 'money')) return false;
  const head = groups[0] ?? 0;
  const cued = preceded(search, window, ['phone-cue', 'service']);
  const shaped = inPieces(window) || head === 3 || head === 10 || cued || (head === 4 && /^7[12]/.test(digits));
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
    /^[78]/.test(digits) &&
    !isCounting(search, window) &&
    !preceded(search, window, ['order'])
  )
    return true;
  if (groups.join('') === HEADLESS && /^[0-7][0-8]/.test(digits)) return !preceded(search, window, ['order']);
  if (digits.length >= 6 && digits.length <= 13 && cued && !preceded(search, window, ['order']))
    return isLocal(search, window);
  return false;
}

/** A mobile number without its "87", which everybody knows: "01 000 23 45". */
const HEADLESS = '2322';
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
    (shape === '33' && !window.digits.endsWith('000')) ||
    shape === '3222' ||
    (window.digits.length > 9 && window.digits.length < 12)
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

const emptyAt = (from: number): Window => ({ digits: '', from, to: from, groups: [], spelled: false });

/** Adds figure `to` to the window; what touches the figure before ("43" and "O3") is one group with it. */
function extend({ page, figures }: NumberSearch, window: Window, to: number): void {
  const { digits, first, spelled } = figures[to] as Figure;
  const touches = to > window.from && page.gap(first) === '';
  if (touches) window.groups.push((window.groups.pop() ?? 0) + digits.length);
  else window.groups.push(digits.length);
  window.digits += digits;
  window.spelled ||= spelled;
  window.to = to;
}

/** Longest window first, so that a card is not read as a phone with a rest. */
function windowAt(search: NumberSearch, from: number): Found & { to: number } {
  const window = emptyAt(from);
  const { figures } = search;
  const first = figures[from]?.first ?? 0;
  let best = { rule: '', first, last: 0, to: from };
  for (let to = from; to < figures.length; to++) {
    if (to > from && !linked(search, to - 1)) break;
    extend(search, window, to);
    if (window.digits.length > LONGEST) break;
    const rule = window.digits.length >= 6 ? ruleFor(search, window) : '';
    if (rule !== '') best = { rule, first, last: figures[to]?.last ?? 0, to };
  }
  return best;
}

function wholeRunBackwards(search: NumberSearch, from: number): Found & { to: number } {
  const window = emptyAt(from);
  const { figures } = search;
  for (let to = from; to < figures.length && window.digits.length <= LONGEST; to++) {
    if (to > from && !linked(search, to - 1)) break;
    extend(search, window, to);
  }
  const hit = MOBILE.test([...window.digits].reverse().join('')) && !followed(search, window, 'money');
  return {
    rule: hit ? 'phone' : '',
    first: figures[from]?.first ?? 0,
    last: figures[window.to]?.last ?? 0,
    to: window.to,
  };
}

const MOBILE = /^[78]7[0-8]\d{8}$/;
/** Figures of a number with whole sentences between; fewer are too near to dates and sums. */
const PIECES = 3;

/** "8. Breathe. 771. It gets better. 000. I promise. 64. Really. 27.": figures that stand apart and are a phone in all. */
function scattered({ page, figures }: NumberSearch): Found[] {
  const written = figures.filter(({ spelled }) => !spelled);
  const apart = written.every(({ last }) => /^(?:$|[.,;!?\n])/.test(page.after(last)));
  if (written.length < PIECES || !apart || !MOBILE.test(written.map(({ digits }) => digits).join(''))) return [];
  return written.map(({ first, last }) => ({ rule: 'phone', first, last }));
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
  return found.length > 0 ? found : scattered(search);
}
