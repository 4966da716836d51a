/**
 * `npm run directory:import -- FILE [--apply] [--skip-broken] [--over-edits]`: shows what a table of places (the columns of
 * supabase/seed/listings.csv) would change. With --apply it is taken over, all together or not at all.
 */
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.ts';
import { openSupabase } from '../server/database/open.ts';
import { applyImport, readHeld } from '../server/directory/import/apply.ts';
import { checkRows } from '../server/directory/import/check.ts';
import { type Preview, previewImport } from '../server/directory/import/preview.ts';
import { type RowError, readCsv } from '../server/directory/import/read-csv.ts';
import type { Client } from '../server/ports/database.ts';
import { readPhones } from '../server/ports/phones.ts';

const BYTES = 20 * 1024 * 1024;
const USAGE = 'npm run directory:import -- FILE [--apply] [--skip-broken] [--over-edits]';
/** Changed entries shown field by field. */
const SHOWN = 50;

interface Wanted {
  file: string;
  apply: boolean;
  skipBroken: boolean;
  overEdits: boolean;
}

function wanted(): Wanted {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { apply: flag, 'skip-broken': flag, 'over-edits': flag };
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error();
    return { file, apply: values.apply, skipBroken: values['skip-broken'], overEdits: values['over-edits'] };
  } catch {
    throw new Error(`Say which file: ${USAGE}`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Error(`There is no file ${file}.`);
  if (found.size > BYTES) throw new Error(`The file is larger than ${BYTES / 1024 / 1024} MB. Split it.`);
  return readFile(file);
}

async function check(service: Client, bytes: Uint8Array) {
  const { data, error } = await service.from('regions').select('iso_code');
  if (error) throw new Error(`The regions could not be read (${error.code}).`);
  if (data.length === 0) throw new Error('The database holds no regions yet. Start the server once: npm start');
  const read = readCsv(bytes);
  const regions = new Set(data.map(({ iso_code }) => iso_code));
  const { good, errors } = checkRows(read.rows, { regions, today: new Date().toISOString().slice(0, 10), readPhones });
  return { good, errors: [...read.errors, ...errors].sort((a, b) => a.line - b.line) };
}

function tellErrors(errors: RowError[]): void {
  for (const { line, column, reason } of errors) console.log(`line ${line}, ${column ?? 'whole line'}: ${reason}`);
  const lines = new Set(errors.map(({ line }) => line)).size;
  if (errors.length > 0) console.log(`${errors.length} errors on ${lines} lines.\n`);
}

function tellPreview({ added, changed, kept, same }: Preview): void {
  for (const { line, entry } of added.slice(0, SHOWN))
    console.log(`+ line ${line} ${entry.id} ${entry.name_ru || entry.name_kk || entry.name_en}`);
  for (const [mark, list] of [
    ['~', changed],
    ['!', kept],
  ] as const) {
    for (const { line, entry, changes } of list.slice(0, SHOWN)) {
      console.log(`${mark} line ${line} ${entry.id}${mark === '!' ? ' (edited by a person, stays as it is)' : ''}`);
      for (const { field, before, after } of changes)
        console.log(`    ${field}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
    }
  }
  const hidden = [added, changed, kept].reduce((sum, list) => sum + Math.max(0, list.length - SHOWN), 0);
  if (hidden > 0) console.log(`... and ${hidden} more`);
  console.log(
    `${added.length} new, ${changed.length} changed, ${same} the same, ${kept.length} kept because a person edited them`,
  );
}

async function run(service: Client, bytes: Uint8Array, { apply, skipBroken, overEdits }: Wanted): Promise<number> {
  const { good, errors } = await check(service, bytes);
  tellErrors(errors);
  const preview = previewImport(good, await readHeld(service), overEdits);
  tellPreview(preview);
  if (!apply) {
    console.log('\nThis was a preview. Add --apply to take it over.');
    return errors.length > 0 ? 1 : 0;
  }
  if (errors.length > 0 && !skipBroken) {
    console.log('\nNothing was changed. Mend the lines above, or add --skip-broken to take over the others.');
    return 1;
  }
  if (preview.added.length + preview.changed.length === 0) {
    console.log('\nThere is nothing to change.');
    return 0;
  }
  const rows = await applyImport(service, preview, (staged, of) => console.log(`  sent ${staged} of ${of}`));
  console.log(`\nDone: ${rows} entries were taken over together. A running server shows them within a minute.`);
  return 0;
}

async function main(): Promise<void> {
  const options = wanted();
  console.log(`Reading ${options.file} ...`);
  const bytes = await readBytes(options.file);
  const { supabase } = await openSupabase(readConfig(process.env));
  try {
    process.exitCode = await run(supabase.asService(), bytes, options);
  } finally {
    await supabase.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
