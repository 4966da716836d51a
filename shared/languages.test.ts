import { expect, test } from 'vitest';
import { preferredLanguage } from './languages.ts';

test.each([
  [undefined, 'kk'],
  ['', 'kk'],
  ['de-DE,de', 'kk'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['de,en;q=0.5,ru;q=0.7', 'ru'],
  ['en-GB', 'en'],
  ['ru;q=0,en;q=0.1', 'en'],
  ['kk-Cyrl-KZ', 'kk'],
  [`${'x,'.repeat(5000)}ru`, 'kk'],
])('Accept-Language %j asks for %s', (header, lang) => {
  expect(preferredLanguage(header)).toBe(lang);
});
