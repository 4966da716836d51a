import type { FacetName, Listing, Region } from '../../shared/directory.ts';
import type { DirectoryData, DirectoryQuery, DirectoryResult } from '../ports/directory.ts';
import { Columns, type Wanted } from './columns.ts';
import { digitsOf, otherLayout, tokens, words } from './fold.ts';
import { Lines } from './lines.ts';
import { distancesFrom, farFrom } from './nearest.ts';
import { best, type Order, orderBy } from './order.ts';
import { type Question, type Scored, Scoring } from './scoring.ts';
import { TextIndex } from './text-index.ts';
import { Understanding } from './understand.ts';
import { loadGeneric } from './words.ts';

const PAGE = 100;
const INSTEAD = 5;

/** Everything that a question needs, built once from what the database holds. Nothing in it changes afterwards. */
export class Search {
  readonly #listings: readonly Listing[];
  readonly #regions: ReadonlyMap<string, Region>;
  readonly #columns: Columns;
  readonly #text: TextIndex;
  readonly #understanding: Understanding;
  readonly #scoring: Scoring;
  readonly #lines: Lines;
  readonly #orders: { relevance: Order; freshest: Order };
  readonly #everyone: Uint8Array;

  /** `now` in ms since 1970 decides which entries are stale. */
  constructor({ listings, helplines, regions }: DirectoryData, now: number) {
    const generic = new Set(loadGeneric().flatMap(tokens));
    this.#listings = listings;
    this.#regions = new Map(regions.map((region) => [region.code, region]));
    this.#columns = new Columns(listings);
    this.#text = new TextIndex(listings, generic);
    this.#understanding = new Understanding(regions, listings);
    this.#scoring = new Scoring(listings, { needs: this.#understanding.needs, text: this.#text, generic }, now);
    this.#lines = new Lines(helplines, regions, generic);
    this.#orders = { relevance: orderBy(listings, 'use'), freshest: orderBy(listings, 'freshness') };
    this.#everyone = new Uint8Array(listings.length).fill(1);
  }

  /** Answers a question of any text; never throws. */
  ask(query: DirectoryQuery): DirectoryResult {
    const question = this.#read(query);
    const scored = this.#scoring.score(question);
    const { passed, counts } = this.#columns.select(wanted(query, question.region), scored.candidate);
    const { place, needs, explained } = question.reading;
    return {
      listings: this.#page(passed, scored.scores, query),
      total: passed.length,
      helplines: this.#lines.rank({ ...question, needs, words: question.words.filter((_, at) => !explained.has(at)) }),
      understood: { place, needs: needs.map(({ need }) => need.name) },
      counts,
      perRegion: counts.region,
      perKind: counts.kind,
      instead: passed.length > 0 ? [] : this.#instead(query, question.region, scored),
      alsoThere: passed.length > 0 ? [] : this.#alsoThere(question.region),
    };
  }

  #read(query: DirectoryQuery): Question {
    const question = this.#readText(query.q, query);
    if (question.words.length === 0 || this.#means(question)) return question;
    const other = this.#readText(otherLayout(query.q), query);
    return this.#means(other) ? other : question;
  }

  #readText(q: string, { region: chosen, lang }: DirectoryQuery): Question {
    const found = words(q);
    const reading = this.#understanding.read(found, (word) => this.#text.knows(word));
    const region = chosen ?? reading.place?.region ?? null;
    const city = reading.place?.region === region ? (reading.place?.city ?? null) : null;
    return { words: found.map(({ text }) => text), digits: digitsOf(q), reading, region, city, lang };
  }

  #means({ words: said, digits, reading }: Question): boolean {
    return reading.explained.size > 0 || digits !== null || said.some((word) => this.#text.knows(word));
  }

  #page(entries: number[], scores: Float32Array, { sort, offset = 0, limit = PAGE }: DirectoryQuery): Listing[] {
    const [by, order] = sort === 'freshest' ? [NOTHING, this.#orders.freshest] : [scores, this.#orders.relevance];
    return this.#listed(best(entries, offset + limit, by, order).slice(offset));
  }

  /** The nearest of the kind: the place is let go first, then the other filters, then the words. */
  #instead(query: DirectoryQuery, region: string | null, { candidate, scores }: Scored): Listing[] {
    const filters = wanted(query, null);
    const tries: [Wanted, Uint8Array][] = [
      [filters, candidate],
      [{}, candidate],
      [filters, this.#everyone],
      [{}, this.#everyone],
    ];
    for (const [filter, among] of tries) {
      const passed = this.#columns.passing(filter, among);
      if (passed.length > 0) return this.#nearest(passed, scores, region);
    }
    return [];
  }

  #nearest(entries: number[], scores: Float32Array, region: string | null): Listing[] {
    const home = region === null ? undefined : this.#regions.get(region);
    if (!home) return this.#listed(best(entries, INSTEAD, scores, this.#orders.relevance));
    const distances = distancesFrom(home, this.#regions.values());
    const far = new Float32Array(this.#listings.length);
    // Whole kilometres first, the score only between entries at one place (a score stays under 100 there).
    for (const entry of entries) {
      far[entry] = (scores[entry] as number) - Math.round(farFrom(this.#listings[entry] as Listing, distances)) * 100;
    }
    return this.#listed(best(entries, INSTEAD, far, this.#orders.relevance));
  }

  #alsoThere(region: string | null): Listing[] {
    if (region === null) return [];
    const passed = this.#columns.passing({ region }, this.#everyone);
    return this.#listed(best(passed, INSTEAD, NOTHING, this.#orders.relevance));
  }

  #listed(entries: number[]): Listing[] {
    return entries.map((entry) => this.#listings[entry] as Listing);
  }
}

const NOTHING = new Float32Array(0);

const yesNo = (value: boolean | null | undefined): string | null => (value == null ? null : value ? 'yes' : 'no');

/** The filters of a question as values of the columns, without those that are not set. */
function wanted(query: DirectoryQuery, region: string | null): Wanted {
  const values: Record<FacetName, string | null | undefined> = {
    region,
    city: query.city,
    kind: query.kind,
    service: query.service,
    forWhom: query.forWhom,
    language: query.language,
    cost: query.cost,
    addictionSpecific: yesNo(query.addictionSpecific),
    hasPhone: yesNo(query.hasPhone),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as Wanted;
}
