import type { Phone } from '../../../shared/directory.ts';
import type { HelplineRow, ListingRow } from '../../database/types.ts';
import { readPhones } from '../../ports/phones.ts';
import { Cells, CONFIDENCE, sources } from '../import/cells.ts';
import { checkRows } from '../import/check.ts';
import { COLUMNS } from '../import/read-csv.ts';

type CellsOf = Record<string, string>;
type Checked<Row> = { row: Partial<Row>; wrong: string[] };

/** Fields of a help line that an editor writes. Its number takes two people; showing it is a decision of its own. */
export const LINE_FIELDS = [
  ...['name_kk', 'name_ru', 'name_en', 'what', 'audience', 'coverage', 'hours', 'languages', 'cost'],
  ...['other_channels', 'confidence', 'source_url', 'source_date', 'source2_url', 'notes', 'read_on'],
] as const;
export const LISTING_FIELDS = COLUMNS.filter((name) => name !== 'id' && name !== 'status');

/** A row as text, field by field, in the form that a table of places has. */
export function toCells(row: HelplineRow | ListingRow, fields: readonly string[]): CellsOf {
  return Object.fromEntries(fields.map((field) => [field, textOf(row[field as keyof typeof row])]));
}

/** Any value of a row as a person reads it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : phoneText(one))).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const phoneText = ({ number, remark }: Phone): string => (remark ? `${number} (${remark})` : number);

interface Against {
  regions: ReadonlySet<string>;
  today: string;
}

/** What of a place's fields is right, as columns, and which are not: the rules of an import. */
export function checkListing(cells: CellsOf, against: Against): Checked<ListingRow> {
  const row = { line: 1, cells: { ...cells, id: cells.id ?? 'new', status: 'draft' } };
  const { good, errors } = checkRows([row], { ...against, readPhones });
  const { id: _id, status: _status, ...entry } = good[0]?.entry ?? ({} as ListingRow);
  return { row: entry, wrong: wrongOf(errors) };
}

/** The same for a help line. */
export function checkLine(given: CellsOf, { today }: Against): Checked<HelplineRow> {
  const cells = new Cells({ line: 1, cells: given });
  const text = Object.fromEntries(LINE_FIELDS.map((field) => [field, cells.text(field)]));
  cells.must(
    'name_ru',
    ['name_kk', 'name_ru', 'name_en'].some((name) => text[name]),
    'a name is needed',
  );
  const row = {
    ...text,
    ...sources(cells),
    languages: cells.several('languages', ['kk', 'ru', 'en']),
    confidence: cells.one('confidence', CONFIDENCE) as HelplineRow['confidence'],
    source_date: cells.date('source_date', { today, parts: true }),
    read_on: cells.date('read_on', { today, parts: false }) || today,
  };
  return { row, wrong: wrongOf(cells.errors) };
}

const wrongOf = (errors: readonly { column: string | null }[]): string[] => [
  ...new Set(errors.map(({ column }) => column ?? '')),
];
