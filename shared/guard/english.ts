/** Is Latin text English, or Kazakh or Russian in Latin letters? Told by small words and endings. */
import type { Word } from './words.ts';

const ENGLISH =
  'the is are and you to my i for of in it was have this that with im a ill dont be can get al just but so if at or what your he she they we hes his her from as how an am who not out up do its ive any your need want been had has will when me about after every here like';
const ROMANISED =
  'men sen jok zhok bar kerek ya ia ti ty mi mi ne na vi vy menya mne kto gde est net ili nu eto kak ol da biz siz kim qazir kazir endi bir emes eken ma me ba dep ushin ui bul osi osy sol ada ya po zhe uzhe iz moi mne tebia tebya ona oni v s k otkuda mozhno nado seichas qandai kandai';
const ENDINGS = 'ing tion ght less ness ould nk ck th';

const codesOf = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0) - 96);

/** Up to five letters packed into one number; longer words give -1. */
function packed(codes: Uint8Array, start: number, end: number): number {
  if (end - start > 5 || end === start) return -1;
  let value = 0;
  for (let i = start; i < end; i++) value = value * 28 + (codes[i] ?? 0);
  return value;
}

const PLACES = 1024;
/** Packed small words by their remainder, and their votes; no two of the lists share a place for long. */
const keys = new Int32Array(PLACES);
const votes = new Int8Array(PLACES);
function enter(list: string, vote: number): void {
  for (const word of list.split(' ')) {
    const key = packed(codesOf(word), 0, word.length);
    if (key < 0) continue;
    let at = key % PLACES;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) % PLACES;
    if (keys[at] === key && votes[at] !== vote) votes[at] = 0;
    else votes[at] = vote;
    keys[at] = key;
  }
}
enter(ENGLISH, 1);
enter(ROMANISED, -1);

function voteOf(key: number): number {
  let at = key % PLACES;
  while (keys[at] !== 0) {
    if (keys[at] === key) return votes[at] ?? 0;
    at = (at + 1) % PLACES;
  }
  return 0;
}

/** Endings by their last letter. */
const byLast: Uint8Array[][] = Array.from({ length: 28 }, () => []);
for (const ending of ENDINGS.split(' ')) {
  const codes = codesOf(ending);
  byLast[codes[codes.length - 1] ?? 0]?.push(codes);
}

/** Ends the word in letters that English has and romanised Kazakh or Russian hardly ever? */
function endsEnglish(codes: Uint8Array, start: number, end: number): boolean {
  const endings = byLast[codes[end - 1] ?? 0] ?? [];
  for (let k = 0; k < endings.length; k++) {
    const ending = endings[k] as Uint8Array;
    let i = ending.length;
    if (end - start <= i) continue;
    while (i > 0 && ending[i - 1] === codes[end - ending.length + i - 1]) i--;
    if (i === 0) return true;
  }
  return false;
}

/** Votes of the small words of both kinds, over the first `count` of `words`. */
export function isEnglish(words: readonly Word[], count: number, spelling: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const word = words[i] as Word;
    if (!word.latin) continue;
    const key = packed(spelling, word.spelling, word.spellingEnd);
    const vote = key < 0 ? 0 : voteOf(key);
    if (vote !== 0) sum += vote;
    else if (endsEnglish(spelling, word.spelling, word.spellingEnd)) sum++;
  }
  return sum > 0;
}
