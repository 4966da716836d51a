import { COLUMNS, type Column } from '../../server/directory/import/read-csv.ts';

export type Cells = Partial<Record<Column, string>>;

/** A row that is right in every cell; `n` makes it different from others. */
export const rightRow = (n: number): Cells => ({
  id: `place-${n}`,
  category: 'youth_health_centre',
  name_ru: `Молодёжный центр «Үміт» ${n}`,
  name_kk: `«Үміт» жастар орталығы ${n}`,
  region_iso: 'KZ-10',
  city_ru: 'Семей',
  address_ru: `улица Абая, ${n}`,
  services: 'youth;counselling',
  addiction_specific: 'no',
  status: 'draft',
  confidence: 'low',
  source_url: 'https://example.com/list',
  source_date: '2026-11',
  read_on: '2026-11-22',
});

/** A table as a spreadsheet writes it. */
export function table(rows: readonly Cells[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

/** Fifty ways to be wrong on fifty of 5,000 rows: the table, and what must be told of it. */
export function brokenTable(): { text: string; told: { line: number; column: string | null; reason: RegExp }[] } {
  const rows = Array.from({ length: 5000 }, (_, n) => rightRow(n));
  const told = Array.from({ length: 50 }, (_, n) => {
    const at = 37 + n * 99;
    const [column, value, reason] = WRONG[n % WRONG.length] as (typeof WRONG)[number];
    rows[at] = { ...rows[at], [column]: value };
    return { line: at + 2, column, reason };
  });
  return { text: table(rows), told };
}

const WRONG: [Column, string, RegExp][] = [
  ['id', 'Place 1', /^must be 1 to 80 of/],
  ['id', 'place-0', /^is also on line 2$/],
  ['category', 'hospital', /^must be one of: state_centre/],
  ['name_ru', 'x'.repeat(301), /^has 301 characters; at most 300 fit$/],
  ['name_ru', 'Центр <b>здоровья</b>', /^has markup/],
  ['name_ru', 'Центр\u202e здоровья', /cannot be seen/],
  ['region_iso', 'KZ-99', /^is no region/],
  ['phones', 'звонить Айгуль', /^"звонить Айгуль" is not a number/],
  ['phones', '+7 (727) 382-36-21; 12', /^"12" is not a number/],
  ['website', 'javascript:alert(1)', /begins with https/],
  ['type', 'ngo', /^must be one of: \(empty\), state/],
  ['services', 'youth;yoga', /^knows only: detox/],
  ['languages', 'kz', /^knows only: kk, ru, en$/],
  ['addiction_specific', 'maybe', /^must be one of: \(empty\), yes, no$/],
  ['lat', '43,2', /^must be degrees from 40 to 56/],
  ['lon', '10.5', /^must be degrees from 46 to 88/],
  ['status', 'open', /^must be one of: published/],
  ['confidence', '', /^must be one of: high, medium, low$/],
  ['source_url', '', /^every entry needs its source$/],
  ['source_date', '2026-13', /^must be a date such as/],
  ['source_date', '2026-02-30', /^must be a date such as/],
  ['read_on', '22.11.2026', /^must be a date such as 2026-11-22$/],
  ['read_on', '2999-01-01', /^lies in the future$/],
];
