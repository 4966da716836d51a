import { parse } from 'csv-parse/sync';

/** What is wrong, where. `column` is null when the whole line is. Lines count from 1, the header's. */
export interface RowError {
  line: number;
  column: string | null;
  reason: string;
}

export interface CsvRow {
  /** The line of the file on which the row begins. */
  line: number;
  cells: Record<string, string>;
}

export const COLUMNS = [
  ...[
    'id',
    'category',
    'name_ru',
    'name_kk',
    'name_en',
    'organisation_ru',
    'region_iso',
    'city_ru',
    'address_ru',
    'address_kk',
  ],
  ...[
    'phones',
    'hours',
    'website',
    'type',
    'services',
    'languages',
    'cost',
    'anonymous',
    'addiction_specific',
    'lat',
    'lon',
  ],
  ...['coord_note', 'status', 'confidence', 'source_url', 'source_date', 'source2_url', 'notes', 'read_on'],
] as const;
export type Column = (typeof COLUMNS)[number];

/** A file may leave this one out: every row was then read today. */
const OPTIONAL: readonly string[] = ['read_on'];

/**
 * Reads a table with a header (UTF-8, commas). Rows with a wrong number of cells or a broken quotation are reported and left
 * out; a header that does not fit is reported alone.
 */
export function readCsv(bytes: Uint8Array): { rows: CsvRow[]; errors: RowError[] } {
  const errors: RowError[] = [];
  const text = decode(bytes, errors);
  if (text === null) return { rows: [], errors };
  const records = split(text, errors);
  const header = records.shift();
  const wrong = headerErrors(header?.cells ?? []);
  if (wrong.length > 0 || !header) return { rows: [], errors: wrong };
  const rows: CsvRow[] = [];
  for (const { line, cells } of records) {
    const [found, wanted] = [cells.length, header.cells.length];
    if (found === wanted)
      rows.push({ line, cells: Object.fromEntries(header.cells.map((name, n) => [name, cells[n] ?? ''])) });
    else errors.push({ line, column: null, reason: `has ${found} cells where the header has ${wanted}` });
  }
  return { rows, errors };
}

function decode(bytes: Uint8Array, errors: RowError[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    errors.push({ line: 1, column: null, reason: 'the file is not UTF-8; save it as "CSV UTF-8"' });
    return null;
  }
}

function split(text: string, errors: RowError[]): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  parse(text.replace(/\r\n?/g, '\n'), {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const open = error?.code === 'CSV_QUOTE_NOT_CLOSED';
      const reason = open
        ? 'a quotation mark is opened and never closed; what follows it was not read'
        : 'a quotation mark stands in the wrong place';
      errors.push({ line: Number((error as { lines?: number } | undefined)?.lines ?? 1), column: null, reason });
    },
    on_record: (cells: string[], { lines }) => {
      // `lines` counts to the row's end; a row with line breaks in its cells began earlier.
      const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      records.push({ line: lines - inside, cells });
      return null;
    },
  });
  return records;
}

function headerErrors(header: string[]): RowError[] {
  const at = (column: string | null, reason: string): RowError => ({ line: 1, column, reason });
  if (header.length === 0) return [at(null, 'the file is empty')];
  const missing = COLUMNS.filter((name) => !header.includes(name) && !OPTIONAL.includes(name));
  const unknown = header.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  const twice = header.filter((name, n) => header.indexOf(name) !== n);
  return [
    ...missing.map((name) => at(name, 'the header lacks this column')),
    ...unknown.map((name) => at(name.slice(0, 40), 'this column is not known')),
    ...twice.map((name) => at(name.slice(0, 40), 'this column comes twice')),
  ];
}
