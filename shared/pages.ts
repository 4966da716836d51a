import type { Helpline, Listing, ListingKind, Region } from './directory.ts';
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

export type PageBody =
  | { page: 'start' }
  | { page: 'rooms' }
  | { page: 'help'; helplines: Helpline[] }
  | {
      page: 'directory';
      query: { q: string; region: string | null; kind: ListingKind | null };
      /** The query was longer than the limit and was cut. */
      cut: boolean;
      listings: Listing[];
      helplines: Helpline[];
      perRegion: Record<string, number>;
      perKind: Partial<Record<ListingKind, number>>;
      instead: Listing[];
      regions: readonly Region[];
      total: number;
    }
  | { page: 'entry'; listing: Listing; region: Region | null; nearby: Listing[] }
  | { page: 'rights' }
  | { page: 'privacy'; messageLifeHours: number }
  | { page: 'guard' }
  | { page: 'desk' }
  | { page: 'problem'; status: 400 | 404 | 413 | 500 | 503 };
