import type { Helpline, Listing, ListingKind, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';

export interface DirectoryQuery {
  /** What the visitor typed; already cut to LIMITS.queryLength. */
  q: string;
  region: string | null;
  kind: ListingKind | null;
  lang: Lang;
}

export interface DirectoryResult {
  listings: Listing[];
  helplines: Helpline[];
  /** How many entries each choice would give, for the other filters as they are. */
  perRegion: Record<string, number>;
  perKind: Partial<Record<ListingKind, number>>;
  /** When nothing was found: the nearest of its kind. */
  instead: Listing[];
}

/** The published directory, answered from memory. */
export interface Directory {
  search(query: DirectoryQuery): DirectoryResult;
  bySlug(slug: string): Listing | null;
  /** All published listings in a stable order. */
  all(): readonly Listing[];
  helplines(): readonly Helpline[];
  regions(): readonly Region[];
  /** When the snapshot was read from the database, ms since 1970. */
  readAt(): number;
}
