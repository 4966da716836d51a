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

/** The control digit of an IIN (Kazakhstan, resolution of 2003): weights 1 to 11, and shifted by two when that leaves ten. */
function isIin(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = (shift: number) =>
    [...digits.slice(0, 11)].reduce((all, d, i) => all + Number(d) * (((i + shift) % 11) + 1), 0) % 11;
  const control = sum(0) === 10 ? sum(2) : sum(0);
  return control === Number(digits[11]);
}

/** Luhn's check of a card number. */
function isCard(digits: string): boolean {
  const doubled = (d: number) => (d > 4 ? 2 * d - 9 : 2 * d);
  return [...digits].reverse().reduce((all, d, i) => all + (i % 2 ? doubled(Number(d)) : Number(d)), 0) % 10 === 0;
}

test('the examples belong to nobody', () => {
  for (const { text } of examples) {
    for (const [phone] of text.matchAll(/(?<!\d)[78](?:[\s().-]{0,3}\d){10}(?!\d)/g)) {
      const digits = phone.replace(/\D/g, '');
      if (/^[78]7[04-7]/.test(digits)) expect(digits.slice(4, 7), text).toBe('000');
    }
    for (const [run] of text.matchAll(/(?<!\d)\d(?:[ -]?\d){11,15}(?!\d)/g)) {
      const number = run.replace(/\D/g, '');
      if (number.length === 12) expect(isIin(number), text).toBe(false);
      if (number.length === 16) expect(isCard(number), text).toBe(false);
    }
  }
});

test.each([
  ['dealing', 0.67, 0.89],
  ['recruitment', 0.82, 0.89],
  ['contact', 0.95, 0.98],
  ['crisis', 0.76, 0.78],
  ['abuse', 0.73, 0.88],
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
  expect(hard.stopped.value).toBeLessThanOrEqual(0.04);
  expect(hard.masked.value).toBeLessThanOrEqual(0.01);
  expect(hard.care.value).toBeLessThanOrEqual(0.05);
  const plain = honestFigures(judged, 'all');
  expect(plain.stopped.value).toBeLessThanOrEqual(0.02);
  expect(plain.masked.value).toBeLessThanOrEqual(0.01);
  expect(plain.care.value).toBeLessThanOrEqual(0.03);
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
