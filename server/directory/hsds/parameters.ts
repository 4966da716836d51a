/** What a client asked wrongly, as a sentence that says what to do. */
export class BadParameter extends Error {
  override name = 'BadParameter';
}

export type Format = 'json' | 'ndjson' | 'csv';

export interface Parameters {
  page: number;
  perPage: number;
  format: Format;
  search: string;
  /** `undefined` when absent. */
  ids: { taxonomy_term_id?: string; taxonomy_id?: string; organization_id?: string; parent_id?: string };
  modifiedAfter: string | undefined;
  full: boolean | undefined;
  fullService: boolean;
  minimal: boolean;
}

export const PER_PAGE = 50;
export const PER_PAGE_MAX = 500;
const SEARCH_LENGTH = 100;
const FORMATS: readonly string[] = ['json', 'ndjson', 'csv'];
const IDS = ['taxonomy_term_id', 'taxonomy_id', 'organization_id', 'parent_id'] as const;

/**
 * Reads the query of a list. `known`: the parameters that this list has by the standard. Throws BadParameter with a
 * sentence for an unknown name, a name that comes twice, or a value that cannot be read.
 */
export function readParameters(query: Record<string, unknown>, known: readonly string[]): Parameters {
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name)) {
      throw new BadParameter(`This address has no parameter of that name. It has: ${known.join(', ') || 'none'}.`);
    }
    if (typeof value !== 'string') throw new BadParameter(`Give ${name} once.`);
  }
  const given = query as Record<string, string>;
  if (given.postcode !== undefined || given.proximity !== undefined) {
    throw new BadParameter('No entry of this directory has a postcode, so postcode and proximity cannot be answered.');
  }
  yesNo(given, 'top_only');
  const ids = IDS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name].toLowerCase()]]));
  return {
    page: whole(given, 'page', 1, Number.MAX_SAFE_INTEGER) ?? 1,
    perPage: whole(given, 'per_page', 1, PER_PAGE_MAX) ?? PER_PAGE,
    format: format(given.format),
    search: search(given.search),
    ids: Object.fromEntries(ids) as Parameters['ids'],
    modifiedAfter: moment(given.modified_after),
    full: yesNo(given, 'full'),
    fullService: yesNo(given, 'full_service') ?? false,
    minimal: yesNo(given, 'minimal') ?? false,
  };
}

function whole(given: Record<string, string>, name: string, least: number, most: number): number | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new BadParameter(`${name} must be a whole number ${range}.`);
}

function yesNo(given: Record<string, string>, name: string): boolean | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new BadParameter(`${name} must be true or false.`);
}

function format(text = 'json'): Format {
  if (FORMATS.includes(text)) return text as Format;
  throw new BadParameter('format must be json, ndjson or csv.');
}

function search(text = ''): string {
  if ([...text].length <= SEARCH_LENGTH) return text;
  throw new BadParameter(`search must have at most ${SEARCH_LENGTH} characters.`);
}

/** An ISO 8601 date or date and time, as the ISO text of the moment. */
function moment(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const readable = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text);
  const at = readable ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(at)) return new Date(at).toISOString();
  throw new BadParameter('modified_after must be a date such as 2026-11-22 or 2026-11-22T10:00:00Z.');
}
