/**
 * The skeleton: 26 letters, sounds rather than spelling. Kazakh, Russian and their Latin spellings meet in it ("жеңіл",
 * "женил", "jenil", "zhengil" are one); q is "ch" and w is "sh". English keeps its spelling in a second form.
 */
import { FIRST, isLatin, SECOND, WILD } from './letters.ts';

/** Letters 1..26 and `WILD`, written one after another; a word begins at the length before it was written. */
export class Tape {
  readonly codes: Uint8Array;
  length = 0;

  constructor(codes: Uint8Array) {
    this.codes = codes;
  }
}

const E = 5;
const G = 7;
const I = 9;
const N = 14;
const Q = 17;
const W = 23;

/** Writes a letter of the word that began at `base`, unless it repeats the one before or stands for a swallowed sound. */
function push(tape: Tape, base: number, code: number): void {
  const { codes, length } = tape;
  const before = length > base ? (codes[length - 1] ?? 0) : 0;
  if (code === before && code !== WILD) return;
  if (before === N && code === G) return; // "ng" is "ң"
  if (before === W && code === Q) return; // "shch" is "щ"
  if (before === I && code === E) {
    // "ie", "ye" are "е"
    if (length > base + 1 && codes[length - 2] === E) tape.length--;
    else codes[length - 1] = E;
    return;
  }
  codes[length] = code;
  tape.length = length + 1;
}

/** Skeleton of the Cyrillic word `letters[start, end)`. */
export function skeletonOfCyrillic(letters: Uint16Array, [start, end]: readonly [number, number], tape: Tape): void {
  const base = tape.length;
  for (let i = start; i < end; i++) {
    const letter = letters[i] ?? 0;
    const first = FIRST[letter] ?? 0;
    if (letter === WILD) push(tape, base, WILD);
    else if (first !== 0) {
      push(tape, base, first);
      const second = SECOND[letter] ?? 0;
      if (second !== 0) push(tape, base, second);
    }
  }
}

const LATIN_SINGLE = new Uint8Array(128);
for (let code = 97; code < 123; code++) LATIN_SINGLE[code] = code - 96;
for (const [letter, sound] of ['ck', 'qk', 'wv', 'xh', 'yi'].map((pair) => [...pair])) {
  LATIN_SINGLE[(letter ?? 'a').charCodeAt(0)] = (sound ?? 'a').charCodeAt(0) - 96;
}
/** What a letter becomes before an "h". */
const BEFORE_H = new Uint8Array(128);
for (const [letter, sound] of [
  ['s', W],
  ['c', Q],
  ['z', 10],
  ['k', 8],
  ['g', G],
] as const) {
  BEFORE_H[letter.charCodeAt(0)] = sound;
}
const H = 104;

/** Skeleton of Kazakh or Russian in Latin letters: sh, ch, zh, kh, gh, ts, ya, yu in their usual romanisations. */
export function skeletonOfLatin(letters: Uint16Array, [start, end]: readonly [number, number], tape: Tape): void {
  const base = tape.length;
  for (let i = start; i < end; i++) {
    const letter = letters[i] ?? 0;
    const pair = i + 1 < end && letters[i + 1] === H && letter < 128 ? (BEFORE_H[letter] ?? 0) : 0;
    if (pair !== 0) {
      push(tape, base, pair);
      i++;
    } else if (letter === WILD) push(tape, base, WILD);
    else if (isLatin(letter)) push(tape, base, LATIN_SINGLE[letter] ?? 0);
  }
}

/** English form: its own letters, a repeated letter once. */
export function spellingOfLatin(letters: Uint16Array, [start, end]: readonly [number, number], tape: Tape): void {
  const base = tape.length;
  for (let i = start; i < end; i++) {
    const letter = letters[i] ?? 0;
    const code = letter === WILD ? WILD : isLatin(letter) ? letter - 96 : 0;
    if (code === 0) continue;
    if (tape.length > base && tape.codes[tape.length - 1] === code && code !== WILD) continue;
    tape.codes[tape.length++] = code;
  }
}
