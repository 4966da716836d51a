import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { publishedDirectory } from '../../tests/directory/data.ts';
import type { DirectoryData, DirectoryQuery } from '../ports/directory.ts';
import { digitsOf, tokens } from './fold.ts';
import { Search } from './search.ts';
import { loadNeeds, loadPlaces, parseNeeds, parsePlaces } from './words.ts';

let data: DirectoryData;
let search: Search;
beforeAll(async () => {
  data = publishedDirectory();
  search = new Search(data, Date.parse('2026-11-23'));
});

const ask = (q: string, more: Partial<DirectoryQuery> = {}) =>
  search.ask({ q, region: null, kind: null, lang: 'ru', ...more });

test.each([
  ['Шымкент', 'shymkent', 'ШЫМКЕНТ', 'Şymkent'],
  ['орталығы', 'орталыгы', 'ortalyghy', 'ortaligi'],
  ['наркология', 'narkologiya', 'narkologia', 'narcologia'],
  ['Жетісу', 'Жетысу', 'Zhetysu', 'jetisu'],
  ['Ұлытау', 'Улытау', 'Ulytau'],
  ['молодёжный', 'молодежный', 'molodezhny', 'molodejniy'],
])('%s and its spellings are one word', (first, ...others) => {
  for (const other of others) expect(tokens(other)).toEqual(tokens(first));
});

test('digits are a number only without letters', () => {
  expect(digitsOf('13-03')).toBe('1303');
  expect(digitsOf('+7 (727) 382-36-21')).toBe('7273823621');
  expect(digitsOf('8 727 382 36 21')).toBe('7273823621');
  expect(digitsOf('1303 алматы')).toBeNull();
  expect(digitsOf('мне 15')).toBeNull();
});

test('an empty question gives the whole directory, those who treat first', () => {
  const { listings, total, helplines, counts } = ask('');
  expect(total).toBe(96);
  expect(listings.slice(0, 6).map(({ kind }) => kind)).toEqual(Array(6).fill('state_centre'));
  expect(helplines).toHaveLength(16);
  expect(counts.kind).toEqual({ state_centre: 6, self_help_group: 17, youth_health_centre: 73 });
  expect(counts.hasPhone).toEqual({ yes: 22, no: 74 });
});

test('every filter narrows, and its counts say what each other choice would give', () => {
  const inAlmaty = ask('', { region: 'KZ-75' });
  expect(inAlmaty.total).toBe(27);
  expect(inAlmaty.perKind).toEqual({ state_centre: 4, self_help_group: 11, youth_health_centre: 12 });
  expect(inAlmaty.perRegion).toMatchObject({ 'KZ-75': 27, 'KZ-71': 11, 'KZ-79': 8 });
  const groups = ask('', { region: 'KZ-75', kind: 'self_help_group' });
  expect(groups.total).toBe(11);
  expect(groups.perRegion).toEqual({ 'KZ-75': 11, 'KZ-19': 3 });
  expect(groups.perKind).toEqual(inAlmaty.perKind);
  expect(groups.counts.city).toEqual({ Алматы: 11 });
  expect(ask('', { service: 'detox' }).listings.map(({ id }) => id)).toEqual(['ala-cpz-narco']);
  expect(
    ask('', { forWhom: 'women' })
      .listings.map(({ id }) => id)
      .sort(),
  ).toEqual(['aa-alma', 'aa-women-zhubanov']);
  expect(ask('', { forWhom: 'men' }).listings.map(({ id }) => id)).toEqual(['aa-aaa']);
  expect(ask('', { language: 'kk' }).total).toBe(3);
  expect(ask('', { cost: 'paid' }).listings.map(({ id }) => id)).toEqual(['ala-cpz-narco-paid']);
  expect(ask('', { addictionSpecific: true }).total).toBe(20);
  expect(ask('', { hasPhone: false }).total).toBe(74);
  expect(ask('', { city: 'Талгар' }).listings.map(({ id }) => id)).toEqual(['aa-talhiz']);
});

test('counts are true: each equals the answer with that choice', () => {
  const { counts } = ask('', { hasPhone: true });
  for (const [region, count] of Object.entries(counts.region)) {
    expect(ask('', { hasPhone: true, region }).total, region).toBe(count);
  }
  for (const [service, count] of Object.entries(counts.service)) {
    expect(ask('', { hasPhone: true, service }).total, service).toBe(count);
  }
});

test('a filter for the region goes before a place in the words', () => {
  const answer = ask('нарколог алматы', { region: 'KZ-71' });
  expect(answer.listings.map(({ id }) => id)).toEqual(['ast-gcpz']);
  expect(answer.perRegion['KZ-75']).toBe(ask('нарколог', { region: 'KZ-75' }).total);
});

test('a place without such an entry shows the nearest of its kind and what else is there', () => {
  const answer = ask('нарколог Караганда');
  expect(answer).toMatchObject({ listings: [], total: 0 });
  expect(answer.understood).toEqual({ place: { region: 'KZ-35', city: 'Караганда' }, needs: ['narcology'] });
  expect(answer.instead[0]?.id).toBe('ast-gcpz');
  expect(answer.alsoThere.map(({ region }) => region)).toEqual(['KZ-35', 'KZ-35']);
  expect(answer.helplines.map(({ id }) => id)).not.toContain('ala-narco');
  expect(ask('', { region: 'KZ-27' }).instead).toHaveLength(5);
  expect(
    ask('аа караганда')
      .instead.map(({ region }) => region)
      .slice(0, 3),
  ).toEqual([null, null, null]);
});

