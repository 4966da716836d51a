import { LISTING_KINDS, type Phone } from '../../../shared/directory.ts';
import type { ListingRow } from '../../database/types.ts';
import { Cells, CONFIDENCE, sources, web } from './cells.ts';
import type { CsvRow, RowError } from './read-csv.ts';

/** A row as the database has it, without what only the database sets. */
export type Entry = Omit<ListingRow, 'slug' | 'called_on' | 'edited_at' | 'imported_at' | 'checking_since'>;
export interface Checked {
  line: number;
  entry: Entry;
}

export interface CheckOptions {
  regions: ReadonlySet<string>;
  /** `YYYY-MM-DD`: the latest day that a date may name, and what `read_on` is when it is empty. */
  today: string;
  readPhones(text: string): Phone[];
}

const SERVICES = [
  'detox',
  'inpatient',
  'outpatient',
  'day_programme',
  'rehabilitation',
  'counselling',
  'peer_group',
  'family',
  'youth',
  'online',
  'drug_test',
  'compulsory',
];
const TYPES = ['', 'state', 'private', 'self_help'];
/** `seed` and `verify` are the words of the first collection: what may be shown, and what a person has to call first. */
const STATUS: Record<string, ListingRow['status']> = {
  published: 'published',
  draft: 'draft',
  hidden: 'hidden',
  closed: 'closed',
  seed: 'published',
  verify: 'draft',
};

/** Checks every cell of every row; a row with an error is left out, and each of its errors is told. */
export function checkRows(rows: readonly CsvRow[], options: CheckOptions): { good: Checked[]; errors: RowError[] } {
  const good: Checked[] = [];
  const errors: RowError[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const cells = new Cells(row);
    const entry = toEntry(cells, options);
    const before = seen.get(entry.id);
    if (before !== undefined) cells.wrong('id', `is also on line ${before}`);
    else seen.set(entry.id, row.line);
    if (cells.errors.length === 0) good.push({ line: row.line, entry });
    else errors.push(...cells.errors);
  }
  return { good, errors };
}

function toEntry(cells: Cells, { regions, today, readPhones }: CheckOptions): Entry {
  const id = cells.text('id');
  cells.must('id', /^[a-z0-9-]{1,80}$/.test(id), 'must be 1 to 80 of a-z, 0-9 and -');
  const status = cells.text('status');
  cells.must('status', STATUS[status] !== undefined, `must be one of: ${Object.keys(STATUS).join(', ')}`);
  const yesNo = cells.one('addiction_specific', ['', 'yes', 'no']);
  return {
    id,
    category: cells.one('category', LISTING_KINDS),
    ...names(cells),
    organisation_ru: cells.text('organisation_ru'),
    region_iso: region(cells, regions),
    city_ru: cells.text('city_ru'),
    address_ru: cells.text('address_ru'),
    address_kk: cells.text('address_kk'),
    phones: phones(cells, readPhones),
    hours: cells.text('hours'),
    website: web(cells, 'website', /^https?:\/\//),
    type: cells.one('type', TYPES) as Entry['type'],
    services: cells.several('services', SERVICES),
    languages: cells.several('languages', ['kk', 'ru', 'en']),
    cost: cells.text('cost'),
    anonymous: cells.text('anonymous'),
    addiction_specific: yesNo === '' ? null : yesNo === 'yes',
    ...point(cells),
    coord_note: cells.text('coord_note'),
    status: STATUS[status] ?? 'draft',
    confidence: cells.one('confidence', CONFIDENCE) as Entry['confidence'],
    ...sources(cells),
    source_date: cells.date('source_date', { today, parts: true }),
    notes: cells.text('notes'),
    read_on: cells.date('read_on', { today, parts: false }) || today,
  };
}

function names(cells: Cells): Pick<Entry, 'name_kk' | 'name_ru' | 'name_en'> {
  const found = { name_kk: cells.text('name_kk'), name_ru: cells.text('name_ru'), name_en: cells.text('name_en') };
  cells.must('name_ru', Object.values(found).some(Boolean), 'a name is needed in at least one language');
  return found;
}

function region(cells: Cells, regions: ReadonlySet<string>): string | null {
  const code = cells.text('region_iso');
  cells.must('region_iso', code === '' || regions.has(code), 'is no region of the directory (such as KZ-75)');
  return code || null;
}

/** Nothing but digits and what people write between them may stand for a number: a wrong one can hurt its reader. */
function phones(cells: Cells, readPhones: CheckOptions['readPhones']): Phone[] {
  const found = readPhones(cells.text('phones'));
  for (const { number, dial } of found) {
    const readable = /^\+?[\d\s()–-]+$/.test(number) && /^\+?\d{3,15}$/.test(dial);
    cells.must(
      'phones',
      readable,
      `"${number.slice(0, 40)}" is not a number; numbers are parted by ; and a remark stands in (brackets)`,
    );
  }
  return found;
}

/** The bounds of the country with some room, as in the database. */
function point(cells: Cells): Pick<Entry, 'lat' | 'lon'> {
  const found = { lat: cells.degrees('lat', 40, 56), lon: cells.degrees('lon', 46, 88) };
  cells.must('lat', (found.lat === null) === (found.lon === null), 'lat and lon come together');
  return found;
}
