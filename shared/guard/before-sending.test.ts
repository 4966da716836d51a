import { expect, test } from 'vitest';
import { prepareCheck } from './before-sending.ts';

test('the check in the browser finds contact data and a crisis, and lets help lines pass', async () => {
  const check = await prepareCheck(['8 800 000 00 00']);
  const text = 'он не дышит, мой номер 8 701 000 12 34';
  const { contact, crisis } = check(text);
  expect(contact.map(({ start, end }) => text.slice(start, end))).toEqual(['8 701 000 12 34']);
  expect(crisis.map(({ start, end }) => text.slice(start, end))).toContain('не дышит');
  expect(check('сенім телефоны 8 800 000 00 00')).toEqual({ contact: [], crisis: [] });
});
