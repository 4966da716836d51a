import type { Listing, ListingKind, Source } from '../../shared/directory.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Days after which somebody has to look at an entry again. Fellowship phones monthly, state centres every half year
 * (rule 5 of the seed's README); for the other kinds no rule is written and the half year is taken.
 */
export const RECHECK_DAYS: Record<ListingKind, number> = {
  self_help_group: 30,
  state_centre: 182,
  primary_care_point: 182,
  republican_centre: 182,
  private_rehab: 182,
  youth_health_centre: 182,
};

/** When somebody last looked: called, or else read (ISO dates; the later one). */
export const checkedOn = (source: Source): string =>
  source.calledOn !== null && source.calledOn > source.readOn ? source.calledOn : source.readOn;

/** Whether the entry is due for another look. `now` in ms since 1970. An entry without a readable date is due. */
export function isStale(listing: Listing, now: number): boolean {
  const checked = Date.parse(checkedOn(listing.source));
  return !(now - checked <= RECHECK_DAYS[listing.kind] * DAY);
}
