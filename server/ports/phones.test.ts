import { expect, test } from 'vitest';
import { readPhones } from './phones.ts';

test('numbers are read as printed, with what to dial and the remark', () => {
  expect(readPhones('+7 (727) 382-36-81 (приемный покой, 24/7); 8 705 778 97 17; 1303 (телефон доверия)')).toEqual([
    { number: '+7 (727) 382-36-81', dial: '+77273823681', remark: 'приемный покой, 24/7' },
    { number: '8 705 778 97 17', dial: '+77057789717', remark: '' },
    { number: '1303', dial: '1303', remark: 'телефон доверия' },
  ]);
  expect(readPhones('')).toEqual([]);
});
