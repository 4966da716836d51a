import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LETTERS, type Reading, read, skeletonText } from './words.ts';

const skeletons = (text: string) => {
  const reading: Reading = read(text);
  return reading.words.filter((word) => word.kind === LETTERS).map((word) => skeletonText(reading, word));
};

test.each([
  ['кyрьeр', 'курьер', 'Latin look-alikes'],
  ['с0ль', 'соль', 'leet'],
  ['м3ф', 'меф', 'leet between consonants'],
  ['з а к л а д', 'заклад', 'spaced letters'],
  ['ш.ө.п', 'шөп', 'dotted letters'],
  ['м\nе\nф', 'меф', 'letters in a column'],
  ['а\u200bк\u200bша', 'ақша', 'invisible characters, and Kazakh without its letters'],
  ['женил', 'жеңіл', 'Kazakh without its letters'],
  ['zhengil', 'жеңіл', 'Latin Kazakh'],
  ['jeñil', 'жеңіл', 'Latin Kazakh, the official way'],
  ['zakladka', 'закладка', 'Russian in Latin letters'],
  ['shchetka', 'щётка', 'Russian in Latin letters'],
  ['сооооль', 'соль', 'repeats'],
  ['ｓｐｅｅｄ', 'speed', 'full-width'],
  ['ⓢⓟⓔⓔⓓ', 'speed', 'circled'],
  ['𝓼𝓹𝓮𝓮𝓭', 'speed', 'styled'],
  ['ғероин', 'героин', 'Kazakh look-alike'],
  ['cоль', 'соль', 'one Latin letter'],
])('%s is read as %s (%s)', (disguised, plain) => {
  expect(skeletons(disguised)).toEqual(skeletons(plain));
});

test('figures and their units come apart, leet does not', () => {
  const reading = read('2г 300к c0urier 50мың');
  expect(reading.words.map((word) => reading.folded.plain.slice(word.start, word.end))).toEqual([
    '2',
    'г',
    '300',
    'к',
    'c0urier',
    '50',
    'мың',
  ]);
});

test('every place in the reading leads back into the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { folded, words } = read(text);
      let before = 0;
      for (let i = 0; i < folded.length; i++) {
        const from = folded.from[i] ?? -1;
        const till = folded.till[i] ?? -1;
        expect(from).toBeGreaterThanOrEqual(before);
        expect(till).toBeGreaterThan(from);
        expect(till).toBeLessThanOrEqual(text.length);
        before = from;
      }
      for (const word of words) expect(word.end).toBeGreaterThan(word.start);
    }),
  );
});
