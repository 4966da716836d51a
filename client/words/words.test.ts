import { expect, test } from 'vitest';
import { CONNECT_REFUSALS, ERROR_CODES } from '../../shared/errors.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { dateIn, hoursIn } from './facts.ts';
import { type Area, area, type Phrase, say } from './say.ts';

const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts', '!./say.ts'], { eager: true });
const isArea = (value: unknown): value is Area => typeof value === 'object' && value !== null && 'reviewed' in value;
const areas = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((pair): pair is [string, Area] => isArea(pair[1]))
    .map(([name, words]) => ({ file, name, words })),
);
const forms = (phrase: Phrase): string[] => (typeof phrase === 'string' ? [phrase] : Object.values(phrase));
const names = (phrase: Phrase): string[] =>
  [...new Set(forms(phrase).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
/** The forms a whole number can ask for. Kazakh nouns stay as they are after a number. */
const NEEDED = { kk: ['other'], ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] };

test('there are words to check', () => {
  expect(areas.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['partWords', 'errorWords', 'pageWords', 'lineWords']),
  );
});

test.each(areas)(
  '$name has every phrase in each language, with the same values and fitting plural forms',
  ({ words }) => {
    expect(words.reviewed).toMatch(/^(no|.+\/\d{4}-\d\d-\d\d)$/);
    const keys = Object.keys(words.kk).sort();
    for (const lang of LANGUAGES) {
      expect(Object.keys(words[lang]).sort(), lang).toEqual(keys);
      for (const key of keys) {
        const phrase = words[lang][key] as Phrase;
        for (const text of forms(phrase)) expect(text.trim(), `${lang} ${key}`).not.toBe('');
        for (const text of forms(phrase))
          expect(text, `${lang} ${key}: calm words have no exclamation mark`).not.toMatch(/!/);
        expect(names(phrase), `${lang} ${key}`).toEqual(names(words.kk[key] as Phrase));
        if (typeof phrase !== 'string')
          expect(Object.keys(phrase), `${lang} ${key}`).toEqual(expect.arrayContaining(NEEDED[lang]));
      }
    }
  },
);

test('each error code and each refusal to connect has its sentence', async () => {
  const { errorWords } = await import('./errors.ts');
  expect(Object.keys(errorWords.kk).sort()).toEqual([...new Set([...ERROR_CODES, ...CONNECT_REFUSALS])].sort());
});

const beds = area({
  reviewed: 'no',
  kk: { n: { other: '{n} орын' } },
  ru: { n: { one: '{n} место', few: '{n} места', many: '{n} мест', other: '{n} места' } },
  en: { n: { one: '{n} place', other: '{n} places' } },
});

test('the number chooses the form', () => {
  expect([1, 2, 5, 11, 21, 1000].map((n) => say('ru', beds, 'n', { n }))).toEqual([
    '1 место',
    '2 места',
    '5 мест',
    '11 мест',
    '21 место',
    '1\u00a0000 мест',
  ]);
  expect([0, 1, 2].map((n) => say('en', beds, 'n', { n }))).toEqual(['0 places', '1 place', '2 places']);
  expect([1, 5].map((n) => say('kk', beds, 'n', { n }))).toEqual(['1 орын', '5 орын']);
});

test('hours and dates of the data are told in the language of the page', () => {
  expect(hoursIn('kk', 'Mon-Fri 8:00-18:00, Sat 8:00-14:00')).toBe('Дс–Жм 8:00–18:00, Сб 8:00–14:00');
  expect(hoursIn('ru', 'registry Mon-Fri 8:00-17:00, Sat to 15:00; admission 24/7')).toBe(
    'регистратура Пн–Пт 8:00–17:00, Сб до 15:00; приёмный покой круглосуточно',
  );
  expect(hoursIn('en', 'daily 19:00; also Tue, Thu 12:00')).toBe('every day 19:00; also Tue, Thu 12:00');
  expect(dateIn('ru', '2026-03-09')).toBe('9 марта 2026 г.');
  expect(dateIn('kk', '2026-03-09')).toBe('2026 ж. 9 наурыз');
  expect(dateIn('en', '2026-04')).toBe('April 2026');
  expect(dateIn('en', 'summer')).toBe('summer');
});
