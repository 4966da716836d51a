import { expect, test } from 'vitest';
import { sealer } from './seal.ts';

test('what was sealed opens with the same key for the same owner alone', () => {
  const ours = sealer('sb_secret_one');
  const sealed = ours.seal('JBSWY3DPEHPK3PXP', 'dana');
  expect(sealed).toMatch(/^v1(\.[A-Za-z0-9_-]+){3}$/);
  expect(sealed).not.toBe(ours.seal('JBSWY3DPEHPK3PXP', 'dana'));
  expect(ours.open(sealed, 'dana')).toBe('JBSWY3DPEHPK3PXP');
  expect(ours.open(sealed, 'timur')).toBeNull();
  expect(sealer('sb_secret_two').open(sealed, 'dana')).toBeNull();
  expect(
    ours.open(
      sealed.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
      'dana',
    ),
  ).toBeNull();
  for (const broken of ['', 'v1', 'v1.a.b.c', `v2${sealed.slice(2)}`]) expect(ours.open(broken, 'dana')).toBeNull();
});
