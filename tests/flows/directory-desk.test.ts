import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportEntry } from '../../server/directory/repair/report.ts';
import { keepSuggestion, waitingSuggestions } from '../../server/directory/repair/suggest.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, hire, type PersonInTest } from '../support/people.ts';

/** The directory's desk over real sockets: two nodes on one database, volunteers who call, a coordinator who edits. */
const ENTRY = 'ala-cpz-narco';
let house: House;
let node: TestNode;
let bota: PersonInTest;
let dana: PersonInTest;
let erlan: PersonInTest;

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  bota = await atDesk(node, await hire(house, 'Bota', 'coordinator'));
  dana = await atDesk(node, await hire(house, 'Dana', 'moderator'));
  erlan = await atDesk(node, await hire(house, 'Erlan', 'moderator', ['families']));
});
afterAll(async () => {
  for (const person of [bota, dana, erlan]) person?.close();
  await node?.close();
  await house?.close();
});

const page = async (path = `/ru/directory/${ENTRY}`) => (await fetch(`${node.address}${path}`)).text();
const file = (id = ENTRY, kind: 'listing' | 'helpline' = 'listing') => bota.must('directory:entry', { kind, id });
const suggested = {
  name: 'Предложение посетителя',
  kind: 'private_rehab',
  region: 'KZ-75',
  city: 'Алматы',
  phone: '+7 727 000 11 22',
  web: '',
  from: 'been_there',
} as const;
const suggest = () => keepSuggestion({ keep: node.stores.keep, clock: Date.now }, suggested);

test('an edit is on the page at once, and its history says who, what and when', async () => {
  const { version } = await file();
  const saved = await bota.must('directory:save', {
    kind: 'listing',
    id: ENTRY,
    version,
    cells: { hours: 'Mon-Fri 10:00-12:00' },
  });
  expect(saved).toEqual({ id: ENTRY, wrong: [] });
  expect(await page()).toContain('10:00–12:00');
  const [change] = (await file()).history;
  expect(change).toMatchObject({ field: 'hours', after: 'Mon-Fri 10:00-12:00', by: 'Bota' });
});

test('wrong fields are named and nothing is written; what somebody else wrote meanwhile is not lost', async () => {
  const before = await file();
  const cells = { read_on: '2099-01-01', source_url: '', services: 'detox; magic', hours: 'Sun' };
  const wrong = await bota.must('directory:save', { kind: 'listing', id: ENTRY, version: before.version, cells });
  expect(wrong.wrong.sort()).toEqual(['read_on', 'services', 'source_url']);
  expect((await file()).cells.hours).toBe(before.cells.hours);
  const stale = await bota.ask('directory:save', { kind: 'listing', id: ENTRY, version: '', cells: { hours: 'Sun' } });
  expect(stale).toMatchObject({ ok: false, code: 'taken' });
});

test('a number takes two people: the editor alone cannot bring one, two callers can', async () => {
  const { version, cells } = await file();
  const phones = `${cells.phones}; +7 727 382 34 62`;
  const alone = await bota.must('directory:save', { kind: 'listing', id: ENTRY, version, cells: { phones } });
  expect(alone.wrong).toEqual(['phones']);
  const number = '+7 727 382 34 62';
  const first = await dana.must('directory:call', { kind: 'listing', id: ENTRY, outcome: 'works', phones: number });
  expect(first.state).toBe('waiting');
  expect(await page()).not.toContain(number);
  const { calls } = await dana.must('directory:open', {});
  const mine = calls.find(({ entry }) => entry === ENTRY)?.waiting;
  expect(mine).toMatchObject({ mine: true });
  expect(await dana.ask('directory:confirm', { call: mine?.call ?? '', works: true })).toMatchObject({
    code: 'not_allowed',
  });
  const [top] = (await erlan.must('directory:open', {})).calls;
  expect(top).toMatchObject({ entry: ENTRY, waiting: { mine: false } });
  await erlan.must('directory:confirm', { call: top?.waiting?.call ?? '', works: true });
  expect(await page()).toContain(number);
  expect(await page()).toMatch(/Звонили|позвонили|звонили/);
});

