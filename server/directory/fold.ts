/**
 * Brings Kazakh (with or without its letters, Cyrillic or any common Latin spelling), Russian (Cyrillic or Latin) and
 * English to one plain form, so that «Шымкент», «Shymkent» and "shimkent" are the same word.
 */
const LETTERS: Record<string, string> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y' },
  ...{ к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u' },
  ...{ ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', і: 'i', ь: '' },
  ...{ э: 'e', ю: 'yu', я: 'ya', ş: 'sh', ç: 'ch', ı: 'i' },
};

/** Spellings of one sound in Latin letters. S and C stand for sh and ch, j for zh. The order matters. */
const SOUNDS: [RegExp, string][] = [
  [/shch|sch|sh/g, 'S'],
  [/ch/g, 'C'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/ts/g, 'c'],
  [/ck/g, 'k'],
  [/c(?![eiy])/g, 'k'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  // наркология is narkologiya or narkologia; пьян stays apart from пан.
  [/(?<=[aeiouy])y(?=[aeou])/g, ''],
  [/y/g, 'i'],
];

function foldWord(word: string): string {
  let folded = '';
  for (const letter of word) folded += LETTERS[letter] ?? letter;
  folded = folded.normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [spelling, sound] of SOUNDS) folded = folded.replace(spelling, sound);
  // "аа" and "na" are whole words; in longer ones a doubled letter is a matter of spelling.
  return folded.length > 3 ? folded.replace(/([a-zSC])\1+/g, '$1') : folded;
}

/** A folded word, and whether it was written in Latin letters. */
export interface Word {
  text: string;
  latin: boolean;
}

/** The folded words of a text, in its order. Text of any length and script; never throws. */
export function words(text: string): Word[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return found
    .map((word) => ({ text: foldWord(word), latin: /\p{Script=Latin}/u.test(word) }))
    .filter((word) => word.text !== '');
}

export const tokens = (text: string): string[] => words(text).map((word) => word.text);

const LAYOUTS = ["qwertyuiop[]asdfghjkl;'zxcvbnm,.`", 'йцукенгшщзхъфывапролджэячсмитьбюё'] as const;

/** The text as it would be on the other keyboard layout: "yfhrjkju" was meant as «нарколог». */
export function otherLayout(text: string): string {
  const lower = text.toLowerCase();
  const [from, to] = /\p{Script=Cyrillic}/u.test(lower) ? [LAYOUTS[1], LAYOUTS[0]] : LAYOUTS;
  return [...lower].map((letter) => [...to][[...from].indexOf(letter)] ?? letter).join('');
}

/**
 * The digits of a text when it is a telephone number or a part of one (at least two digits, no letters), else null. The 8 or
 * +7 before a whole number is left out: both lead to the same telephone.
 */
export function digitsOf(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 2 || /\p{L}/u.test(text)) return null;
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits;
}
