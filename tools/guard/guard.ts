/**
 * `npm run -s guard`: JSON Lines `{id?, text}` on standard input -> `{id, outcome, care, labels, hits}` on standard
 * output, in the same order. `--allow FILE`: one phone number a line that may pass. `--summary`: counts on standard
 * error at the end. Ends with code 1 when a line was bad.
 */
import { createGuard } from '../../server/guard/guard.ts';
import { Plain, readLines } from './lines.ts';
import { readOptions } from './options.ts';

const { file, allow, summary } = readOptions(process.argv.slice(2));
const guard = createGuard({ allow });
const bad = { count: 0 };
const counts = new Map<string, number>();
const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

// A reader that had enough ("| head") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

for await (const { id, text } of readLines(Plain, file, bad)) {
  const result = guard(text);
  count(result.outcome);
  if (result.care) count('care');
  for (const label of result.labels) count(label);
  const line = `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...result })}\n`;
  if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
if (summary) for (const [name, number] of [...counts].sort()) console.error(`${name} ${number}`);
process.exitCode = bad.count > 0 ? 1 : 0;
