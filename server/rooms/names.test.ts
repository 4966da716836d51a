import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/languages.ts';
import { drawName } from './names.ts';

test('a name is two words in the letters of its language, and there are many', () => {
  const letters = {
    kk: /^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+ [А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+$/,
    ru: /^[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+$/,
    en: /^[A-Z][a-z]+ [A-Z][a-z]+$/,
  };
  for (const lang of LANGUAGES) {
    const drawn = new Set(Array.from({ length: 2000 }, () => drawName(lang)));
    for (const name of drawn) expect(name).toMatch(letters[lang]);
    expect(drawn.size).toBeGreaterThan(400);
  }
});

test('a Russian adjective agrees with its bird', () => {
  for (let draw = 0; draw < 500; draw += 1) {
    const [adjective = '', bird = ''] = drawName('ru').split(' ');
    expect({ adjective, bird, she: /(ая|яя)$/.test(adjective) }).toEqual({ adjective, bird, she: /[ая]$/.test(bird) });
  }
});
