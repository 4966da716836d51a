import type {
  DirectoryFilters,
  FacetCounts,
  Helpline,
  Listing,
  ListingKind,
  Phone,
  Region,
  Sort,
} from './directory.ts';
import type { Suggestion } from './directory-events.ts';
import type { Lang } from './languages.ts';
import type { EntryKind, RepairFigures } from './repair.ts';

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

/**
 * How a visitor's form stands: to be filled in, taken, sent too soon, to be sent again (its slip is no good any more), with
 * something wrong in it, more than can be read today, or not possible just now.
 */
export type FormState = 'ask' | 'sent' | 'early' | 'again' | 'wrong' | 'full' | 'away';

export type PageBody =
  | { page: 'start' }
  | { page: 'rooms' /** Numbers that anybody may post. */; allow: string[] }
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
  /** What is wrong with an entry: `slip` stands for the work that a browser without JavaScript cannot do. */
  | {
      page: 'report';
      kind: EntryKind;
      id: string;
      listing: Listing | null;
      line: Helpline | null;
      phones: Phone[];
      slip: string;
      state: FormState;
    }
  /** A place the directory lacks. `wrong`: fields to look at again; `known`: the slug of the entry that has this number. */
  | {
      page: 'suggest';
      regions: readonly Region[];
      values: Record<keyof Suggestion, string>;
      wrong: string[];
      known: string | null;
      slip: string;
      state: FormState;
    }
  /** How wrong numbers are repaired, and how it went so far. `checking`: entries that are being checked now. */
  | { page: 'repairs'; figures: RepairFigures; checking: number; called: number; total: number }
  | { page: 'rights' }
  | { page: 'couriers' }
  | { page: 'privacy'; messageLifeHours: number }
  | { page: 'guard' }
  | { page: 'desk' }
  | { page: 'problem'; status: 400 | 404 | 413 | 500 | 503 };