test('a caller who finds a line wrong marks it; the editor decides, once, and holds it back', async () => {
  await dana.must('directory:call', { kind: 'helpline', id: 'kz-150', outcome: 'wrong' });
  expect(await page('/ru/help')).toContain('Проверяется');
  const { repairs } = await bota.must('directory:open', {});
  const repair = repairs.find(({ entry }) => entry === 'kz-150');
  expect(repair).toMatchObject({ kind: 'helpline', called: 1, marked: true });
  const decide = (decision: 'held_back' | 'was_right') =>
    bota.ask('directory:repair', { id: repair?.id ?? '', decision });
  expect(await decide('held_back')).toMatchObject({ ok: true });
  expect(await decide('was_right')).toMatchObject({ code: 'already_decided' });
  expect(await page('/ru/help')).not.toContain('/ru/report/helpline/kz-150');
  await bota.must('directory:status', { kind: 'helpline', id: 'kz-150', status: 'published' });
  expect(await page('/ru/help')).toContain('/ru/report/helpline/kz-150');
  expect(await page('/ru/repairs')).toContain('Решено');
});

test("a suggestion becomes a draft in the editor's name with a source, and is forgotten; a refused one too", async () => {
  await suggest();
  await suggest();
  expect((await dana.must('directory:open', {})).suggestions).toEqual([]);
  const [one, two] = (await bota.must('directory:open', {})).suggestions;
  expect(one).toMatchObject({ ...suggested });
  const cells = { name_ru: 'Центр', category: 'private_rehab', region_iso: 'KZ-75', phones: '+7 727 000 11 22' };
  const save = (more: object) =>
    bota.must('directory:save', {
      ...{ kind: 'listing', id: null, version: '', suggestion: one?.id ?? '' },
      cells: { ...cells, ...more },
    });
  expect((await save({})).wrong).toEqual(['source_url']);
  const { id } = await save({ source_url: 'https://example.kz/contacts' });
  const made = await file(id ?? '');
  expect(made).toMatchObject({ status: 'draft', calledOn: null, history: [{ field: 'created', by: 'Bota' }] });
  expect((await fetch(`${node.address}/ru/directory/${id}`)).status).toBe(404);
  await bota.must('directory:status', { kind: 'listing', id: id ?? '', status: 'published' });
  expect((await fetch(`${node.address}/ru/directory/${id}`)).status).toBe(200);
  await bota.must('directory:refuse', { suggestion: two?.id ?? '' });
  expect(await waitingSuggestions({ keep: node.stores.keep, clock: Date.now })).toEqual([]);
});

test('what was edited here is shown by another node too, without waiting for its own round', async () => {
  const other = await startNode(house, { stores: node.stores });
  await bota.must('directory:status', { kind: 'listing', id: 'youth-001', status: 'hidden' });
  await expect
    .poll(async () => (await fetch(`${other.address}/ru/directory/youth-001`)).status, { timeout: 20_000 })
    .toBe(404);
  await other.close();
});

test("views are counted without anybody, and leads end on an editor's word", async () => {
  await page();
  const { calls } = await dana.must('directory:open', {});
  expect(calls.filter(({ kind }) => kind === 'lead').length).toBeGreaterThan(0);
  expect((await dana.ask('directory:lead', { id: 'lead-zko', status: 'dropped' })).ok).toBe(false);
  await bota.must('directory:lead', { id: 'lead-zko', status: 'dropped' });
  expect((await bota.must('directory:open', {})).calls.map(({ entry }) => entry)).not.toContain('lead-zko');
});

test('without the database the report is refused as unavailable, and the page lives', async () => {
  const deps = { ...node.stores, tags: { of: () => 'tag' }, directory: { refresh: async () => true } };
  const broken = { asService: () => ({ rpc: async () => ({ data: null, error: { code: '', message: 'away' } }) }) };
  const report = { kind: 'listing', entry: ENTRY, reason: 'closed', phone: '' } as const;
  await expect(
    reportEntry({ ...deps, supabase: broken } as never, report, { proven: false, address: '::1' }),
  ).rejects.toMatchObject({ code: 'unavailable' });
});
