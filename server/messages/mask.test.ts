import { expect, test } from 'vitest';
import { MASK } from '../../shared/entries.ts';
import type { GuardHit } from '../ports/guard.ts';
import { maskContacts } from './mask.ts';

const hit = (start: number, end: number, label: GuardHit['label'] = 'contact'): GuardHit => ({
  label,
  rule: 'test',
  start,
  end,
  why: 'test',
});
const masked = (text: string, ...hits: GuardHit[]) => maskContacts(text, { outcome: 'mask', hits });

test('each piece of contact data becomes a mask, the rest stays as it was written', () => {
  expect(masked('звони 8701, пиши @aigul', hit(6, 10), hit(17, 23))).toBe(`звони ${MASK}, пиши ${MASK}`);
  expect(masked('8701', hit(0, 4))).toBe(MASK);
  expect(masked('😀8701😀', hit(2, 6))).toBe(`😀${MASK}😀`);
});

test('spans in any order that touch, overlap or hold each other become one mask', () => {
  expect(masked('ab123456cd', hit(5, 8), hit(2, 5))).toBe(`ab${MASK}cd`);
  expect(masked('ab123456cd', hit(2, 8), hit(3, 5), hit(4, 8))).toBe(`ab${MASK}cd`);
  expect(masked('12345', hit(0, 3), hit(0, 5))).toBe(MASK);
});

test('a cry for help is not masked, and neither is what passes or is refused', () => {
  expect(masked('он не дышит', hit(3, 11, 'crisis'))).toBeNull();
  expect(maskContacts('8701', { outcome: 'pass', hits: [hit(0, 4)] })).toBeNull();
  expect(maskContacts('8701', { outcome: 'hold', hits: [hit(0, 4)] })).toBe(MASK);
});
