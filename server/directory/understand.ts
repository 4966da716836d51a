import type { Listing, Region } from '../../shared/directory.ts';
import type { Word } from './fold.ts';
import { type Hit, Phrases } from './phrases.ts';
import { loadNeeds, loadPlaces, type Need } from './words.ts';

export interface Place {
  region: string;
  city: string | null;
}

/** A question read: where, what for, and which of its words nothing has explained yet. */
export interface Reading {
  place: Place | null;
  needs: { need: Need; quality: number }[];
  explained: ReadonlySet<number>;
}

const KIND_OF_PLACE = /облысы|область|region|oblysy|қаласы|город/gi;

/** Reads questions with the word pages, the regions of the directory and the cities that its entries name. */
export class Understanding {
  readonly needs: Need[] = loadNeeds();
  readonly #needs = new Phrases<Need>({ endings: false });
  readonly #places = new Phrases<Place>({ endings: true });

  constructor(regions: readonly Region[], listings: readonly Listing[]) {
    for (const need of this.needs) {
      for (const phrase of need.phrases) this.#needs.add(phrase, need);
      for (const phrase of need.english) this.#needs.add(phrase, need, true);
    }
    for (const { region, city, names } of loadPlaces())
      for (const name of names) this.#places.add(name, { region, city });
    for (const region of regions) this.#addRegion(region);
    const cities = new Map(listings.filter(({ city }) => city !== '').map((entry) => [entry.city, entry.region]));
    for (const [city, region] of cities) if (region) this.#places.add(city, { region, city });
  }

  /** `isName` tells which words stand in the name of an entry and so are not misspelt. */
  read(words: Word[], isName: (word: string) => boolean): Reading {
    const known = (word: Word) => this.#needs.knows(word) || this.#places.knows(word) || isName(word.text);
    const places = this.#places.find(words, known);
    const needs = this.#needs.find(words, known);
    const longest = longestAt(words.length, [...places, ...needs]);
    const kept = ({ used }: Hit<unknown>) => used.every((at) => (longest[at] ?? 0) <= used.length);
    const place = places.filter(kept).sort(closer)[0];
    const explained = new Set(place?.used);
    const found = new Map<Need, number>();
    for (const hit of needs.filter(kept)) {
      for (const at of hit.used) explained.add(at);
      found.set(hit.value, Math.max(hit.quality, found.get(hit.value) ?? 0));
    }
    return {
      place: place?.value ?? null,
      needs: [...found].map(([need, quality]) => ({ need, quality })),
      explained,
    };
  }

  #addRegion({ code: region, name, also, centre, cities }: Region): void {
    const names = [name.kk, name.ru, name.en, ...also];
    // «Батыс Қазақстан» without «облысы»
    for (const called of [...names, ...names.map((each) => each.replace(KIND_OF_PLACE, '').trim())]) {
      this.#places.add(called, { region, city: null });
    }
    const capital = cities.find((city) => city === centre.ru) ?? centre.ru;
    const spelt = Object.values(centre).flatMap((text) => text.split(/[()]/));
    for (const called of spelt) this.#places.add(called, { region, city: capital });
    for (const city of cities) this.#places.add(city, { region, city });
  }
}

/** For each word, the length of the longest phrase that holds it: «молодёжный центр» is not also «центр». */
function longestAt(length: number, hits: Hit<unknown>[]): number[] {
  const longest = new Array<number>(length).fill(0);
  for (const { used } of hits) for (const at of used) longest[at] = Math.max(longest[at] ?? 0, used.length);
  return longest;
}

/** More words, then fewer slips, then a city before a region of the same name (Алматы is the city unless the question says region). */
const closer = (a: Hit<Place>, b: Hit<Place>): number =>
  b.used.length - a.used.length ||
  b.quality - a.quality ||
  Number(b.value.city !== null) - Number(a.value.city !== null);
