import { expect, test } from 'vitest';
import { createGuard } from './guard.ts';
import { usualSteps } from './steps.ts';

const guard = createGuard({ allow: ['8 800 000 00 00'] });

test('ordinary talk passes', () => {
  expect(guard('Сегодня 30 дней, спасибо вам')).toEqual({ outcome: 'pass', care: false, labels: [], hits: [] });
});

test('a phone number is masked, with the place in the original', () => {
  const text = 'звони 8\u200b (705) 000-00-21, я не сплю';
  const { outcome, labels, hits } = guard(text);
  expect(outcome).toBe('mask');
  expect(labels).toEqual(['contact']);
  expect(text.slice(hits[0]?.start, hits[0]?.end)).toBe('8\u200b (705) 000-00-21');
});

test('a number of the allow list and official short numbers pass', () => {
  expect(guard('звоните 8-800-000-00-00 или 112, 103').outcome).toBe('pass');
  expect(guard('звоните 8-800-000-00-01').outcome).toBe('mask');
});

test('a crisis gives care and is never refused, whatever stands beside it', () => {
  const verdict = guard('он не дышит, помогите, Абая 27 кв 4');
  expect(verdict.care).toBe(true);
  expect(verdict.labels).toEqual(['crisis', 'contact']);
  expect(verdict.outcome).toBe('mask');
});

test('a farewell is held from the room while care runs', () => {
  const verdict = guard('сегодня всё закончу, простите меня');
  expect(verdict).toMatchObject({ outcome: 'hold', care: true });
});

test('a step that throws means hold, and the other steps still speak', () => {
  const failing = {
    name: 'broken',
    run: () => {
      throw new Error('planted');
    },
  };
  expect(createGuard({ steps: [failing] })('привет')).toMatchObject({ outcome: 'hold', care: false });
  const verdict = createGuard({ steps: [failing, ...usualSteps()] })('он не дышит, помогите');
  expect(verdict).toMatchObject({ outcome: 'hold', care: true, labels: ['crisis'] });
});
