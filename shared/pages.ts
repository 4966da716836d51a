import type { DirectoryFilters, FacetCounts, Helpline, Listing, ListingKind, Region, Sort } from './directory.ts';
import type { Lang } from './languages.ts';

/**
 * What the server gives the server-rendered pages. The bundle built from client/pages exports
 * `renderPage(view: PageView): string` (a whole document). It reads nothing else.
 */
export type PageView = PageCommon & PageBody;

export interface PageCommon {
  lang: Lang;
  /** The address without its language, e.g. `/directory?region=KZ-75`; the language switch builds on it. */
  path: string;
  /** Scheme and host for canonical and hreflang links. */
  origin: string;
  /** Emergency and crisis lines for the foot of every page, most urgent first. */
  lines: Helpline[];
}

/** What a visitor asked of the directory; the parameters of its address carry the same names. */
export interface DirectoryAsked extends Required<DirectoryFilters> {
  q: string;
  region: string | null;
  kind: ListingKind | null;
  sort: Sort;
  /** The first entry of the page, from 0. */
  offset: number;
}

export type PageBody =
  | { page: 'start' }
  | { page: 'rooms' }
  | { page: 'help'; helplines: Helpline[] }
  | {
      page: 'directory';
      query: DirectoryAsked;
      /** The query was longer than the limit and was cut. */
      cut: boolean;
      /** One page of what was found, and how many were found in all. */
      listings: Listing[];
      found: number;
      helplines: Helpline[];
      /** A place that was read out of the words of the query. */
      place: { region: string; city: string | null } | null;
      /** How many entries each choice would give, for the other filters as they are. */
      counts: FacetCounts;
      /** When nothing was found: the nearest of its kind, and what else is known in that place. */
      instead: Listing[];
      alsoThere: Listing[];
      /** Ids of shown entries that are due for another look. */
      stale: string[];
      regions: readonly Region[];
      /** Entries in the whole directory. */
      total: number;
    }
  | { page: 'entry'; listing: Listing; region: Region | null; nearby: Listing[]; stale: boolean }
  /** A sheet for a wall: places that can be called and the lines that answer there, the best first. */
  | { page: 'poster'; region: Region | null; regions: readonly Region[]; listings: Listing[]; helplines: Helpline[] }
  /** Every number on one page; `on`: the day it was made, yyyy-mm-dd. */
  | { page: 'contacts'; listings: Listing[]; helplines: Helpline[]; regions: readonly Region[]; on: string }
  | { page: 'rights' }
  | { page: 'couriers' }
  | { page: 'privacy'; messageLifeHours: number }
  | { page: 'guard' }
  | { page: 'desk' }
  | { page: 'problem'; status: 400 | 404 | 413 | 500 | 503 };
