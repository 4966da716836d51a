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
