import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rightsPage } from '../../tools/rights.ts';

test('docs/rights.md says what the tests walk; `npm run rights` writes it', () => {
  expect(readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8')).toBe(rightsPage());
});
