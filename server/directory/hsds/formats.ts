/** A page of a list, in the standard's envelope. */
export interface Page<T> {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: T[];
}

/** Page `page` (from 1) of `things`; a page after the last one is empty. */
export function paged<T>(things: readonly T[], page: number, perPage: number): Page<T> {
  const pages = Math.ceil(things.length / perPage);
  const contents = things.slice((page - 1) * perPage, page * perPage);
  return {
    total_items: things.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

export const ndjson = (things: readonly object[]): string =>
  things.map((thing) => `${JSON.stringify(thing)}\n`).join('');

/**
 * A table (RFC 4180, UTF-8): one line for each thing. What is nested one-to-one becomes `organization.name`; a list is JSON in
 * its cell, so that nothing is lost.
 */
export function csv(things: readonly object[]): string {
  const rows = things.map((thing) => flat(thing, ''));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = rows.map((row) => columns.map((column) => cell(row.get(column))).join(','));
  return `${[columns.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

function flat(thing: object, before: string): Map<string, unknown> {
  const row = new Map<string, unknown>();
  for (const [key, value] of Object.entries(thing)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, its] of flat(value, `${before}${key}.`)) row.set(inner, its);
    } else row.set(`${before}${key}`, value);
  }
  return row;
}

function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
