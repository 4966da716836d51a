import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Client } from '../ports/database.ts';
import { readPhones } from '../ports/phones.ts';
import type { Database } from './types.ts';

type Tables = Database['public']['Tables'];
type Name = 'regions' | 'helplines' | 'listings' | 'leads';
type Line = Record<string, string>;

const SEEDS = fileURLToPath(new URL('../../supabase/seed/', import.meta.url));
/** Rows sent in one request. */
const BATCH = 50;

/** Regions come first: listings refer to them. */
const PLAN: { name: Name; key: string; edited: boolean; row(line: Line, at: number): object }[] = [
  { name: 'regions', key: 'iso_code', edited: false, row: region },
  { name: 'helplines', key: 'id', edited: true, row: helpline },
  { name: 'listings', key: 'id', edited: true, row: listing },
  // Calls to make. What an editor decided about one is no column of the file, so a later file leaves it.
  { name: 'leads', key: 'id', edited: false, row: (line) => ({ ...line, region_iso: line.region_iso || null }) },
];

/**
 * Loads `supabase/seed/*.csv` with the service client. A file that was loaded before is skipped; a changed one updates its
 * rows, except those that a person has edited since. Run twice, it changes nothing.
 *
 * @param progress called with a table's name and how many of its rows are done
 * @returns how many rows were written
 */
export async function seedDirectory(
  service: Client,
  progress: (table: Name, done: number, of: number) => void = () => {},
): Promise<number> {
  let written = 0;
  for (const { name, key, edited, row } of PLAN) {
    const text = await readFile(`${SEEDS}${name}.csv`, 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    if (await isLoaded(service, name, sha256)) continue;
    const kept = edited ? await editedIds(service, name) : new Set<string>();
    const lines: Line[] = parse(text, { columns: true, bom: true });
    const rows = lines.map((line, at) => row(line, at)).filter((made) => !kept.has((made as Line)[key] ?? ''));
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH) as Tables[Name]['Insert'][];
      const { error } = await service.from(name).upsert(batch as never, { onConflict: key });
      if (error) throw new Error(`The seed of ${name} could not be written (${error.code}): ${error.message}`);
      progress(name, Math.min(at + BATCH, rows.length), rows.length);
    }
    const { error } = await service.from('seeds').upsert({ name, sha256 });
    if (error) throw new Error(`The seed of ${name} could not be noted (${error.code}).`);
    written += rows.length;
  }
  return written;
}

async function isLoaded(service: Client, name: string, sha256: string): Promise<boolean> {
  const { data, error } = await service.from('seeds').select('name').eq('name', name).eq('sha256', sha256);
  if (error) throw new Error(`The list of seeds could not be read (${error.code}): ${error.message}`);
  return data.length > 0;
}

async function editedIds(service: Client, name: Name): Promise<Set<string>> {
  const table = name as 'helplines' | 'listings';
  const { data, error } = await service.from(table).select('id').not('edited_at', 'is', null);
  if (error) throw new Error(`The edited rows of ${name} could not be read (${error.code}).`);
  return new Set(data.map(({ id }) => id));
}

const list = (text = '', by: RegExp = /[;,]/): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);
const number = (text = ''): number | null => (text === '' ? null : Number(text));
const yesNo = (text = ''): boolean | null => (text === '' ? null : text === 'yes');

function region(line: Line): object {
  return {
    ...line,
    admin_centre_lat: number(line.admin_centre_lat),
    admin_centre_lon: number(line.admin_centre_lon),
    major_cities_ru: list(line.major_cities_ru),
    created_2022: yesNo(line.created_2022),
  };
}

function helpline(line: Line, at: number): object {
  return { ...line, position: at, languages: list(line.languages) };
}

function listing(line: Line): object {
  return {
    ...line,
    slug: line.id,
    region_iso: line.region_iso || null,
    phones: readPhones(line.phones ?? ''),
    services: list(line.services),
    languages: list(line.languages),
    addiction_specific: yesNo(line.addiction_specific),
    lat: number(line.lat),
    lon: number(line.lon),
    status: 'published',
  };
}
