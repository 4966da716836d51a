/** Street, district and village addresses with a house number, in Kazakh, Russian and English order. */

import type { Cue } from '../lexicon.ts';
import { NUMBER } from '../words.ts';
import type { Figure } from './figures.ts';
import type { Found, Page } from './page.ts';
import { contactCue } from './words.ts';

/** First and last word of an address. */
type Span = readonly [number, number];

const SMALL =
  /^(и|мы|я|он|она|они|мен|біз|сол|на|в|по|у|с|к|за|уже|было|всего|ещё|еще|где|что|как|i|we|he|she|for|and|at|in|on|the|of|all|about|only|just|over|from|with|to|by|my|our|деген|сейчас|вчера|сегодня|бүгін|кеше)$/;
/** What a street is named like. */
const STREET_LIKE = /(ова|ева|ина|ского|ская|бая|ича|ova|eva|skaya)$|^(ата|ана)$/;
/** What a hero's name ends in: "Төле би 118". */
const RANK = /^(би|хана?|батыра?|сері|bi|khan|batyr|seri)$/;
/** A surname or an adjective with a capital needs no more than a number and a pause to be a street: "Әуезов 44,". */
const SURNAME = /([ое]ва?|(?<!скор)ая|ского|ский|[ұу]лы|[oe]va|aya|uly)$/;
/** Endings and short words between a street and its number: "Абай к-сі 5", "Мира д 5". */
const SUFFIX = /^(к|сі|ул|ка|пр|кт|д|st|str|ave|number|номер|батыра?)$/;
/** A Kazakh case: "Алматыда 3 үй" are three houses. */
const CASED = /(?:[дт][ае]н?|[ғгқк][ае])$/;

/** Words of a house number at most, said in words or with what stands after a stroke. */
const PIECES = 6;

class Addresses {
  readonly #page: Page;
  /** Numbers said in words, by their first word. */
  readonly #spoken: ReadonlyMap<number, Figure>;

  constructor(page: Page, spoken: ReadonlyMap<number, Figure>) {
    this.#page = page;
    this.#spoken = spoken;
  }

