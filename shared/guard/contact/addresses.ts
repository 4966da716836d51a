/** Street, district and village addresses with a house number, in Kazakh, Russian and English order. */

import type { Cue } from '../lexicon.ts';
import { LETTERS, NUMBER, type Reading } from '../words.ts';
import type { Found, Marks } from './numbers.ts';
import { contactCue } from './words.ts';

/** What the search for addresses needs. `spoken`: words where a number said in words begins. */
export interface Place {
  reading: Reading;
  marks: Marks;
  /** The original. */
  text: string;
  spoken: ReadonlySet<number>;
}

function isNumber(place: Place, index: number): boolean {
  const word = place.reading.words[index];
  if (place.spoken.has(index)) return isCue(place, index - 1) || isName(place, index - 1);
  return word?.kind === NUMBER && word.end - word.start <= 4;
}

/** A number that counts something ("27 лет", "5 сағат") is no house. */
function isHouse(place: Place, index: number): boolean {
  return isNumber(place, index) && !counted(place, index + 1);
}

function counted(place: Place, next: number): boolean {
  return place.marks(next, 'unit') && !place.marks(next, 'house') && !place.marks(next, 'flat');
}

/** Does the original word begin with a capital? Only a hint: many write without. */
function isCapital(place: Place, index: number): boolean {
  const word = place.reading.words[index];
  if (!word || word.kind !== LETTERS) return false;
  const letter = place.text[place.reading.folded.from[word.start] ?? 0] ?? '';
  return letter !== letter.toLowerCase();
}

const isLetters = (place: Place, index: number) => place.reading.words[index]?.kind === LETTERS;

function plainOf(place: Place, index: number): string {
  const word = place.reading.words[index];
  return word ? place.reading.folded.plain.slice(word.start, word.end) : '';
}

function isCue(place: Place, index: number): boolean {
  return ['street', 'micro', 'house', 'flat'].some((cue) => place.marks(index, cue));
}

/** First house number at `from` or within `reach` words after it, passing names and "дом". */
function houseAfter(place: Place, from: number, reach: number): number {
  for (let i = from; i <= from + reach && i < place.reading.words.length; i++) {
    if (isHouse(place, i)) return i;
    if (!isLetters(place, i) && !isNumber(place, i)) return -1;
  }
  return -1;
}

const SMALL =
  /^(и|мы|я|он|она|они|мен|біз|сол|на|в|по|у|с|к|за|уже|было|всего|ещё|еще|где|что|как|i|we|he|she|for|and|at|in|on|the|of|all|about|only|just|over|from|with|to|by|my|our|деген|сейчас|вчера|сегодня|бүгін|кеше)$/;

function isName(place: Place, index: number): boolean {
  return isLetters(place, index) && plainOf(place, index).length >= 3 && !SMALL.test(plainOf(place, index));
}

function byStreet(place: Place, index: number): Found | undefined {
  const after = houseAfter(place, index + 1, 4);
  const nameFollows = isName(place, index + 1) || (isNumber(place, index + 1) && isCue(place, index + 2));
  if (after > 0 && nameFollows && after > index + 1 && noVerbBetween(place, index + 1, after))
    return { rule: 'address', first: index, last: after };
  const named = isName(place, index - 1);
  if (named && isHouse(place, index + 1)) return { rule: 'address', first: index - 1, last: index + 1 };
  if (named && isCue(place, index + 1) && isHouse(place, index + 2))
    return { rule: 'address', first: index - 1, last: index + 2 };
  if (named && isHouse(place, index - 2) && place.reading.words[index]?.latin)
    return { rule: 'address', first: index - 2, last: index };
  if (named && isName(place, index - 2) && isHouse(place, index - 3) && place.reading.words[index]?.latin)
    return { rule: 'address', first: index - 3, last: index };
  return undefined;
}

/** Between a street word and its number stand a name or two and "дом", nothing else. */
function noVerbBetween(place: Place, from: number, to: number): boolean {
  let names = 0;
  for (let i = from; i < to; i++) {
    if (isCue(place, i) || isNumber(place, i)) continue;
    if (!isName(place, i)) return plainOf(place, i).length < 3 && !SMALL.test(plainOf(place, i));
    names++;
  }
  return names <= 3;
}