test.each([
  'xqzvw',
  '🙂',
  '   ',
  '\u0000',
  '<script>alert(1)</script>',
  '(((',
  '*',
  'а'.repeat(10_000),
  'аа '.repeat(500),
])('nonsense %# is answered, never with nothing to call', (q) => {
  const answer = ask(q);
  expect(answer.helplines.length).toBeGreaterThan(0);
  expect(answer.listings.length + answer.instead.length).toBeGreaterThan(0);
});

test('no question throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (q) => {
      const { total, listings } = ask(q);
      expect(listings.length).toBe(Math.min(total, 100));
    }),
    { numRuns: 300 },
  );
});

test('a number finds its entries and its line', () => {
  expect(ask('382-36-21').listings[0]?.id).toBe('ala-cpz-narco');
  expect(ask('+7 (727) 382 34 62').helplines[0]?.id).toBe('ala-narco');
  expect(ask('103').helplines[0]?.id).toBe('kz-103');
});

test.each([
  ['yfhrjkju', 'ala-cpz-narco', 'ala-narco'], // the other keyboard layout
  ['центр на макатаева', 'ala-cpz-narco', null],
  ['шымкент поликлиника 7', 'youth-054', null],
  ['viktoria aa', 'aa-viktoria', 'aa-ru'],
  ['группа наурыз', 'aa-nauryz', 'aa-nauryz'],
  ['игровая зависимость', 'ala-cpz-psych', 'ala-1303'],
  ['можно ли лечиться анонимно', 'aa-online-probuzhdenie', 'ala-1303'],
  ['ya ne hochu zhit', null, 'kz-112'],
  ['мой друг умирает передозировка', null, 'kz-103'], // «друг» is no drug
  ['панические атаки', 'ala-cpz-psych', 'ala-1303'], // «пани» is not «пьян»
  ['детский телефон доверия', null, 'kz-111'],
  ['Батыс Қазақстан', null, 'kz-112'],
  ['аа на казахском', null, 'aa-kk'],
])('%s finds %s and %s', (q, listing, line) => {
  const { listings, helplines } = ask(q);
  if (listing) expect(listings[0]?.id).toBe(listing);
  if (line) expect(helplines[0]?.id).toBe(line);
});

test('a region is found without its «облысы», and Almaty is the city unless the region is said', () => {
  const place = (q: string) => ask(q).understood.place?.region;
  expect(['Батыс Қазақстан', 'north kazakhstan', 'область абая', 'вко'].map(place)).toEqual([
    'KZ-27',
    'KZ-59',
    'KZ-10',
    'KZ-63',
  ]);
  expect(['алматы', 'almaty region', 'алматинская', 'Алматы облысы'].map(place)).toEqual([
    'KZ-75',
    'KZ-19',
    'KZ-19',
    'KZ-19',
  ]);
});

test('a list is paged without holes, and can be asked for by freshness', () => {
  const all = ask('').listings.map(({ id }) => id);
  const paged = [0, 40, 80].flatMap((offset) => ask('', { offset, limit: 40 }).listings.map(({ id }) => id));
  expect(paged).toEqual(all);
  const dates = ask('', { sort: 'freshest' }).listings.map(({ source }) => source.date || source.readOn);
  expect(dates).toEqual(dates.toSorted().reverse());
});

test('an entry that is due for another look sinks below its like', () => {
  const [old, fresh] = ['aa-bill', 'aa-viktoria'];
  const listings = data.listings.map((listing) =>
    listing.id === old ? listing : { ...listing, source: { ...listing.source, calledOn: '2027-01-01' } },
  );
  const later = new Search({ ...data, listings }, Date.parse('2027-01-10'));
  const groups = later.ask({ q: 'аа алматы', region: null, kind: null, lang: 'ru' }).listings.map(({ id }) => id);
  expect(groups.indexOf(old)).toBeGreaterThan(groups.indexOf(fresh));
  expect(groups.at(-1) === old || groups.at(-1) === 'aa-shapagat').toBe(true);
});

test('the word pages name lines, entries and regions that exist', () => {
  const lines = new Set(data.helplines.map(({ id }) => id));
  const entries = new Set(data.listings.map(({ id }) => id));
  for (const need of loadNeeds()) {
    expect(need.phrases.length, need.name).toBeGreaterThan(0);
    expect(need.lines.length + need.listings.length, need.name).toBeGreaterThan(0);
    expect(
      need.lines.filter((id) => !lines.has(id)),
      need.name,
    ).toEqual([]);
    const named = need.listings.flatMap(({ conditions }) => conditions).filter(({ field }) => field === 'id');
    expect(
      named.filter(({ value }) => !entries.has(value)),
      need.name,
    ).toEqual([]);
  }
  const codes = new Set(data.regions.map(({ code }) => code));
  expect(loadPlaces().filter(({ region }) => !codes.has(region))).toEqual([]);
});

test('a mistake in a word page is named with its line', () => {
  expect(() => parseNeeds('# a page\nkk: сөз')).toThrow('needs.txt, line 2');
  expect(() => parseNeeds('[a]\nlistings: kind:x')).toThrow('needs.txt, line 2: "kind:x"');
  expect(() => parseNeeds('[a]\ncolour: red')).toThrow('"colour" is not known');
  expect(() => parsePlaces('KZ-1, Алматы: x')).toThrow('places.txt, line 1');
});
