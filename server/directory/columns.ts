import type { FacetCounts, FacetName, Listing } from '../../shared/directory.ts';
import { FACETS, facetsOf } from './facets.ts';

/** The values of all entries for one filter: entry `n` has `values[ids[k]]` for k from `starts[n]` to `starts[n + 1]`. */
interface Column {
  facet: FacetName;
  values: string[];
  starts: Uint32Array;
  ids: Uint16Array;
}

export type Wanted = Partial<Record<FacetName, string>>;

/** What every filter would leave, counted in one pass over the entries. */
export class Columns {
  readonly #columns: Column[];
  readonly #size: number;

  constructor(listings: readonly Listing[]) {
    const all = listings.map(facetsOf);
    this.#size = listings.length;
    this.#columns = FACETS.map((facet) => column(facet, all));
  }

  /**
   * Entries that pass every wanted value among those with `candidate[n] !== 0`, and for each filter how many entries each
   * of its values would give with the other filters as they are.
   */
  select(wanted: Wanted, candidate: Uint8Array): { passed: number[]; counts: FacetCounts } {
    const tallies = this.#columns.map(({ values }) => new Uint32Array(values.length));
    const sought = this.#sought(wanted);
    const passed: number[] = [];
    for (let entry = 0; entry < this.#size; entry++) {
      if (candidate[entry] === 0) continue;
      const failed = this.#failed(entry, sought);
      if (failed === MANY) continue;
      if (failed === NONE) passed.push(entry);
      this.#count(entry, tallies, failed);
    }
    const counts = this.#columns.map(({ facet, values }, n) => [facet, named(values, tallies[n])]);
    return { passed, counts: Object.fromEntries(counts) as FacetCounts };
  }

  /** As `select`, without the counts. */
  passing(wanted: Wanted, candidate: Uint8Array): number[] {
    const sought = this.#sought(wanted);
    const passed: number[] = [];
    for (let entry = 0; entry < this.#size; entry++) {
      if (candidate[entry] !== 0 && this.#failed(entry, sought) === NONE) passed.push(entry);
    }
    return passed;
  }

  #sought(wanted: Wanted): number[] {
    return this.#columns.map(({ facet, values }) => {
      const value = wanted[facet];
      return value === undefined ? ANY : values.indexOf(value);
    });
  }

  /** The one column that the entry fails, NONE or MANY. */
  #failed(entry: number, sought: number[]): number {
    let failed = NONE;
    for (let n = 0; n < sought.length; n++) {
      const value = sought[n] ?? ANY;
      if (value === ANY || this.#has(n, entry, value)) continue;
      if (failed !== NONE) return MANY;
      failed = n;
    }
    return failed;
  }

  #has(n: number, entry: number, value: number): boolean {
    const { starts, ids } = this.#columns[n] as Column;
    for (let k = starts[entry] ?? 0; k < (starts[entry + 1] ?? 0); k++) if (ids[k] === value) return true;
    return false;
  }

  /** An entry that fails one filter alone counts for the other values of that filter. */
  #count(entry: number, tallies: Uint32Array[], failed: number): void {
    for (let n = 0; n < tallies.length; n++) {
      if (failed !== NONE && failed !== n) continue;
      const { starts, ids } = this.#columns[n] as Column;
      const tally = tallies[n] as Uint32Array;
      for (let k = starts[entry] ?? 0; k < (starts[entry + 1] ?? 0); k++) {
        const id = ids[k] as number;
        tally[id] = (tally[id] as number) + 1;
      }
    }
  }
}

const ANY = -2;
const NONE = -1;
const MANY = -3;

function column(facet: FacetName, all: Record<FacetName, string[]>[]): Column {
  const known = new Map<string, number>();
  const starts = new Uint32Array(all.length + 1);
  const ids: number[] = [];
  all.forEach((facets, entry) => {
    for (const value of new Set(facets[facet])) {
      if (!known.has(value)) known.set(value, known.size);
      ids.push(known.get(value) ?? 0);
    }
    starts[entry + 1] = ids.length;
  });
  return { facet, values: [...known.keys()], starts, ids: Uint16Array.from(ids) };
}

function named(values: string[], tally: Uint32Array | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  values.forEach((value, n) => {
    const count = tally?.[n] ?? 0;
    if (count > 0) counts[value] = count;
  });
  return counts;
}
