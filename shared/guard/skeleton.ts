/**
 * The skeleton: 26 letters, sounds rather than spelling. Kazakh, Russian and their Latin spellings meet in it ("жеңіл",
 * "женил", "jenil", "zhengil" are one); q is "ch" and w is "sh". English keeps its spelling in a second form.
 */
import { FIRST, SECOND, WILD } from './letters.ts';

const E = 5;
const G = 7;
const I = 9;
const N = 14;
const Q = 17;
const W = 23;
const H = 104;
/** Letters, as bits, that a letter before them may swallow or that may stand twice. */
const SWALLOWED = (1 << E) | (1 << G) | (1 << Q) | (1 << WILD);

const LATIN_SINGLE = new Uint8Array(0x10000);
const PLAIN = new Uint8Array(0x10000);
for (let code = 97; code < 123; code++) LATIN_SINGLE[code] = PLAIN[code] = code - 96;
for (const [letter, sound] of ['ck', 'qk', 'wv', 'xh', 'yi'].map((pair) => [...pair])) {
  LATIN_SINGLE[(letter ?? 'a').charCodeAt(0)] = (sound ?? 'a').charCodeAt(0) - 96;
}
LATIN_SINGLE[WILD] = PLAIN[WILD] = WILD;
FIRST[WILD] = WILD;
/** What a letter becomes before an "h". */
const BEFORE_H = new Uint8Array(0x10000);
for (const [letter, sound] of [
  ['s', W],
  ['c', Q],
  ['z', 10],
  ['k', 8],
  ['g', G],
] as const) {
  BEFORE_H[letter.charCodeAt(0)] = sound;
}

/** Letters 1..26 and `WILD`, written one after another; a word begins at the length before it was written. */
export class Tape {
  readonly codes: Uint8Array;
  length = 0;

  constructor(codes: Uint8Array) {
    this.codes = codes;
  }

  /** Writes a letter that may be swallowed by the one before it in the word that began at `base`. */
  #pushRare(base: number, code: number): void {
    const { codes, length } = this;
    const before = length > base ? (codes[length - 1] ?? 0) : 0;
    if (code === before && code !== WILD) return;
    if (before === N && code === G) return; // "ng" is "ң"
    if (before === W && code === Q) return; // "shch" is "щ"
    if (before === I && code === E) {
      // "ie", "ye" are "е"
      if (length > base + 1 && codes[length - 2] === E) this.length--;
      else codes[length - 1] = E;
      return;
    }
    codes[length] = code;
    this.length = length + 1;
  }

  /** Writes a letter of the word that began at `base`, unless it repeats the one before or stands for a swallowed sound. */
  #push(base: number, code: number): void {
    if (((SWALLOWED >> code) & 1) === 1) this.#pushRare(base, code);
    else {
      const { codes, length } = this;
      if (length > base && codes[length - 1] === code) return;
      codes[length] = code;
      this.length = length + 1;
    }
  }

  /** Skeleton of the Cyrillic word `letters[start, end)`. */
  cyrillic(letters: Uint16Array, start: number, end: number): void {
    const base = this.length;
    for (let i = start; i < end; i++) {
      const letter = letters[i] ?? 0;
      const first = FIRST[letter] ?? 0;
      if (first === 0) continue;
      this.#push(base, first);
      const second = SECOND[letter] ?? 0;
      if (second !== 0) this.#push(base, second);
    }
  }

  /** Skeleton of Kazakh or Russian in Latin letters: sh, ch, zh, kh, gh, ts, ya, yu in their usual romanisations. */
  latin(letters: Uint16Array, start: number, end: number): void {
    const base = this.length;
    for (let i = start; i < end; i++) {
      const letter = letters[i] ?? 0;
      const pair = i + 1 < end && letters[i + 1] === H ? (BEFORE_H[letter] ?? 0) : 0;
      if (pair !== 0) i++;
      const sound = pair !== 0 ? pair : (LATIN_SINGLE[letter] ?? 0);
      if (sound !== 0) this.#push(base, sound);
    }
  }

  /** English form: its own letters, a repeated letter once. */
  spelling(letters: Uint16Array, start: number, end: number): void {
    const { codes } = this;
    let before = 0;
    for (let i = start; i < end; i++) {
      const code = PLAIN[letters[i] ?? 0] ?? 0;
      if (code === 0 || (code === before && code !== WILD)) continue;
      before = code;
      codes[this.length++] = code;
    }
  }
}
