import type { Lang } from './languages.ts';

/** A published help line. Fields that no source gives are empty strings, never guesses. */
export interface Helpline {
  id: string;
  /** As printed by the source. */
  number: string;
  name: Record<Lang, string>;
  what: string;
  audience: string;
  coverage: string;
  hours: string;
  languages: string[];
  cost: string;
  otherChannels: string;
  /** Shown beside the number when the sources disagree or there is only one (`publish = yes_with_note`). */
  note: string | null;
  confidence: 'high' | 'medium' | 'low';
  source: Source;
}

/** Where and when a fact was read. `date` is the source's own; when empty show `readOn` and "not called yet". */
export interface Source {
  url: string;
  date: string;
  readOn: string;
  /** Set when two volunteers have called and confirmed. */
  calledOn: string | null;
  secondUrl: string;
  /** Somebody looks into whether it is still right (ISO date and time): enough visitors, or a volunteer, said it is not. */
  checkingSince: string | null;
}

export interface Phone {
  /** As printed. */
  number: string;
  /** E.164 where it can be parsed, otherwise the digits to dial (short numbers). */
  dial: string;
  remark: string;
}

export const LISTING_KINDS = [
  'state_centre',
  'primary_care_point',
  'republican_centre',
  'self_help_group',
  'private_rehab',
  'youth_health_centre',
] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export interface Listing {
  id: string;
  slug: string;
  kind: ListingKind;
  name: Record<Lang, string>;
  organisation: string;
  /** ISO 3166-2 code of the region, null for online groups. */
  region: string | null;
  city: string;
  address: { ru: string; kk: string };
  phones: Phone[];
  hours: string;
  website: string;
  ownership: '' | 'state' | 'private' | 'self_help';
  services: string[];
  languages: string[];
  /** Quoted claims, shown as such. */
  cost: string;
  anonymous: string;
  addictionSpecific: boolean | null;
  lat: number | null;
  lon: number | null;
  confidence: 'high' | 'medium' | 'low';
  source: Source;
  notes: string;
}

export interface Region {
  code: string;
  kind: 'region' | 'city';
  name: Record<Lang, string>;
  /** Other spellings people search by. */
  also: string[];
  centre: Record<Lang, string>;
  lat: number;
  lon: number;
  cities: string[];
}

/** For whom an entry is, as far as its services, name or notes say so. */
export const AUDIENCES = ['youth', 'families', 'women', 'men'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What the quoted claim about cost begins with; `unknown` when no source says anything. */
export const COSTS = ['free', 'paid', 'unknown'] as const;
export type Cost = (typeof COSTS)[number];

/** The orders a list can be asked for. "Near me" is sorted in the browser, so that no location leaves it. */
export const SORTS = ['relevance', 'freshest'] as const;
export type Sort = (typeof SORTS)[number];

/** What can be narrowed beside the region and the kind. `null` or absent: not narrowed. */
export interface DirectoryFilters {
  city?: string | null;
  service?: string | null;
  forWhom?: Audience | null;
  language?: string | null;
  cost?: Cost | null;
  addictionSpecific?: boolean | null;
  hasPhone?: boolean | null;
}
export type FacetName = 'region' | 'kind' | keyof DirectoryFilters;

/** How many entries each value of each filter would give, for the other filters as they are. Booleans are `yes` and `no`. */
export type FacetCounts = Record<FacetName, Record<string, number>>;
