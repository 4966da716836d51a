/**
 * The letters of one word, made comparable. A word of mixed alphabets is first brought into one of them (look-alikes
 * and leet undone); then Kazakh, Russian and their Latin spellings meet in one **skeleton**: 26 letters, sounds rather
 * than spelling ("жеңіл", "женил", "jenil", "zhengil" are one). English keeps its spelling in a second form.
 */

/** Codes 1..26 are a..z; in the skeleton q is "ch" and w is "sh". */
export const WILD = 27;

const CYRILLIC: Record<string, string> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  э: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  ы: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'q',
  ш: 'w',
  щ: 'w',
  ъ: '',
  ь: '',
  ю: 'iu',
  я: 'ia',
}; // prettier-ignore
/** Latin letters inside a Cyrillic word: by shape where a twin exists, else by sound. */
const LATIN_TO_CYRILLIC: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'н',
  i: 'і',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'р',
  q: 'қ',
  r: 'г',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'ш',
  x: 'х',
  y: 'у',
  z: 'з',
}; // prettier-ignore
const CYRILLIC_TO_LATIN: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ь: 'b',
  п: 'n',
  и: 'u',
  г: 'r',
  ѕ: 's',
  ј: 'j',
  ә: 'e',
  һ: 'h',
  з: '3',
  ғ: 'f',
  д: 'd',
  л: 'l',
  ш: 'w',
  я: 'r',
  б: 'b',
  ф: 'f',
  ү: 'y',
  ұ: 'y',
}; // prettier-ignore
const TWINS_LATIN = new Set('abcehikmoptxy');
const TWINS_CYRILLIC = new Set('авекмнорстухі');
const LEET_LATIN: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '|': 'l',
}; // prettier-ignore
const LEET_CYRILLIC: Record<string, string> = {
  '0': 'о',
  '1': 'і',
  '2': 'з',
  '3': 'з',
  '4': 'ч',
  '5': 'с',
  '6': 'б',
  '7': 'т',
  '8': 'в',
  '9': 'я',
  '@': 'а',
  $: 'с',
  '€': 'е',
  '!': 'і',
  '|': 'л',
}; // prettier-ignore

/** Tables cover every code unit, so that no read falls outside. */
const SIZE = 0x10000;
const CYRILLIC_END = 0x530;
function table(record: Record<string, string>): Uint16Array {
  const codes = new Uint16Array(SIZE);
  for (const [key, value] of Object.entries(record))
    if (key.charCodeAt(0) < SIZE) codes[key.charCodeAt(0)] = value.charCodeAt(0);
  return codes;
}
const toCyrillic = table(LATIN_TO_CYRILLIC);
const toLatin = table(CYRILLIC_TO_LATIN);
const leetLatin = table(LEET_LATIN);
const leetCyrillic = table(LEET_CYRILLIC);
/** First and second skeleton letter of a Cyrillic one. */
export const FIRST = new Uint8Array(SIZE);
export const SECOND = new Uint8Array(SIZE);
for (const [key, value] of Object.entries(CYRILLIC)) {
  FIRST[key.charCodeAt(0)] = value.length > 0 ? value.charCodeAt(0) - 96 : 0;
  SECOND[key.charCodeAt(0)] = value.length > 1 ? value.charCodeAt(1) - 96 : 0;
}
/** 1: Latin with a Cyrillic twin, 2: Latin alone, 4: Cyrillic with a twin, 8: Cyrillic alone. */
const KIND = new Uint8Array(SIZE);
for (let code = 97; code < 123; code++) KIND[code] = TWINS_LATIN.has(String.fromCharCode(code)) ? 1 : 2;
for (let code = 0x430; code < CYRILLIC_END; code++) KIND[code] = TWINS_CYRILLIC.has(String.fromCharCode(code)) ? 4 : 8;
for (let code = 0x482; code < 0x48a; code++) KIND[code] = 0;

/** By code unit: how much it speaks for Cyrillic, a letter without a twin in the other alphabet. */
export const BALANCE = Int8Array.from(KIND, (kind) => (kind === 8 ? 1 : kind === 2 ? -1 : 0));

export function isLetter(code: number): boolean {
  return KIND[code] !== 0;
}
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
export function isLatin(code: number): boolean {
  return code >= 97 && code <= 122;
}
export function letterKind(code: number): number {
  return KIND[code] ?? 0;
}

/** Every kind of letter in `codes[start, end)`, added up as bits; 16 when something else is among them. */
export function kindsOf(codes: Uint16Array, start: number, end: number): number {
  let kinds = 0;
  for (let i = start; i < end; i++) kinds |= KIND[codes[i] ?? 0] || 16;
  return kinds;
}

export const LATIN_KINDS = 3;
export const CYRILLIC_KINDS = 12;

/** The letters `codes[start, end)`. */
export interface Letters {
  codes: Uint16Array;
  start: number;
  end: number;
}

/** True when a word of mixed letters reads as Cyrillic. `mostly` decides for words made of look-alikes alone. */
export function readsAsCyrillic(word: Letters, mostly: boolean): boolean {
  const { codes, start, end } = word;
  let latin = 0;
  let cyrillic = 0;
  let twins = 0;
  for (let i = start; i < end; i++) {
    const kind = letterKind(codes[i] ?? 0);
    if (kind === 2) latin++;
    else if (kind === 8) cyrillic++;
    else if (kind !== 0) twins |= kind;
  }
  if (latin === 0 && cyrillic === 0) return twins === 4 || (twins !== 1 ? mostly : mostly && end - start > 2);
  return cyrillic >= latin;
}

const VOWEL = new Set([...'аәеэиіыоөуұүюяaeiouy'].map((letter) => letter.charCodeAt(0)));

export interface Alphabet {
  cyrillic: boolean;
  out: Uint16Array;
}

/** The letters of a word in one alphabet, written to `target.out`; returns how many. `*` becomes `WILD`. */
export function oneAlphabet({ codes, start, end }: Letters, target: Alphabet): number {
  const { cyrillic, out } = target;
  let length = 0;
  for (let i = start; i < end; i++) {
    const code = codes[i] ?? 0;
    let letter = code;
    if (code === 42 || code === 35) letter = WILD;
    else if (letterKind(code) === 0) {
      letter = (cyrillic ? leetCyrillic[code] : leetLatin[code]) ?? 0;
      const between = i > start && i + 1 < end && !VOWEL.has(codes[i - 1] ?? 0) && !VOWEL.has(codes[i + 1] ?? 0);
      if (cyrillic && between && code === 51) letter = 0x435;
      if (cyrillic && between && code === 52) letter = 0x430;
    } else if (cyrillic && code < 128) letter = code === 98 && i > start ? 0x431 : (toCyrillic[code] ?? 0);
    else if (!cyrillic && code >= 0x400) letter = toLatin[code] ?? 0;
    if (letter !== 0) out[length++] = letter;
  }
  return length;
}
