import type { Helpline, Listing, Region, Source } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import type { RepairFigures } from '../../shared/repair.ts';
import type { Client } from '../ports/database.ts';
import type { HelplineRow, ListingRow, RegionRow } from './types.ts';

export interface DirectoryData {
  listings: Listing[];
  helplines: Helpline[];
  regions: Region[];
  repairs: RepairFigures;
}

/** Rows read in one request; the API gives at most 1,000. */
const PAGE = 500;

/** Everything that is published, in a stable order. Rejects when the database does not answer. */
export async function readDirectory(client: Client): Promise<DirectoryData> {
  const [regions, helplines, listings, repairs] = await Promise.all([
    all((from, to) => client.from('regions').select('*').order('iso_code').range(from, to)),
    all((from, to) =>
      client.from('helplines').select('*').neq('publish', 'no').order('position').order('id').range(from, to),
    ),
    all((from, to) => client.from('listings').select('*').eq('status', 'published').order('id').range(from, to)),
    figures(client),
  ]);
  return {
    regions: regions.map(toRegion),
    helplines: helplines.map(toHelpline),
    listings: listings.map(toListing),
    repairs,
  };
}

async function figures(client: Client): Promise<RepairFigures> {
  const { data, error } = await client.rpc('repair_figures');
  const [row] = data ?? [];
  if (error || !row) throw new Error(`The figures of repairs could not be read (${error?.code}).`, { cause: error });
  const { reports, waiting, decided, right_after_all: rightAfterAll, median_hours: medianHours } = row;
  return { reports, waiting, decided, rightAfterAll, medianHours };
}

type Answer<Row> = PromiseLike<{ data: Row[] | null; error: { code: string; message: string } | null }>;

async function all<Row>(page: (from: number, to: number) => Answer<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { data, error } = await page(rows.length, rows.length + PAGE - 1);
    if (error || data === null) throw new Error(`The directory could not be read (${error?.code}).`, { cause: error });
    rows.push(...data);
    if (data.length < PAGE) return rows;
  }
}

/** A name that is missing in a language is shown in the next of ru, kk, en. */
export function names(kk: string, ru: string, en: string): Record<Lang, string> {
  const any = ru || kk || en;
  return { kk: kk || any, ru: ru || any, en: en || any };
}

function source(row: HelplineRow | ListingRow): Source {
  return {
    url: row.source_url,
    date: row.source_date,
    readOn: row.read_on,
    calledOn: row.called_on,
    secondUrl: row.source2_url,
    checkingSince: row.checking_since,
  };
}

function toRegion(row: RegionRow): Region {
  return {
    code: row.iso_code,
    kind: row.kind,
    name: names(row.name_kk, row.name_ru, row.name_en),
    also: [row.name_ru_alt, row.iso_name].filter(Boolean),
    centre: names(row.admin_centre_kk, row.admin_centre_ru, row.admin_centre_en),
    lat: row.admin_centre_lat,
    lon: row.admin_centre_lon,
    cities: row.major_cities_ru,
  };
}

function toHelpline(row: HelplineRow): Helpline {
  return {
    id: row.id,
    number: row.number,
    name: names(row.name_kk, row.name_ru, row.name_en),
    what: row.what,
    audience: row.audience,
    coverage: row.coverage,
    hours: row.hours,
    languages: row.languages,
    cost: row.cost,
    otherChannels: row.other_channels,
    note: row.publish === 'yes_with_note' ? row.notes : null,
    confidence: row.confidence,
    source: source(row),
  };
}

function toListing(row: ListingRow): Listing {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.category,
    name: names(row.name_kk, row.name_ru, row.name_en),
    organisation: row.organisation_ru,
    region: row.region_iso,
    city: row.city_ru,
    address: { ru: row.address_ru, kk: row.address_kk },
    phones: row.phones,
    hours: row.hours,
    website: row.website,
    ownership: row.type,
    services: row.services,
    languages: row.languages,
    cost: row.cost,
    anonymous: row.anonymous,
    addictionSpecific: row.addiction_specific,
    lat: row.lat,
    lon: row.lon,
    confidence: row.confidence,
    source: source(row),
    notes: row.notes,
  };
}
