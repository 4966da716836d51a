/**
 * The skeleton: 26 letters, sounds rather than spelling. Kazakh, Russian and their Latin spellings meet in it ("жеңіл",
 * "женил", "jenil", "zhengil" are one); q is "ch" and w is "sh". English keeps its spelling in a second form.
 */
import { FIRST as first, isLatin, SECOND as second, WILD } from './letters.ts';

/** Writes letter `code` unless it repeats the one before or stands for a swallowed sound. Returns the new length. */
function push(out: Uint8Array, base: number, length: number, code: number): number {
  const before = length > base ? out[length - 1] : 0;
  if (code === before && code !== WILD) return length;
  if (code === 7 && before === 14) return length; // "ng" is "ң"
  if (code === Q && before === W) return length; // "shch" is "щ"
  if (code === 5 && before === 9) {
    out[length - 1] = 5; // "ie", "ye" are "е"
    return length > base + 1 && out[length - 2] === 5 ? length - 1 : length;
  }
  out[length] = code;
  return length + 1;
}

/** Skeleton of a Cyrillic word. */
export function skeletonOfCyrillic(letters: Uint16Array, count: number, out: Uint8Array, base: number): number {
  let length = base;
  for (let i = 0; i < count; i++) {
    const letter = letters[i] ?? 0;
    if (letter === WILD) length = push(out, base, length, WILD);
    else if (first[letter]) {
      length = push(out, base, length, first[letter] ?? 0);
      if (second[letter]) length = push(out, base, length, second[letter] ?? 0);
    }
  }
  return length;
}

const LATIN_SINGLE = new Uint8Array(123);
for (let code = 97; code < 123; code++) LATIN_SINGLE[code] = code - 96;
for (const [letter, sound] of ['ck', 'qk', 'wv', 'xh', 'yi'].map((pair) => [...pair])) {
  LATIN_SINGLE[(letter ?? 'a').charCodeAt(0)] = (sound ?? 'a').charCodeAt(0) - 96;
}
const W = 23;
const Q = 17;
/** What a letter becomes before an "h". */
const BEFORE_H = new Uint8Array(123);
for (const [letter, sound] of [
  ['s', W],
  ['c', Q],
  ['z', 10],
  ['k', 8],
  ['g', 7],
] as const)
  BEFORE_H[letter.charCodeAt(0)] = sound;

/** Skeleton of Kazakh or Russian written in Latin letters: sh, ch, zh, kh, gh, ts, ya, yu in their usual romanisations. */
export function skeletonOfLatin(letters: Uint16Array, count: number, out: Uint8Array, base: number): number {
  let length = base;
  for (let i = 0; i < count; i++) {
    const letter = letters[i] ?? 0;
    const pair = i + 1 < count && letters[i + 1] === 104 ? BEFORE_H[letter] : 0;
    if (pair) {
      length = push(out, base, length, pair);
      i++;
    } else if (letter === WILD) length = push(out, base, length, WILD);
    else if (isLatin(letter)) length = push(out, base, length, LATIN_SINGLE[letter] ?? 0);
  }
  return length;
}

/** English form: its own letters, a repeated letter once. */
export function spellingOfLatin(letters: Uint16Array, count: number, out: Uint8Array, base: number): number {
  let length = base;
  for (let i = 0; i < count; i++) {
    const letter = letters[i] ?? 0;
    const code = letter === WILD ? WILD : isLatin(letter) ? letter - 96 : 0;
    if (code !== 0 && (length === base || out[length - 1] !== code || code === WILD)) out[length++] = code;
  }
  return length;
}
