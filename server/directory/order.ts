import { LISTING_KINDS, type Listing } from '../../shared/directory.ts';
import { checkedOn } from './freshness.ts';

const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

/** Entries that a question likes equally: those who treat first, the surer, those with a number, then by name. */
const byUse = (a: Listing, b: Listing): number =>
  LISTING_KINDS.indexOf(a.kind) - LISTING_KINDS.indexOf(b.kind) ||
  CONFIDENCE[a.confidence] - CONFIDENCE[b.confidence] ||
  Number(b.phones.length > 0) - Number(a.phones.length > 0) ||
  compare(a.name.ru, b.name.ru) ||
  compare(a.id, b.id);

const byFreshness = (a: Listing, b: Listing): number => compare(freshest(b), freshest(a)) || byUse(a, b);

const freshest = ({ source }: Listing): string => source.calledOn ?? (source.date || checkedOn(source));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The listings in the stable order of the directory. */
export const inOrder = (listings: readonly Listing[]): Listing[] => [...listings].sort(byUse);

/** An order of the entries: `rank[entry]`, and `entry[rank]` the other way. */
export interface Order {
  rank: Uint32Array;
  entry: Uint32Array;
}

export function orderBy(listings: readonly Listing[], by: 'use' | 'freshness'): Order {
  const numbers = Array.from(listings, (_, entry) => entry);
  const compared = by === 'use' ? byUse : byFreshness;
  const at = (entry: number): Listing => listings[entry] as Listing;
  const entry = Uint32Array.from(numbers.sort((a, b) => compared(at(a), at(b))));
  const rank = new Uint32Array(listings.length);
  entry.forEach((number, place) => {
    rank[number] = place;
  });
  return { rank, entry };
}

/** Ranks stay under this, so that score and rank fit one exact number. */
const SPAN = 2 ** 24;

/** The `count` best of `entries`: by falling score, then by the order. One pass and a heap, so that 20,000 are quick. */
export function best(entries: readonly number[], count: number, scores: Float32Array, order: Order): number[] {
  const key = (entry: number) => (order.rank[entry] ?? 0) - Math.round((scores[entry] ?? 0) * 1000) * SPAN;
  const heap = new Float64Array(Math.min(count, entries.length));
  for (let n = 0; n < entries.length; n++) {
    const next = key(entries[n] as number);
    if (n < heap.length) heap[n] = next;
    if (n === heap.length - 1) heap.sort().reverse();
    if (n >= heap.length && heap.length > 0 && next < (heap[0] as number)) replaceWorst(heap, next);
  }
  heap.sort();
  return Array.from(heap, (each) => order.entry[((each % SPAN) + SPAN) % SPAN] ?? 0);
}

/** The worst stands at the root (a falling array is such a heap); the new one sinks to its place. */
function replaceWorst(heap: Float64Array, next: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] as number) > (heap[child] as number)) child++;
    if ((heap[child] as number) <= next) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = next;
}
