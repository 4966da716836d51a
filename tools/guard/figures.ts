/**
 * `npm run guard:figures [-- FILE]`: how often the guard is wrong, written to `shared/guard-figures.ts`, from which the
 * page `/{lang}/guard` tells it. Two measurements: five-fold cross-validation over the examples in the repository, and
 * FILE (`tests/guard/outside.jsonl` without), messages of somebody who saw neither the rules nor the examples. Prints
 * figures alone, never a message.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExamples } from '../../server/guard/examples.ts';
import { createGuard } from '../../server/guard/guard.ts';
import { crossValidate } from '../../server/guard/model/cross.ts';
import { Labelled, readLines } from './lines.ts';
import { honestFigures, LABELS, labelFigures, type Row, report, type Share } from './measure.ts';
import { readOptions } from './options.ts';

const OUTSIDE = fileURLToPath(new URL('../../tests/guard/outside.jsonl', import.meta.url));
const INTO = new URL('../../shared/guard-figures.ts', import.meta.url);
const LANGUAGES = ['kk', 'ru', 'en', 'mix'] as const;

/** Placeholder of a help line in the examples and outside sets; nobody's number. */
const PLACEHOLDER = '8 800 000 00 00';

function crossed(): Row[] {
  return crossValidate(readExamples()).map(({ example, labels, outcome, care }) => ({
    ...example,
    expected: example.labels,
    found: labels,
    outcome,
    care,
  }));
}

async function judged(file: string, allow: readonly string[], bad: { count: number }): Promise<Row[]> {
  const guard = createGuard({ allow: [...allow, PLACEHOLDER] });
  const rows: Row[] = [];
  for await (const { text, lang, labels, obfuscated } of readLines(Labelled, file, bad)) {
    const { labels: found, outcome, care } = guard(text);
    rows.push({ lang, text, expected: labels.filter((label) => label !== 'ok'), found, obfuscated, outcome, care });
  }
  return rows;
}

/** Hits and of how many: enough for the page, which makes its own percents. */
const pair = ({ hits, of }: Share) => `[${hits}, ${of}]`;

function setOf(name: string, rows: readonly Row[]): string {
  const lines = [`  ${name}: {`, `    messages: ${rows.length},`, '    languages: {'];
  for (const lang of LANGUAGES) {
    const { stopped, masked, care } = honestFigures(rows, lang);
    lines.push(`      ${lang}: {`);
    lines.push(
      `        stopped: ${pair(stopped)},`,
      `        masked: ${pair(masked)},`,
      `        care: ${pair(care)},`,
    );
    for (const label of LABELS) {
      const { recall, precision } = labelFigures(rows, label, lang);
      lines.push(`        ${label}: { found: ${pair(recall)}, right: ${pair(precision)} },`);
    }
    lines.push('      },');
  }
  return [...lines, '    },', '  },'].join('\n');
}

const { file = OUTSIDE, allow } = readOptions(process.argv.slice(2));
const bad = { count: 0 };
const cross = crossed();
const outside = existsSync(file) ? await judged(file, allow, bad) : [];
writeFileSync(
  INTO,
  [
    '/** How often the guard is wrong: counts of hits and of how many. Made by `npm run guard:figures`; not edited by hand. */',
    "import type { GuardFigures } from './guard-figure-types.ts';",
    '',
    'export const guardFigures: GuardFigures = {',
    setOf('crossed', cross),
    setOf('outside', outside),
    '};',
    '',
  ].join('\n'),
);
console.log(`Cross-validation over ${cross.length} messages:\n${report(cross)}`);
console.log(`\nOutside, ${outside.length} messages:\n${outside.length > 0 ? report(outside) : 'no file'}`);
process.exitCode = bad.count > 0 ? 1 : 0;
