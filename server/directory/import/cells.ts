import type { CsvRow, RowError } from './read-csv.ts';

const LONG: readonly string[] = ['notes', 'source_url', 'source2_url', 'website', 'cost', 'anonymous'];
export const CONFIDENCE = ['high', 'medium', 'low'];

/** The cells of one row; what is wrong with them is gathered. */
export class Cells {
  readonly errors: RowError[] = [];
  readonly #row: CsvRow;

  constructor(row: CsvRow) {
    this.#row = row;
  }

  wrong(column: string, reason: string): void {
    this.errors.push({ line: this.#row.line, column, reason });
  }

  /** Plain text: no markup, no control characters, no more than the column takes. */
  text(column: string): string {
    const text = (this.#row.cells[column] ?? '').trim().normalize('NFC');
    const most = LONG.includes(column) ? 2000 : 300;
    if (text.length > most) this.wrong(column, `has ${text.length} characters; at most ${most} fit`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come in
    if (/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text)) {
      this.wrong(column, 'has characters that cannot be seen');
    }
    if (/<[a-z/!]/i.test(text)) this.wrong(column, 'has markup; write plain text');
    return text;
  }

  must(column: string, holds: boolean, reason: string): void {
    if (!holds) this.wrong(column, reason);
  }

  one<T extends string>(column: string, known: readonly T[]): T {
    const text = this.text(column);
    const choices = known.map((each) => each || '(empty)').join(', ');
    this.must(column, (known as readonly string[]).includes(text), `must be one of: ${choices}`);
    return text as T;
  }

  several(column: string, known: readonly string[]): string[] {
    const parts = this.text(column)
      .split(/[;,]/)
      .map((part) => part.trim());
    const given = [...new Set(parts.filter(Boolean))];
    const strange = given.filter((part) => !known.includes(part));
    this.must(column, strange.length === 0, `knows only: ${known.join(', ')}`);
    return given;
  }

  degrees(column: string, least: number, most: number): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    this.must(column, value >= least && value <= most, `must be degrees from ${least} to ${most}`);
    return value;
  }

  /** A day, or with `parts` a month or a year too. */
  date(column: string, { today, parts }: { today: string; parts: boolean }): string {
    const text = this.text(column);
    if (text === '') return text;
    const form = parts ? /^\d{4}(-\d\d(-\d\d)?)?$/ : /^\d{4}-\d\d-\d\d$/;
    const whole = `${text}-01-01`.slice(0, 10);
    const real = form.test(text) && !Number.isNaN(Date.parse(whole)) && new Date(whole).toISOString().startsWith(whole);
    if (!real) this.wrong(column, `must be a date such as 2026-11-22${parts ? ', 2026-11 or 2026' : ''}`);
    else this.must(column, text <= today, 'lies in the future');
    return text;
  }
}

/** An address of the web, or nothing. */
export function web(cells: Cells, column: string, form: RegExp): string {
  const text = cells.text(column);
  const isWeb = /^https?:/.test(text);
  cells.must(
    column,
    text === '' || (form.test(text) && (!isWeb || URL.canParse(text))),
    'must be an address that begins with https://',
  );
  return text;
}

/** Where an entry was read; one source at least. */
export function sources(cells: Cells): { source_url: string; source2_url: string } {
  const form = /^(https?:\/\/|code-index:\d+$|npm:)/;
  const found = { source_url: web(cells, 'source_url', form), source2_url: web(cells, 'source2_url', form) };
  cells.must('source_url', found.source_url !== '', 'every entry needs its source');
  return found;
}
