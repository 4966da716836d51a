import { expect, test } from 'vitest';
import { readExamples } from './examples.ts';
import { alike, distance, fingerprint } from './similar.ts';

const advert = 'Курьеры по городу, 50к в день, опыт не нужен, пишите в личку, всё расскажем';

test.each([
  ['look-alikes', 'Куpьeры пo гoроду, 50к в дeнь, oпыт нe нужeн, пишитe в личку, вcё рacскажем'],
  ['spaces and case', 'КУРЬЕРЫ  по городу 50 к в день... опыт не нужен!! пишите в личку — всё расскажем'],
  ['another sum', 'Курьеры по городу, 70к в день, опыт не нужен, пишите в личку, всё расскажем'],
  ['one more word', 'Курьеры по городу, 50к в день, опыт не нужен, пишите в личку, всё расскажем сразу'],
])('a copy with %s is alike', (_, copy) => {
  const [one, other] = [fingerprint(advert), fingerprint(copy)];
  expect(one && other && alike(one, other)).toBe(true);
});

test('different honest messages are not alike', () => {
  const prints = readExamples()
    .filter(({ labels, text, obfuscated }) => labels.length === 0 && text.length > 40 && !obfuscated)
    .map(({ text }) => fingerprint(text))
    .filter((print) => print !== undefined);
  let near = 0;
  for (const [i, a] of prints.entries()) for (const b of prints.slice(i + 1)) if (distance(a, b) <= 10) near++;
  expect(prints.length).toBeGreaterThan(400);
  // Many writers tell nearly the same story now and then; among millions of pairs a few may meet.
  expect(near).toBeLessThanOrEqual(prints.length / 500);
});

test('short greetings have no fingerprint', () => {
  expect(fingerprint('привет всем')).toBeUndefined();
});
