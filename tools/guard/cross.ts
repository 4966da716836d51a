/** `npm run guard:cross`: the figures under 5-fold cross-validation with families kept together; `--misses` lists what went wrong. */
import { readExamples } from '../../server/guard/examples.ts';
import { crossValidate } from '../../server/guard/model/cross.ts';
import { misses, report } from './measure.ts';

const rows = crossValidate(readExamples()).map(({ example, labels, outcome, care }) => ({
  lang: example.lang,
  text: example.text,
  expected: example.labels,
  found: labels,
  obfuscated: example.obfuscated,
  outcome,
  care,
}));
console.log(report(rows));
if (process.argv.includes('--misses')) console.log(misses(rows).join('\n'));
