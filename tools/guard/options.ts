/** Arguments of the guard's commands. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';

/** Numbers of the directory's own help lines, as they are seeded. */
function helplines(): string[] {
  const csv = readFileSync(new URL('../../supabase/seed/helplines.csv', import.meta.url), 'utf8');
  const rows = parse(csv, { columns: true }) as { number: string; publish: string }[];
  return rows.filter(({ publish }) => publish.startsWith('yes')).map(({ number }) => number);
}

export interface Options {
  file: string | undefined;
  allow: string[];
  summary: boolean;
  plot: string | undefined;
}

/** Reads the arguments; a wrong one ends the process with a sentence and code 2. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { allow: { type: 'string' }, summary: { type: 'boolean' }, plot: { type: 'string' } },
    });
    const allow =
      values.allow === undefined
        ? []
        : readFileSync(values.allow, 'utf8')
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '');
    return {
      file: positionals[0],
      allow: [...helplines(), ...allow],
      summary: values.summary ?? false,
      plot: values.plot,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