  #isName(index: number): boolean {
    const plain = this.#page.plain(index);
    return this.#page.isLetters(index) && plain.length >= 3 && !SMALL.test(plain);
  }

  /** A name with a capital that does not begin the message. */
  #isPlace(index: number): boolean {
    return index > 0 && this.#page.isCapital(index) && this.#isName(index) && !CASED.test(this.#page.plain(index));
  }

  #isCue(index: number): boolean {
    return this.#page.has(index, 'street', 'micro', 'house', 'flat');
  }

  #isNumber(index: number): boolean {
    const word = this.#page.words[index];
    // An ordinal number belongs to what stands beside it.
    if (this.#page.has(index, 'nth')) return this.#page.some(index - 1, index + 1, 'house', 'micro', 'flat');
    if (this.#spoken.has(index)) return this.#isCue(index - 1) || this.#isName(index - 1);
    return word?.kind === NUMBER && word.end - word.start <= 4;
  }

  /** Last word of the number at `index`: "17/2", "112-9", "31а". */
  #endOf(index: number): number {
    let end = this.#spoken.get(index)?.last ?? index;
    while (end < index + PIECES && /^[/-]?$/.test(this.#page.gap(end + 1)) && this.#isPart(end + 1)) end++;
    return end;
  }

  #isPart(index: number): boolean {
    return this.#page.words[index]?.kind === NUMBER || this.#spoken.has(index) || this.#page.plain(index).length === 1;
  }

  /** A number that counts something ("27 лет", "5 сағат", "14 200") is no house. */
  #isHouse(index: number): boolean {
    return this.#isNumber(index) && !this.#counts(index);
  }

  #counts(index: number): boolean {
    const next = (this.#spoken.get(index)?.last ?? index) + 1;
    const sum = this.#page.gap(next) === ' ' && /^\d{3}$/.test(this.#page.plain(next));
    const unit = this.#page.has(next, 'unit', 'money') && !this.#page.has(next, 'house');
    return sum || (unit && !this.#page.gap(next).includes(','));
  }

  /** A comma, a stop or the end follows the word. */
  #pauses(index: number): boolean {
    return /^(?:$|\s?[,.;!?()\n])/.test(this.#page.after(index));
  }

  /** First house number within four words from `from` on, passing names and "дом"; -1 for none. */
  #houseAfter(from: number): number {
    for (let i = from; i <= from + 4; i++) {
      if (i > from && /[!?\n]|\. /.test(this.#page.gap(i))) return -1;
      if (this.#isHouse(i)) return i;
      if (!this.#page.isLetters(i) && !this.#isNumber(i)) return -1;
    }
    return -1;
  }

  /** Between a street word and its number stand a name or two and "дом", nothing else. */
  #noVerbBetween(from: number, to: number): boolean {
    let names = 0;
    // "улица длинная, 3 фонаря": after a comma the number wants a name that looks like one, or "дом".
    let sure = this.#page.isCapital(from) || STREET_LIKE.test(this.#page.plain(from));
    sure ||= this.#page.has(from, 'street-name') || this.#page.has(to - 1, 'house');
    for (let i = from; i < to; i++) {
      if (!sure && this.#page.gap(i + 1).includes(',')) return false;
      if (this.#isCue(i) || this.#isNumber(i)) continue;
      if (!this.#isName(i)) return this.#page.plain(i).length < 3 && !SMALL.test(this.#page.plain(i));
      names++;
    }
    return names <= 3;
  }

  street(index: number): Span | undefined {
    const after = this.#houseAfter(index + 1);
    const named = this.#isName(index + 1) || (this.#isNumber(index + 1) && this.#isCue(index + 2));
    if (after > index + 1 && named && this.#noVerbBetween(index + 1, after)) return [index, this.#endOf(after)];
    if (!this.#isName(index - 1)) return undefined;
    if (this.#isHouse(index + 1)) return [index - 1, index + 1];
    if (this.#isCue(index + 1) && this.#isHouse(index + 2)) return [index - 1, index + 2];
    if (!this.#page.words[index]?.latin) return undefined;
    if (this.#isHouse(index - 2)) return [index - 2, index];
    return this.#isName(index - 2) && this.#isHouse(index - 3) ? [index - 3, index] : undefined;
  }

  /** "8 мкр, дом 12", "Самал-2, 33 үй", "мкр Аксай-4 дом 5". */
  micro(index: number): Span | undefined {
    for (let i = index + 1; i <= index + 6; i++) {
      if (!this.#page.has(i, 'house', 'flat')) continue;
      const number = [i + 1, i - 1].find((at) => this.#isNumber(at));
      if (number !== undefined) return [index - 1, Math.max(i, number)];
    }
    if (this.#isName(index + 1) && this.#isNumber(index + 2) && this.#isHouse(index + 3)) return [index, index + 3];
    return this.#isNumber(index - 1) && this.#isHouse(index + 1) ? [index - 1, index + 1] : undefined;
  }

  /** "дом 33 кв 5", "27-үй, 5-пәтер", "Абая дом 5", "дом 7 по Сейфуллина", "Тың 4 үй". */
  house(index: number): Span | undefined {
    const own = [index + 1, index - 1].find((i) => this.#isNumber(i));
    if (own === undefined || this.#counts(own)) return undefined;
    const before = Math.min(own, index) - 1;
    const span: Span = [before, Math.max(own, index)];
    const loose = own < index && !this.#adjoins(index);
    if (this.#nearStreet(index)) return span;
    if (this.#isPlace(before) && (!loose || /^(?:үй|дом)/.test(this.#page.plain(index)))) return span;
    if (loose) return undefined;
    if (this.#page.some(index + 1, index + 6, 'micro', 'street')) return [before + 1, index + 6];
    const flat = [2, 3, 4, 5, 6].some(
      (step) =>
        this.#page.has(index + step, 'flat') &&
        (this.#isNumber(index + step + 1) || this.#isNumber(step > 2 ? index + step - 1 : index - 1)),
    );
    const placed =
      this.#page.some(before - 1, before, 'village') || this.#page.some(before - 2, before, 'address-cue', 'street');
    return flat || placed || STREET_LIKE.test(this.#page.plain(before)) ? span : undefined;
  }

  /** Is a street with its name within some words? */
  #nearStreet(index: number): boolean {
    for (let i = index - 7; i <= index + 6; i++) {
      const named = this.#page.isCapital(i - 1) || this.#page.isCapital(i + 1);
      if (this.#page.has(i, 'street-name') || (i !== index && named && this.#page.has(i, 'street'))) return true;
    }
    return false;
  }

  /** "27-үй": the number touches the house word, or an address is spoken of. */
  #adjoins(index: number): boolean {
    return this.#page.gap(index) === '-' || this.#page.some(index - 4, index - 1, 'address-cue', 'street');
  }

  /** A name and a number with no street word: "живу на Абая 27", "Тимирязева 42, квартира 15", "Абай 27-де тұрамын". */
  name(index: number): Span | undefined {
    const at = index - 1;
    const name = this.#page.plain(at);
    const rank = RANK.test(name);
    const like = rank || STREET_LIKE.test(name);
    const gap = this.#page.gap(index);
    const fits =
      this.#isHouse(index) &&
      gap.length <= 2 &&
      !this.#page.has(at, 'unit', 'village', 'street-name') &&
      !this.#isCue(at);
    if (!fits || !(like || (this.#page.isCapital(at) && this.#isName(at)))) return undefined;
    const end = this.#endOf(index);
    if (this.#spoken.has(index) && (gap !== ' ' || !this.#pauses(end))) return undefined;
    const placed = this.#page.some(end + 1, end + 3, 'flat') && (like || !CASED.test(name));
    const sure = rank ? this.#isSure(at, index) : gap !== '-' && this.#isPlaced(index, end);
    return placed || sure ? [rank ? at - 1 : at, end] : undefined;
  }

  /** Does what stands around the name before `index` tell that it is a street? */
  #isPlaced(index: number, end: number): boolean {
    const at = index - 1;
    const name = this.#page.plain(at);
    const capital = at > 0 && this.#page.isCapital(at);
    if (
      this.#page.some(index - 5, index - 1, 'address-cue', 'street') ||
      this.#page.some(end + 1, end + 3, 'address-cue')
    )
      return capital || STREET_LIKE.test(name);
    const on = /^(?:на|по|at|on)$/.test(this.#page.plain(at - 1));
    const pauses = this.#pauses(end);
    const opens = [at, at - 1].some((i) => /[,:;(\n]/.test(this.#page.gap(i)));
    if (!capital) return false;
    if (SURNAME.test(name) && (pauses || on || opens)) return true;
    // What one takes or rides ends otherwise: "на Лирике 300", "на Барсу 2".
    return pauses && ((on && !/[еиую]$/.test(name)) || (opens && this.#page.some(at - 5, at - 1, 'village')));
  }

  /** "house number is like the ambulance, 103": a number within a few words. */
  houseNumber(index: number): Span | undefined {
    for (let i = index + 1; i <= index + 7; i++) if (this.#isHouse(i)) return [index - 2, i];
    return undefined;
  }

  /** "Сейфуллина 40", "Төле би 118", "16 Gogol": a street known by its name, `last` its last word, and a house. */
  known(index: number, last: number): Span | undefined {
    for (let i = last + 1; i <= last + 3; i++) {
      const said = i === last + 1 && this.#spoken.has(i) && !this.#counts(i);
      if ((said || this.#isHouse(i)) && !this.#page.has(i + 1, 'order'))
        return this.#isSure(index, i) ? [index, this.#endOf(i)] : undefined;
      if (!this.#isCue(i) && !SUFFIX.test(this.#page.plain(i))) break;
    }
    const english = this.#page.words[index]?.latin && this.#page.reading.english;
    return english && this.#isHouse(index - 1) ? [index - 1, last] : undefined;
  }

  /** "на Достык 3 кафе" and "Сарыарқа-7" are no addresses: a small number wants a pause or a word of living there. */
  #isSure(index: number, house: number): boolean {
    const end = this.#endOf(house);
    const long = !this.#spoken.has(house) && this.#page.plain(house).length > 1;
    const cued = this.#isCue(end + 1) || this.#isCue(house - 1) || this.#page.some(end + 1, end + 3, 'address-cue');
    const sure = long || cued || this.#pauses(end) || this.#page.some(index - 5, index - 1, 'address-cue', 'street');
    return sure && this.#page.gap(house) !== '-';
  }
}

const PARTS = new Map(
  (['street', 'micro', 'house', 'houseNumber', 'known'] as const).map((part, i) => [
    contactCue(['street', 'micro', 'house', 'house-number', 'street-name'][i] ?? ''),
    part,
  ]),
);

/** Every address. `cues` are those of `contactLists`; `figures` all numbers of the message. */
export function findAddresses(page: Page, cues: readonly Cue[], figures: readonly Figure[]): Found[] {
  const said = figures.filter(({ spelled, digits }) => spelled && !digits.startsWith('0'));
  const search = new Addresses(page, new Map(said.map((figure) => [figure.first, figure])));
  const spans: (Span | undefined)[] = [];
  for (const { cue, first, last } of cues) {
    const part = PARTS.get(cue);
    if (part) spans.push(search[part](first, last));
  }
  for (const { first } of figures) spans.push(search.name(first));
  return spans
    .filter((span) => span !== undefined)
    .map(([first, last]) => ({
      rule: 'address',
      first: Math.max(0, first),
      last: Math.min(last, page.words.length - 1),
    }));
}
