import { expect, test } from 'vitest';
import { hashCode, newRecoveryCodes, newSecret, stepOf, uriOf } from './factor.ts';

/** The secret and times of RFC 6238, appendix B; the last six of its eight figures. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_234_567_890, '005924', 41_152_263],
  [20_000_000_000, '353130', 666_666_666],
])('at second %i the code is %s, of step %i', (seconds, code, step) => {
  expect(stepOf(SECRET, code, seconds * 1000)).toBe(step);
  expect(stepOf(SECRET, code, (seconds + 30) * 1000)).toBe(step);
  expect(stepOf(SECRET, code, (seconds + 90) * 1000)).toBeNull();
});

test('a secret has 160 random bits and its address names nobody but the working name', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const uri = new URL(uriOf(secret, 'Тыныш Дана'));
  expect(decodeURIComponent(uri.pathname)).toContain('Tirek:Тыныш Дана');
  expect(uri.searchParams.get('secret')).toBe(secret);
});

test('recovery codes are all different, and read as people type them', () => {
  const codes = Array.from({ length: 50 }, newRecoveryCodes).flat();
  expect(new Set(codes).size).toBe(400);
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
  const code = '01ab-cdef-ghjk-mnpq-rstv-wxyz';
  for (const typed of [' 01AB CDEF GHJK MNPQ RSTV WXYZ ', 'oiabcdefghjkmnpqrstvwxyz', 'OLab-cdef-ghjk-mnpq-rstv-wxyz'])
    expect(hashCode(typed)).toBe(hashCode(code));
  expect(hashCode('11ab-cdef-ghjk-mnpq-rstv-wxyz')).not.toBe(hashCode(code));
});
