/**
 * A text typed with the keyboard in the other layout: "ghbdtn" for "привет", "ру" for "he". Told by its vowels, which
 * come out as consonants. Each character becomes one other, so places in the text stay the same.
 */
import { unitsToString } from './fold.ts';
import { isDigit, isLatin, isLetter } from './letters.ts';
import type { Reading } from './words.ts';

const LATIN = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~';
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ';
function keys(from: string, to: string): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(i);
  return table;
}
const toCyrillic = keys(LATIN, CYRILLIC);
const toLatin = keys(CYRILLIC, LATIN);

/** The last letter of a Russian keyboard: ё. */
const LAST = 0x451;

/** Letters from which the shares below mean something. */
const ENOUGH = 8;
/** Least share of vowels in what was meant, greatest share of vowels in what stands there, in percent. */
const MEANT = 27;
const WRITTEN = 16;
/** By code unit, as bits: the vowel it is, and the vowel that lies on its key in the other layout. */
const IS_VOWEL = 1;
const HIDES_VOWEL = 2;
const TELLS = new Uint8Array(0x10000);
for (const [letters, bit] of [
  ['aeiouаоиәі', IS_VOWEL],
  ['fjtbeszуфщшг', HIDES_VOWEL],
] as const)
  for (const letter of letters) TELLS[letter.charCodeAt(0)] = (TELLS[letter.charCodeAt(0)] ?? 0) | bit;

/** `text`, read as `reading`, as it was meant; undefined when nothing says that the layout was wrong. */
export function otherLayout(text: string, { folded: { codes, length }, mostlyCyrillic }: Reading): string | undefined {
  let letters = 0;
  let vowels = 0;
  let hidden = 0;
  for (let i = 0; i < length; i++) {
    const code = codes[i] ?? 0;
    if (!isLetter(code)) continue;
    // Both alphabets, letters that the other layout has no key for, leet: somebody chose these letters one by one.
    if (isLatin(code) === mostlyCyrillic || code > LAST || isDigit(codes[i - 1] ?? 0)) return undefined;
    letters++;
    const tells = TELLS[code] ?? 0;
    vowels += tells & IS_VOWEL;
    hidden += tells & HIDES_VOWEL;
  }
  if (letters < ENOUGH || vowels * 100 > letters * WRITTEN || hidden * 50 < letters * MEANT) return undefined;
  const meant = mostlyCyrillic ? toLatin : toCyrillic;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = meant[text.charCodeAt(i)] ?? 0;
  return unitsToString(units, units.length);
}
