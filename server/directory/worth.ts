import type { Listing } from '../../shared/directory.ts';
import { anonymityOf, audiencesOf, costOf } from './facets.ts';
import type { Need } from './words.ts';

type Facts = Record<string, string[]>;

/** How much an entry is worth to each need: `worth.get(need)[entry]`, 0 when it does not answer it. */
export function worthOf(needs: readonly Need[], listings: readonly Listing[]): Map<Need, Float32Array> {
  const facts = listings.map(factsOf);
  return new Map(needs.map((need) => [need, Float32Array.from(facts, (entry) => worth(need, entry))]));
}

function worth(need: Need, facts: Facts): number {
  let sum = 0;
  for (const wish of need.listings) {
    if (wish.conditions.every(({ field, value }) => facts[field]?.includes(value))) sum += wish.worth;
  }
  return sum;
}

const factsOf = (listing: Listing): Facts => ({
  kind: [listing.kind],
  service: listing.services,
  id: [listing.id],
  language: listing.languages,
  for: audiencesOf(listing),
  cost: [costOf(listing)],
  anonymous: [anonymityOf(listing)],
  addiction: [listing.addictionSpecific === null ? 'unknown' : listing.addictionSpecific ? 'yes' : 'no'],
});
