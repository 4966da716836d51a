/** Is Latin text English, or Kazakh or Russian in Latin letters? Told by small words and endings. */
import type { Word } from './words.ts';

const ENGLISH =
  'the is are and you to my i for of in it was have this that with im a ill dont be can get al just but so if at or what your he she they we hes his her from as how an am who not out up do its ive any your need want been had has will when me about after every here like';
const ROMANISED =
  'men sen jok zhok bar kerek ya ia ti ty mi mi ne na vi vy menya mne kto gde est net ili nu eto kak ol da biz siz kim qazir kazir endi bir emes eken ma me ba dep ushin ui bul osi osy sol ada ya po zhe uzhe iz moi mne tebia tebya ona oni v s k otkuda mozhno nado seichas qandai kandai';

/** Up to five letters packed into one number; longer words give -1. */
function packed(codes: Uint8Array, start: number, end: number): number {
  if (end - start > 5 || end === start) return -1;
  let value = 0;
  for (let i = start; i < end; i++) value = value * 28 + (codes[i] ?? 0);
  return value;
}

function packedSet(list: string): ReadonlySet<number> {
  return new Set(
    list.split(' ').map((word) =>
      packed(
        Uint8Array.from(word, (letter) => letter.charCodeAt(0) - 96),
        0,
        word.length,
      ),
    ),
  );
}
const english = packedSet(ENGLISH);
const romanised = packedSet(ROMANISED);

const ENDINGS = packedSet('ing tion ght less ness ould nk ck th');

/** Ends the word in letters that English has and romanised Kazakh or Russian hardly ever? */
function endsEnglish(codes: Uint8Array, start: number, end: number): boolean {
  for (let size = 2; size <= 4 && start + size < end; size++)
    if (ENDINGS.has(packed(codes, end - size, end))) return true;
  return false;
}

/** Votes of the small words of both kinds. */
export function isEnglish(words: readonly Word[], spelling: Uint8Array): boolean {
  let votes = 0;
  for (const word of words) {
    if (!word.latin) continue;
    const key = packed(spelling, word.spelling, word.spellingEnd);
    if (english.has(key) || endsEnglish(spelling, word.spelling, word.spellingEnd)) votes++;
    if (romanised.has(key)) votes--;
  }
  return votes > 0;
}
