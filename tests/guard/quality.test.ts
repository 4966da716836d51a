/**
 * Floors under the guard's quality, a little below what it reaches. Cross-validation: no message is judged by a guard
 * that learned from its family. Many examples were written to be hard to tell, so these floors are low; how the guard does on
 * messages of somebody else is in docs/guard.md. The 240
 * examples: the guard as shipped; the first 94 were read from the start, the other 146 were only counted until the figures
 * of docs/guard.md were written down, then read too.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readExamples } from '../../server/guard/examples.ts';
import { createGuard } from '../../server/guard/guard.ts';
import { crossValidate } from '../../server/guard/model/cross.ts';
import { learnAll } from '../../server/guard/model/teach.ts';
import { loadWeights, pack } from '../../server/guard/model/weights.ts';
import { disguiseFigures, honestFigures, labelFigures, type Row } from '../../tools/guard/measure.ts';

const examples = readExamples();
const crossed: Row[] = crossValidate(examples).map(({ example, labels, outcome, care }) => ({
  ...example,
  expected: example.labels,
  found: labels,
  outcome,
  care,
}));

function judgedFile(name: string): Row[] {
  const allow = readFileSync(new URL('./allow.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const guard = createGuard({ allow });
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const { text, lang, labels, obfuscated } = JSON.parse(line) as {
      text: string;
      lang: string;
      labels: string[];
      obfuscated: boolean;
    };
    const { labels: found, outcome, care } = guard(text);
    return {
      text,
      lang,
      obfuscated: obfuscated ?? false,
      expected: labels.filter((label) => label !== 'ok'),
      found,
      outcome,
      care,
    };
  });
}
const judged = judgedFile('./examples.jsonl');
const heldOut = judgedFile('./held-out.jsonl');

test('the examples are many, for every label and language', () => {
  for (const lang of ['kk', 'ru', 'en']) {
    const own = examples.filter((example) => example.lang === lang);
    expect(own.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(300);
    for (const label of ['dealing', 'recruitment', 'contact', 'crisis', 'abuse'] as const) {
      expect(own.filter(({ labels }) => labels.includes(label)).length).toBeGreaterThanOrEqual(60);
    }
  }
  expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
});

test('the examples belong to nobody', () => {
  for (const { text } of examples) {
    const digits = text.replace(/[^\d]/g, '');
    if (/^[78]7[04-7]\d{8}$/.test(digits)) expect(digits.slice(4, 7), text).toBe('000');
  }
});

test.each([
  ['dealing', 0.62, 0.87],
  ['recruitment', 0.79, 0.88],
  ['contact', 0.92, 0.97],
  ['crisis', 0.72, 0.79],
  ['abuse', 0.7, 0.9],
])('%s under cross-validation: recall %d, precision %d', (label, recall, precision) => {
  const figures = labelFigures(crossed, label, 'all');
  expect(figures.recall.value).toBeGreaterThanOrEqual(recall);
  expect(figures.precision.value).toBeGreaterThanOrEqual(precision);
});

test.each([
  ['dealing', 0.9, 0.85],
  ['recruitment', 0.9, 0.9],
  ['contact', 0.97, 0.97],
  ['crisis', 0.88, 0.8],
  ['abuse', 0.95, 0.95],
])('%s on the 240 examples: recall %d, precision %d', (label, recall, precision) => {
  const figures = labelFigures(judged, label, 'all');
  expect(figures.recall.value).toBeGreaterThanOrEqual(recall);
  expect(figures.precision.value).toBeGreaterThanOrEqual(precision);
});

test.each([
  ['dealing', 0.85, 0.85],
  ['recruitment', 0.85, 0.85],
  ['contact', 0.97, 0.97],
  ['crisis', 0.93, 0.85],
  ['abuse', 0.9, 0.85],
])(
  '%s on messages written after the guard and never used to change it: recall %d, precision %d',
  (label, recall, precision) => {
    const figures = labelFigures(heldOut, label, 'all');
    expect(figures.recall.value).toBeGreaterThanOrEqual(recall);
    expect(figures.precision.value).toBeGreaterThanOrEqual(precision);
  },
);

test('honest talk flows', () => {
  const hard = honestFigures(crossed, 'all');
  expect(hard.stopped.value).toBeLessThanOrEqual(0.05);
  expect(hard.masked.value).toBeLessThanOrEqual(0.01);
  expect(hard.care.value).toBeLessThanOrEqual(0.045);
  const plain = honestFigures(judged, 'all');
  expect(plain.stopped.value).toBeLessThanOrEqual(0.02);
  expect(plain.masked.value).toBeLessThanOrEqual(0.01);
  expect(plain.care.value).toBeLessThanOrEqual(0.04);
});

test('a disguise costs at most five points of recall', () => {
  for (const rows of [crossed, judged]) {
    const { plain, disguised } = disguiseFigures(rows);
    expect(plain.value - disguised.value).toBeLessThanOrEqual(0.05);
  }
});

test('the weights in the repository are those that the examples teach', () => {
  const shipped = loadWeights();
  const fresh = pack(learnAll(examples).model);
  let moved = 0;
  for (let i = 0; i < fresh.bytes.length; i++) moved += Math.abs((fresh.bytes[i] ?? 0) - (shipped.bytes[i] ?? 0));
  expect(moved / fresh.bytes.length).toBeLessThan(0.01);
});
