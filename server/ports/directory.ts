import type {
  DirectoryFilters,
  FacetCounts,
  Helpline,
  Listing,
  ListingKind,
  Region,
  Sort,
} from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import type { RepairFigures } from '../../shared/repair.ts';

/** What the database holds and may be shown. */
export interface DirectoryData {
  listings: Listing[];
  helplines: Helpline[];
  regions: Region[];
  repairs: RepairFigures;
}

export interface DirectoryQuery extends DirectoryFilters {
  /** What the visitor typed; already cut to LIMITS.queryLength. */
  q: string;
  region: string | null;
  kind: ListingKind | null;
  lang: Lang;
  sort?: Sort;
  /** The first entry to give, from 0, and how many (100 when absent). `total` says how many there are. */
  offset?: number;
  limit?: number;
}

/** What the words of the question were taken to mean, so that a page can say it and a visitor can correct it. */
export interface Understood {
  place: { region: string; city: string | null } | null;
  /** Names of needs in server/directory/words/needs.txt, the closest first. */
  needs: string[];
}

export interface DirectoryResult {
  listings: Listing[];
  total: number;
  /** The lines that answer the question, the best first; lines of another city are left out when a place is known. */
  helplines: Helpline[];
  understood: Understood;
  counts: FacetCounts;
  /** How many entries each choice would give, for the other filters as they are. */
  perRegion: Record<string, number>;
  perKind: Partial<Record<ListingKind, number>>;
  /** When nothing was found: the nearest of its kind. */
  instead: Listing[];
  /** When nothing of the kind was found there: what else is known in that place. */
  alsoThere: Listing[];
}

/** The published directory, answered from memory. */
export interface Directory {
  search(query: DirectoryQuery): DirectoryResult;
  bySlug(slug: string): Listing | null;
  /** All published listings in a stable order. */
  all(): readonly Listing[];
  helplines(): readonly Helpline[];
  regions(): readonly Region[];
  repairs(): RepairFigures;
  /** Reads again, so that a change is seen at once. Never rejects: true when it was read. */
  refresh(): Promise<boolean>;
  /** When the snapshot was read from the database, ms since 1970. */
  readAt(): number;
}
