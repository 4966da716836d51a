import { AUDIENCES, COSTS, LISTING_KINDS, SORTS } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { DirectoryAsked, PageBody } from '../../shared/pages.ts';
import type { Directory } from '../ports/directory.ts';
import { isStale } from './freshness.ts';

/** Entries on one page of results. */
const PAGE = 50;
/** Entries shown beside one entry. */
const NEARBY = 5;
/** Characters of a city, service or language in an address; longer ones name nothing we know. */
const NAME = 60;

type Query = Record<string, unknown>;
type Body<P> = Extract<PageBody, { page: P }>;

const oneOf = <T extends string>(known: readonly T[], value: string): T | null =>
  known.find((one) => one === value) ?? null;
const yesNo = (value: string): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null);

/** What the address asks for; what it does not know counts as not asked. `cut`: the words were longer than the limit. */
export function readAsked(query: Query, regions: readonly string[]): { asked: DirectoryAsked; cut: boolean } {
  const of = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const name = (key: string): string | null => (of(key) === '' || of(key).length > NAME ? null : of(key));
  const words = [...of('q').trim()];
  const offset = Number(of('offset'));
  return {
    cut: words.length > LIMITS.queryLength,
    asked: {
      q: words.slice(0, LIMITS.queryLength).join(''),
      region: oneOf(regions, of('region')),
      kind: oneOf(LISTING_KINDS, of('kind')),
      city: name('city'),
      service: name('service'),
      forWhom: oneOf(AUDIENCES, of('forWhom')),
      language: name('language'),
      cost: oneOf(COSTS, of('cost')),
      addictionSpecific: yesNo(of('addictionSpecific')),
      hasPhone: yesNo(of('hasPhone')),
      sort: oneOf(SORTS, of('sort')) ?? 'relevance',
      offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    },
  };
}

/** The directory's page for an address's parameters. `now` in ms since 1970 decides what is due for another look. */
export function directoryView(
  directory: Directory,
  query: Query,
  { lang, now }: { lang: Lang; now: number },
): Body<'directory'> {
  const regions = directory.regions();
  const { asked, cut } = readAsked(
    query,
    regions.map(({ code }) => code),
  );
  const result = directory.search({ ...asked, lang, limit: PAGE });
  const { listings, helplines, understood, counts, instead, alsoThere } = result;
  const shown = [...listings, ...instead, ...alsoThere];
  return {
    page: 'directory',
    query: asked,
    cut,
    listings,
    found: result.total,
    helplines,
    place: understood.place,
    counts,
    instead,
    alsoThere,
    stale: shown.filter((listing) => isStale(listing, now)).map(({ id }) => id),
    regions,
    total: directory.all().length,
  };
}

/** One entry's page, with others of its region that can be called; null when there is no such entry. */
export function entryView(directory: Directory, slug: string, now: number): Body<'entry'> | null {
  const listing = directory.bySlug(slug);
  if (!listing) return null;
  const region = directory.regions().find(({ code }) => code === listing.region) ?? null;
  const nearby = directory
    .all()
    .filter((other) => other.id !== listing.id && other.region === listing.region && other.phones.length > 0)
    .slice(0, NEARBY);
  return { page: 'entry', listing, region, nearby, stale: isStale(listing, now) };
}

/** Everything that can be called, on one page. `now`: ms since 1970. */
export const contactsView = (directory: Directory, now: number): Body<'contacts'> => ({
  page: 'contacts',
  listings: directory.all().filter(({ phones }) => phones.length > 0),
  helplines: [...directory.helplines()],
  regions: directory.regions(),
  on: new Date(now).toISOString().slice(0, 10),
});

/** Emergency services stand large on the sheet already; complaints are no help on a wall. */
const NOT_ON_A_WALL = ['kz-101', 'kz-102', 'kz-103', 'kz-112', 'kz-1414'];

const EVERYWHERE = 'kz-111';
/** How the data says that a line answers the whole country. */
const ANSWERS_ALL = /^KZ|other regions/;
/** So much fits on one sheet of A4 that can be read from two steps away. */
const POSTER_LINES = 5;

/** A sheet for a wall in one region, or for the whole country: only what can be called. */
export function posterView(directory: Directory, query: Query, lang: Lang): Body<'poster'> {
  const regions = directory.regions();
  const region = regions.find(({ code }) => code === query.region) ?? null;
  const code = region?.code ?? null;
  const { listings, helplines } = directory.search({ q: '', region: code, kind: null, hasPhone: true, lang });
  const lines = helplines.filter(
    ({ id, coverage }) => !NOT_ON_A_WALL.includes(id) && (region !== null || ANSWERS_ALL.test(coverage)),
  );
  // One line of the whole country stands on every sheet: it answers whoever reads it, wherever they live.
  const country = lines.filter(({ id }) => id === EVERYWHERE);
  const local = lines.filter(({ id }) => id !== EVERYWHERE);
  return {
    page: 'poster',
    region,
    regions,
    // Nothing that may be wrong is printed for a wall.
    listings: region ? listings.filter(({ kind, source }) => kind !== 'self_help_group' && !source.checkingSince) : [],
    helplines: [...local.slice(0, POSTER_LINES - country.length), ...country],
  };
}

/** How wrong numbers are repaired, with the figures as they are. */
export function repairsView(directory: Directory): Body<'repairs'> {
  const entries = [...directory.all(), ...directory.helplines()];
  const checking = entries.filter(({ source }) => Boolean(source.checkingSince)).length;
  const called = entries.filter(({ source }) => source.calledOn !== null).length;
  return { page: 'repairs', figures: directory.repairs(), checking, called, total: entries.length };
}
