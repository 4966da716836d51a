import fc from 'fast-check';
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

/** What must bring the card whatever the guard has learned. */
const BLUNT = [
  'он не дышит',
  'не могу разбудить',
  'хочу умереть',
  'не хочу жить',
  'повешусь',
  'выпила все таблетки',
  'у него передоз сейчас',
  'отец с ножом',
  'он меня убьет',
  'стою на крыше',
  'режу себя',
  'ол дем алмай жатыр',
  'оянбай жатыр',
  'өлгім келеді',
  'өмір сүргім келмейді',
  'өзімді өлтіремін',
  'асыламын',
  'күйеуім ұрып жатыр',
  'әкем пышақпен жүр',
  'he is not breathing',
  'i want to kill myself',
  'i took all the pills',
  'she is unconscious',
  'overdose right now',
  'my dad has a knife',
  'cutting myself right now',
];

test.each(BLUNT)('%s: the help card', (text) => {
  expect(guard(text)).toMatchObject({ care: true });
});

test('without the trained model the table of crisis still brings the card, and a person looks', () => {
  const steps = usualSteps().map((step) => {
    if (step.name !== 'meaning') return step;
    const run = () => {
      throw new Error('planted');
    };
    return { ...step, run };
  });
  const lame = createGuard({ steps });
  for (const text of ['он не дышит', 'ол дем алмай жатыр', 'he is not breathing', 'не хочу жить', 'өлгім келеді']) {
    expect(lame(text)).toMatchObject({ outcome: 'hold', care: true, labels: ['crisis'] });
  }
  expect(lame('Сегодня легче')).toMatchObject({ outcome: 'hold', care: false, labels: [] });
});

test('hostile input never throws and spans stay inside the text, in code unit order', () => {
  const pieces = fc.constantFrom(
    '8 7',
    '000',
    'собака',
    'точка',
    '@',
    '_',
    '.',
    '/',
    '*',
    'з а к л ',
    'өл',
    'кім',
    '🌿',
    '8️⃣',
    '\u200b',
    '\ud800',
    'ﷺ',
    'о'.repeat(50),
    '1 '.repeat(20),
    'a_'.repeat(20),
    'т.'.repeat(20),
    'не хочу ',
    'www.',
    'улица ',
    'дом 5 ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1000 }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('').slice(0, 1000)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { outcome, hits } = guard(text);
      expect(['pass', 'mask', 'hold', 'refuse']).toContain(outcome);
      for (const { start, end } of hits) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});

test.each(['8 7 ', 'a_', '@', 'т.', '*а', 'о ', 'не ', '1', 'a.', 'п-', '"', '🌿', 'кім '])(
  '16 kB of %j is judged',
  (piece) => {
    expect(guard(piece.repeat(Math.ceil(16_384 / piece.length))).outcome).toMatch(/pass|mask|hold|refuse/);
  },
);

test('the same text gets the same verdict, whatever was read before', () => {
  const text = 'меф в наличии, пиши @primer_shop00';
  const before = guard(text);
  guard('а'.repeat(900));
  guard('8 701 000 11 22');
  expect(guard(text)).toEqual(before);
});