/** "8 мкр, дом 12", "Самал-2, 33 үй", "мкр Аксай-4 дом 5". */
function byDistrict(place: Place, index: number): Found | undefined {
  for (let i = index + 1; i <= index + 6 && i < place.reading.words.length; i++) {
    const house = place.marks(i, 'house') || place.marks(i, 'flat');
    if (house && isNumber(place, i + 1)) return { rule: 'address', first: Math.max(0, index - 1), last: i + 1 };
    if (house && isNumber(place, i - 1)) return { rule: 'address', first: Math.max(0, index - 1), last: i };
  }
  const numbered = isNumber(place, index + 2) && isName(place, index + 1);
  if (numbered && isHouse(place, index + 3)) return { rule: 'address', first: index, last: index + 3 };
  if (isNumber(place, index - 1) && isHouse(place, index + 1))
    return { rule: 'address', first: index - 1, last: index + 1 };
  return undefined;
}

/** "дом 33 кв 5", "27-үй, 5-пәтер", "Абая дом 5", "Тимирязева 42, квартира 15". */
function byHouse(place: Place, index: number): Found | undefined {
  const own = isNumber(place, index + 1)
    ? index + 1
    : isNumber(place, index - 1) && adjoins(place, index)
      ? index - 1
      : -1;
  if (own < 0 || counted(place, own + 1)) return undefined;
  for (let i = index + 1; i <= index + 5; i++) {
    if (i !== index && place.marks(i, 'flat') && (isNumber(place, i + 1) || isNumber(place, i - 1)))
      return { rule: 'address', first: index - 1, last: i + 1 };
  }
  for (let i = index + 1; i <= index + 6; i++)
    if (place.marks(i, 'micro') || place.marks(i, 'street'))
      return { rule: 'address', first: Math.min(own, index), last: i };
  const before = Math.min(own, index) - 1;
  if (isCapital(place, before) && isName(place, before) && before > 0)
    return { rule: 'address', first: before, last: Math.max(own, index) };
  if (isName(place, before) && /(ова|ева|ина|ого|ая|ой|ская|ский|баев|баева|ұлы|ов|ев)$/.test(plainOf(place, before)))
    return { rule: 'address', first: before, last: Math.max(own, index) };
  if (place.marks(before, 'village') || place.marks(before - 1, 'village'))
    return { rule: 'address', first: before, last: Math.max(own, index) };
  return cuedBefore(place, before + 1, 3) ? { rule: 'address', first: before, last: Math.max(own, index) } : undefined;
}

/** "27 үй", "27-үй": the number touches the house word or is one space away. */
function adjoins(place: Place, index: number): boolean {
  const gap = (place.reading.words[index]?.start ?? 0) - (place.reading.words[index - 1]?.end ?? 0);
  return (
    gap <= 1 &&
    (place.reading.folded.codes[(place.reading.words[index]?.start ?? 1) - 1] === 45 ||
      place.marks(index, 'flat') ||
      cuedBefore(place, index, 4))
  );
}

function cuedBefore(place: Place, index: number, reach: number): boolean {
  for (let i = Math.max(0, index - reach); i < index; i++)
    if (place.marks(i, 'address-cue') || place.marks(i, 'street')) return true;
  return false;
}

