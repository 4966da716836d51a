/**
 * `npm run guard:eval -- FILE`: judges labelled JSON Lines (`text`, `lang`, `labels`, `obfuscated`) and prints the
 * figures, then what was missed. `--allow FILE` as in `npm run guard`; `--plot FILE` where the SVG goes
 * (`guard-eval.svg` without). Ends with code 1 when a line was bad.
 */
import { writeFileSync } from 'node:fs';
import { createGuard } from '../../server/guard/guard.ts';
import { Labelled, readLines } from './lines.ts';
import { misses, type Row, report } from './measure.ts';
import { readOptions } from './options.ts';
import { plot } from './plot.ts';

const { file, allow, summary, plot: plotFile = 'guard-eval.svg' } = readOptions(process.argv.slice(2));
const guard = createGuard({ allow });
const bad = { count: 0 };
const rows: Row[] = [];
for await (const { text, lang, labels, obfuscated } of readLines(Labelled, file, bad)) {
  const { labels: found, outcome, care } = guard(text);
  rows.push({ lang, text, expected: labels.filter((label) => label !== 'ok'), found, obfuscated, outcome, care });
}
console.log(report(rows));
if (!summary) console.log(misses(rows).join('\n'));
writeFileSync(plotFile, plot(rows));
process.exitCode = bad.count > 0 ? 1 : 0;
