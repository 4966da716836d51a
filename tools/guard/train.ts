/** `npm run guard:train`: learns the weights from the labelled examples and writes both files of the repository. */
import { writeFileSync } from 'node:fs';
import { readExamples } from '../../server/guard/examples.ts';
import { learnAll } from '../../server/guard/model/teach.ts';
import { pack, saveWeights } from '../../server/guard/model/weights.ts';

const examples = readExamples();
const { model, crisis } = learnAll(examples);
saveWeights(pack(model));
const entries = [...crisis.weights].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = entries.map(
  ([key, weight]) => `  ${/^[a-z]+$/.test(key) ? key : `'${key}'`}: ${Number(weight.toFixed(2))},`,
);
writeFileSync(
  new URL('../../shared/guard/crisis-weights.ts', import.meta.url),
  [
    '/** Made by `npm run guard:train`; not edited by hand. */',
    `export const CRISIS_BIAS = ${Number(crisis.bias.toFixed(2))};`,
    'export const CRISIS_WEIGHTS: Readonly<Record<string, number>> = {',
    ...lines,
    '};',
    '',
  ].join('\n'),
);
console.log(`Learned from ${examples.length} messages; ${entries.length} weights for crisis.`);
