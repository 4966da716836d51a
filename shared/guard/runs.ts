/** Where runs of letters, digits and the marks of leet begin and end in a folded text. */
import { isDigit, isLetter } from './letters.ts';

/** Letters that may follow a figure without being leet: units, currency, clock and ordinal endings. */
const UNITS = new Set(
  'г гр грам грамм к кк кг мг мл т тг тнг шт ч мин р руб млн тыс мын мың м см км л д дн сут лет й я е го му х ти ші шы інші ыншы де да те та ден дан тен тан ке ге қа ға нші үй кв k kk g gr mg kg ml m h d pm am th st nd rd min km cm tg usd x s yo yr y oz lb lbs am'.split(
    ' ',
  ),
);
/** By code unit: `WORD` for letters and digits, `MARK` for marks that may stand inside a word. */
export const CLASS = new Uint8Array(0x10000);
export const WORD = 1;
const MARK = 2;
for (let code = 0; code < 0x10000; code++) if (isLetter(code) || isDigit(code)) CLASS[code] = WORD;
for (const mark of '@$*#€!|\'"`') CLASS[mark.charCodeAt(0)] = MARK;

/** Are the letters `[lead, end)` after the digits `[start, lead)` a unit rather than part of a leet word? */
export function isUnit(codes: Uint16Array, [start, lead, end]: readonly [number, number, number]): boolean {
  if (lead - start > 1 || end - lead < 3) return true;
  return UNITS.has(String.fromCharCode(...codes.subarray(lead, Math.min(end, lead + 6))));
}

/** "@лмай", "$peed": a mark in place of a first letter. */
export function startsLeet(codes: Uint16Array, at: number): boolean {
  const code = codes[at];
  return (code === 64 || code === 36) && isLetter(codes[at + 1] ?? 0) && CLASS[codes[at - 1] ?? 0] !== WORD;
}

/** End of the letters that follow one another from `start` on. */
export function lettersEnd(codes: Uint16Array, start: number): number {
  let end = start;
  while (isLetter(codes[end] ?? 0)) end++;
  return end;
}

/** End of the run of letters, digits and leet marks that starts at `start`. */
export function runEnd(codes: Uint16Array, start: number, length: number): number {
  let i = start + 1;
  while (i < length) {
    const kind = CLASS[codes[i] ?? 0];
    if (kind === WORD) i++;
    else if (kind === MARK && CLASS[codes[i - 1] ?? 0] === WORD && markInside(codes, i, length)) i++;
    else if (codes[i] === 42 && codes[i - 1] === 42 && isLetter(codes[i + 1] ?? 0)) i++;
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
