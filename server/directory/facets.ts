import type { Audience, Cost, FacetName, Listing } from '../../shared/directory.ts';

const WOMEN = /women|женск|\(женская\)|әйелдер/i;
const MEN = /\bmen only|мужск|ерлер/i;

/** For whom an entry is, as its services, name and notes say; empty when nothing says. */
export function audiencesOf(listing: Listing): Audience[] {
  const said = `${listing.name.ru} ${listing.name.kk} ${listing.name.en} ${listing.notes}`;
  const found: Audience[] = [];
  if (listing.services.includes('youth')) found.push('youth');
  if (listing.services.includes('family')) found.push('families');
  if (WOMEN.test(said)) found.push('women');
  else if (MEN.test(said)) found.push('men');
  return found;
}

/** What the quoted claim begins with. "free under GOBMP only for people attached to Almaty" is `free`; the claim itself is shown. */
export function costOf(listing: Listing): Cost {
  if (/^free\b/i.test(listing.cost)) return 'free';
  return /^paid\b/i.test(listing.cost) ? 'paid' : 'unknown';
}

/** `yes`, `confidential` or `unknown`, read from the quoted claim. */
export function anonymityOf(listing: Listing): 'yes' | 'confidential' | 'unknown' {
  if (/^yes\b/i.test(listing.anonymous)) return 'yes';
  return /^"?confidential/i.test(listing.anonymous) ? 'confidential' : 'unknown';
}

const yesNo = (value: boolean | null): string[] => (value === null ? [] : [value ? 'yes' : 'no']);

/** The values of an entry for every filter. */
export function facetsOf(listing: Listing): Record<FacetName, string[]> {
  return {
    region: listing.region === null ? [] : [listing.region],
    city: listing.city === '' ? [] : [listing.city],
    kind: [listing.kind],
    service: listing.services,
    forWhom: audiencesOf(listing),
    language: listing.languages,
    cost: [costOf(listing)],
    addictionSpecific: yesNo(listing.addictionSpecific),
    hasPhone: yesNo(listing.phones.length > 0),
  };
}

export const FACETS: readonly FacetName[] = [
  'region',
  'city',
  'kind',
  'service',
  'forWhom',
  'language',
  'cost',
  'addictionSpecific',
  'hasPhone',
];
