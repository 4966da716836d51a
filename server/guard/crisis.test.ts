import { expect, test } from 'vitest';
import { CrisisSense } from '../../shared/guard/crisis.ts';
import { read } from '../../shared/guard/words.ts';
import { loadWords } from './words.ts';

const words = loadWords();
const crisis = new CrisisSense(words);
const find = (text: string) => {
  const reading = read(text);
  return crisis.find(reading, words.search(reading));
};

test.each([
  'не хочу больше жить',
  'өмір сүргім келмейді',
  "I don't want to live anymore",
  'он не дышит, губы синие',
  'досым дем алмай жатыр, көгеріп кетті',
  "she won't wake up, lips are blue",
  'х о ч у  у м е р е т ь',
  'omir surgim kelmeidi',
  'ne hochu zhit',
])('%s is a crisis, and the words that say so are shown', (text) => {
  const hits = find(text);
  expect(hits.length).toBeGreaterThan(0);
  for (const { start, end } of hits) expect(text.slice(start, end).trim()).not.toBe('');
});

test.each([
  'умираю со смеху',
  'күлкіден өле жаздадым',
  'this monday will kill me',
  'Сегодня хороший день',
  'хочу жить',
])('%s is none', (text) => {
  expect(find(text)).toEqual([]);
});
