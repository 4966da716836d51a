/**
 * The disguises one by one. What is caught in plain words is caught in each disguise, with the same label and with places
 * that lie in the text as it was sent; and honest talk in the same disguise flows.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGuard } from './guard.ts';

const guard = createGuard();

const DEAL = 'продам меф, закладки по городу';
const DEAL_EN = 'selling speed, drops all over town';
const HIRE_KK = 'курьер керек, күніне 50 мың төлейміз';
const HIRE_RU = 'ищем курьеров, оплата каждый день, опыт не нужен';
const PHONE = 'позвони мне 8 701 000 12 34';
const CRISIS = 'не хочу жить, сегодня всё закончу';
const CRISIS_KK = 'өмір сүргім келмейді';
const CRISIS_EN = 'i want to kill myself tonight';
const HONEST = 'спасибо за поддержку, мне сегодня легче';
const COUNTED = 'сегодня 12 дней, было 3 срыва, держусь';
const HONEST_EN = 'thank you all, today is easier for me';
const HONEST_KK = 'бүгін маған жеңіл, рахмет сендерге';
const LABELS: Readonly<Record<string, string>> = {
  [DEAL]: 'dealing',
  [DEAL_EN]: 'dealing',
  [HIRE_KK]: 'recruitment',
  [HIRE_RU]: 'recruitment',
  [PHONE]: 'contact',
  [CRISIS]: 'crisis',
  [CRISIS_KK]: 'crisis',
  [CRISIS_EN]: 'crisis',
};

const swap = (from: string, to: string) => {
  const twins = new Map([...from].map((letter, i) => [letter, [...to][i] ?? letter]));
  return (text: string) => [...text].map((letter) => twins.get(letter) ?? letter).join('');
};
const styled = (first: number) => (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));
const letters = (mark: string) => (text: string) =>
  text
    .split(' ')
    .map((word) => [...word].join(mark))
    .join(mark === ' ' || mark === '\n' ? mark : ' ');
const between = (mark: string) => (text: string) => text.replace(/(\p{L})(?=\p{L})/gu, `$1${mark}`);
/** Russian keys to Latin ones, as they lie on the keyboard. */
const KEYS = ['йцукенгшщзхъфывапролджэячсмитьбюё', "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"] as const;

