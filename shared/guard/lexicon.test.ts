import { expect, test } from 'vitest';
import { Lexicon, type WordList } from './lexicon.ts';
import { read } from './words.ts';

function found(text: string, ...lists: WordList[]): string[] {
  const lexicon = new Lexicon(lists);
  return lexicon.find(read(text)).map(({ cue }) => lexicon.cues[cue] ?? '');
}
const ru = (text: string): WordList => ({ language: 'ru', text });

test('a star takes any ending, braces take the ones named, a bare word itself alone', () => {
  const list = ru('[a]\nкурьер*\n[b]\nпрода{м,ю}\n[c]\nсоль');
  expect(found('курьерами', list)).toEqual(['a']);
  expect(found('продаю', list)).toEqual(['b']);
  expect(found('продавал', list)).toEqual([]);
  expect(found('соль', list)).toEqual(['c']);
  expect(found('сольный', list)).toEqual([]);
});

test('a phrase takes its words in order, with a gap where two dots stand', () => {
  const list = ru('[a]\nхочу умереть\n[b]\nгде .. взять');
  expect(found('хочу умереть', list)).toEqual(['a']);
  expect(found('хочу не умереть', list)).toEqual([]);
  expect(found('где тут можно взять', list)).toEqual(['b']);
  expect(found('где тут мы с ним взять', list)).toEqual([]);
});

test('a phrase inside a longer one does not count', () => {
  expect(found('не хочу жить', ru('[stop]\nхочу жить\n[die]\nне хочу жить'))).toEqual(['die']);
});

test('a strong word is found split, glued and backwards', () => {
  const list = ru('[a]\n!закладка');
  for (const text of ['зак ладка', 'за-кла-дка', 'акдалказ', 'з а к л а д к а', 'з*кладка'])
    expect(found(text, list)).toContain('a');
});

test('Kazakh stems soften before an ending', () => {
  expect(found('төсегіме', { language: 'kk', text: '[a]\nтөсек*' })).toContain('a');
});

test('English is not read as Kazakh in Latin letters', () => {
  const kk: WordList = { language: 'kk', text: '[a]\nән*' };
  expect(found('you and me are here', kk)).toEqual([]);
  expect(found('men an aitamyn', kk)).toEqual(['a']);
});

test('a list that cannot match says so', () => {
  expect(() => new Lexicon([ru('[a]\n14')])).not.toThrow();
  expect(() => new Lexicon([ru('[a]\n+')])).toThrow('ru: nothing to match in "+"');
  expect(() => new Lexicon([ru('слово')])).toThrow('words before the first [name]');
});