/** A name and a number with no street word: "живу на Абая 27", "Тимирязева 42, квартира 15", "Абай 27-де тұрамын". */
function byName(place: Place, index: number): Found | undefined {
  const short = streetLike(plainOf(place, index - 1));
  if (
    !isHouse(place, index) ||
    !(isName(place, index - 1) || short) ||
    isCue(place, index - 1) ||
    place.marks(index - 1, 'unit')
  )
    return undefined;
  const gap = (place.reading.words[index]?.start ?? 0) - (place.reading.words[index - 1]?.end ?? 0);
  if (gap > 2) return undefined;
  const flat = [index + 1, index + 2, index + 3].some(
    (i) => place.marks(i, 'flat') && (isNumber(place, i + 1) || isNumber(place, i - 1) || place.marks(i, 'flat')),
  );
  const found = { rule: 'address', first: index - 1, last: index };
  if (flat && (isCapital(place, index - 1) || streetLike(plainOf(place, index - 1)))) return found;
  const capital = isCapital(place, index - 1) && index > 1;
  if (capital && surname(plainOf(place, index - 1)) && pauses(place, index)) return found;
  if (!capital && !streetLike(plainOf(place, index - 1))) return undefined;
  return cuedBefore(place, index, 5) || livesAfter(place, index) ? found : undefined;
}

const streetLike = (name: string) =>
  /(ова|ева|ина|ского|ская|баева|бая|аева|ича)$|^(би|хан|батыр|ата|ана|сері|bi|khan|batyr|seri)$/.test(name);
/** A surname with a capital needs no more than a number and a pause to be a street: "Әуезов 44,". */
const surname = (name: string) => /(ов|ев|ова|ева|ин|ский|баев|ұлы)$/.test(name);

/** A comma, a stop or the end follows. */
function pauses(place: Place, index: number): boolean {
  const code = place.reading.folded.codes[place.reading.words[index]?.end ?? 0] ?? 0;
  return index === place.reading.words.length - 1 || code === 44 || code === 46;
}

function livesAfter(place: Place, index: number): boolean {
  return [1, 2, 3].some((step) => place.marks(index + step, 'live') || place.marks(index + step, 'address-cue'));
}

/** "house number is like the ambulance, 103": a number within a few words. */
function byHouseNumber(place: Place, index: number): Found | undefined {
  for (let i = index + 1; i <= index + 7; i++)
    if (isHouse(place, i)) return { rule: 'address', first: Math.max(0, index - 2), last: i };
  return undefined;
}

/** "Сейфуллина 40", "Төле би 118", "16 Gogol": a street known by its name, `last` its last word, and a house. */
function byKnownName(place: Place, index: number, last: number): Found | undefined {
  for (let i = last + 1; i <= last + 3; i++) {
    if (isHouse(place, i) && !place.marks(i + 1, 'order')) return { rule: 'address', first: index, last: i };
    if (!isLetters(place, i) || !(isCue(place, i) || SUFFIX.test(plainOf(place, i)))) break;
  }
  const before = isHouse(place, index - 1) && place.reading.words[index]?.latin && place.reading.english;
  return before ? { rule: 'address', first: index - 1, last } : undefined;
}

/** Endings and short words between a street and its number: "Абай к-сі 5", "Мира д 5". */
const SUFFIX = /^(к|сі|ул|ка|пр|кт|д|st|str|ave)$/;

const STREET_NAME = contactCue('street-name');
const PARTS = new Set(['street', 'micro', 'house', 'house-number'].map((name) => contactCue(name)));

function partAt(place: Place, index: number): Found | undefined {
  const { marks } = place;
  return (
    (marks(index, 'street') ? byStreet(place, index) : undefined) ??
    (marks(index, 'micro') ? byDistrict(place, index) : undefined) ??
    (marks(index, 'house') ? byHouse(place, index) : undefined) ??
    (marks(index, 'house-number') ? byHouseNumber(place, index) : undefined)
  );
}

/** Every address. `cues` are those of `contactWords`. */
export function findAddresses(place: Place, cues: readonly Cue[]): Found[] {
  const { words } = place.reading;
  const found: (Found | undefined)[] = [];
  for (const { cue, first, last } of cues) {
    if (PARTS.has(cue)) found.push(partAt(place, first));
    else if (cue === STREET_NAME) found.push(byKnownName(place, first, last));
  }
  for (let i = 0; i < words.length; i++) if (words[i]?.kind === NUMBER) found.push(byName(place, i));
  return found.flatMap((hit) =>
    hit ? [{ ...hit, first: Math.max(0, hit.first), last: Math.min(hit.last, words.length - 1) }] : [],
  );
}