/** Name, what it does, the plain texts it is tried on, honest ones. */
const DISGUISES: readonly [string, (text: string) => string, readonly string[], readonly string[]][] = [
  [
    'case',
    (text) => [...text].map((letter, i) => (i % 2 === 0 ? letter.toUpperCase() : letter)).join(''),
    [DEAL, DEAL_EN, HIRE_KK, CRISIS, CRISIS_EN],
    [HONEST, HONEST_EN, HONEST_KK],
  ],
  ['invisible marks', between('\u200b'), [DEAL, DEAL_EN, HIRE_KK, CRISIS], [HONEST, HONEST_EN, HONEST_KK]],
  ['soft hyphens', between('\u00ad'), [DEAL, HIRE_RU, CRISIS_KK], [HONEST, HONEST_KK]],
  ['combining marks', between('\u0336'), [DEAL, DEAL_EN, HIRE_KK, CRISIS], [HONEST, HONEST_EN, HONEST_KK]],
  ['Latin look-alikes', swap('аеорсух', 'aeopcyx'), [DEAL, HIRE_RU, HIRE_KK, CRISIS], [HONEST, HONEST_KK]],
  ['Cyrillic look-alikes', swap('aeopcyx', 'аеорсух'), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['Greek in Latin', swap('aeovt', 'αεοντ'), [DEAL_EN], [HONEST_EN]],
  ['Greek in Cyrillic', swap('опрфк', 'οπρφκ'), [DEAL, CRISIS], [HONEST]],
  ['full width', styled(0xff41), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['bold script', styled(0x1d4ea), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['double-struck', styled(0x1d552), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['circled', styled(0x24d0), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['squared', styled(0x1f130), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['leet in Cyrillic', swap('оеа', '03@'), [DEAL, CRISIS], [HONEST]],
  ['leet in Latin', swap('oes', '03$'), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
  ['spaced letters', letters(' '), [DEAL, HIRE_RU, CRISIS], [HONEST]],
  ['dotted letters', letters('.'), [DEAL, HIRE_RU, CRISIS], [HONEST]],
  ['hyphenated letters', letters('-'), [DEAL, HIRE_RU, CRISIS], [HONEST]],
  ['letters in a column', letters('\n'), [DEAL, HIRE_RU, CRISIS], [HONEST]],
  [
    'repeats',
    (text) => text.replace(/[аеоиуaeiou]/g, '$&$&$&$&'),
    [DEAL, DEAL_EN, HIRE_RU, HIRE_KK, CRISIS],
    [HONEST, HONEST_EN, HONEST_KK],
  ],
  ['keycaps', (text) => text.replace(/\d/g, '$&\ufe0f\u20e3'), [PHONE, HIRE_KK], [COUNTED]],
  ['Arabic digits', swap('0123456789', '٠١٢٣٤٥٦٧٨٩'), [PHONE, HIRE_KK], [COUNTED]],
  ['circled digits', swap('0123456789', '⓪①②③④⑤⑥⑦⑧⑨'), [PHONE], [COUNTED]],
  ['mathematical digits', swap('0123456789', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'), [PHONE], [COUNTED]],
  ['letters for digits', swap('013', 'OlЗ'), [PHONE], [COUNTED]],
  ['Kazakh without its letters', swap('әғқңөұүһі', 'агкноуухи'), [HIRE_KK, CRISIS_KK], [HONEST_KK]],
  ['Russian on Latin keys', swap(...KEYS), [DEAL, HIRE_RU, CRISIS], [HONEST]],
  ['English on Cyrillic keys', swap(KEYS[1], KEYS[0]), [DEAL_EN, CRISIS_EN], [HONEST_EN]],
];

const caught = DISGUISES.flatMap(([name, disguise, texts]) =>
  texts.map((text): [string, string, string] => [name, LABELS[text] ?? '', disguise(text)]),
);
/** Disguises that no rule of letters makes: written out. */
const WRITTEN: readonly [string, string, string][] = [
  ['a reversed word', 'dealing', 'продам фем, икдалказ по городу'],
  ['emoji for the goods', 'dealing', 'продам 🍄 и ❄️, клад по городу'],
  ['digits in Russian words', 'contact', 'позвони восемь семьсот один ноль ноль ноль двенадцать тридцать четыре'],
  ['digits in Kazakh words', 'contact', 'хабарлас сегіз жеті жүз бір нөл нөл нөл он екі отыз төрт'],
  ['digits in English words', 'contact', 'call me eight seven oh one zero zero zero twelve thirty four'],
  ['Russian in Latin', 'dealing', 'prodam mef, zakladki po gorodu'],
  ['Russian in Latin', 'recruitment', 'ishchem kurerov, oplata kazhdyy den, opyt ne nuzhen'],
  ['Russian in Latin', 'crisis', 'ne hochu zhit, segodnya vse zakonchu'],
  ['Kazakh in Latin, plain', 'recruitment', 'kuryer kerek, kunine 50 myn toleymiz'],
  ['Kazakh in Latin of 2018', 'recruitment', 'kýrer kerek, kúnine 50 myń tóleımiz'],
  ['Kazakh in Latin of 2021', 'recruitment', 'kurer kerek, künıne 50 myñ töleimız'],
  ['Kazakh in Latin, plain', 'crisis', 'omir surgim kelmeidi'],
  ['Kazakh in Latin of 2018', 'crisis', 'ómir súrgim kelmeıdi'],
  ['Kazakh in Latin of 2021', 'crisis', 'ömır sürgım kelmeidı'],
];

test.each(Object.entries(LABELS))('plain: "%s" is %s', (text, label) => {
  expect(guard(text).labels).toContain(label);
});

test.each([...caught, ...WRITTEN])('%s: still %s: %j', (_, label, text) => {
  const { labels, hits } = guard(text);
  expect(labels).toContain(label);
  const own = hits.filter((hit) => hit.label === label);
  expect(own.length).toBeGreaterThan(0);
  for (const { start, end } of own) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end).trim()).not.toBe('');
  }
});

const honest = DISGUISES.flatMap(([name, disguise, , texts]) =>
  texts.map((text): [string, string] => [name, disguise(text)]),
);

test.each<[string, string]>([
  ...honest,
  ['a reversed word', 'я прочитал слово "шалаш" наоборот'],
  ['emoji', 'сегодня первый снег ❄️, жду весну 🌱'],
  ['digits in Russian words', 'было три срыва, теперь двенадцать дней без него'],
  ['digits in Kazakh words', 'он екі күн болды, отыз күнге жетемін'],
  ['digits in English words', 'one day, then twelve, then thirty four'],
  ['Russian in Latin', 'spasibo za podderzhku, mne segodnya legche'],
  ['Kazakh in Latin, plain', 'bugin magan jenil, rahmet senderge'],
  ['Kazakh in Latin of 2018', 'búgin maǵan jeńil, rahmet senderge'],
])('%s: honest talk flows: %j', (_, text) => {
  expect(guard(text)).toMatchObject({ outcome: 'pass', care: false });
});

test('a place found in the other layout is the same in the text that was sent', () => {
  const text = swap(...KEYS)('друзья, я не хочу жить');
  const spots = guard(text).hits.filter(({ label }) => label === 'crisis');
  expect(spots.map(({ start, end }) => text.slice(start, end))).toContain(swap(...KEYS)('не хочу жить'));
});

/** The shortest of several times, in milliseconds: what the work takes when nothing else disturbs it. */
function shortest(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    guard(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

test('hostile pieces, twice as long, take no more than a few times as long', () => {
  const pieces = [
    '8 7 ',
    'a_',
    '@a',
    'т.',
    'г**',
    'о ',
    'не хочу ',
    '1',
    'a.b',
    'п-',
    '🌿',
    'x/',
    'дом 5 ',
    'ghj',
    'l. ',
    ' ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }), (parts) => {
      const piece = parts.join('');
      const [half, whole] = [4096, 8192].map((size) => piece.repeat(Math.ceil(size / piece.length)));
      // A busy machine may disturb one try, not all of them; what grows like a square takes four times as long in each.
      const linear = () => shortest(whole ?? '') < shortest(half ?? '') * 3.5 + 1;
      expect([1, 2, 3, 4, 5, 6, 7, 8].some(linear), piece).toBe(true);
    }),
    { numRuns: 25, examples: [[['a_', 'x/']], [['a.b', ' ']]] },
  );
});
