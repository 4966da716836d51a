import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { solved } from '../support/proofs.ts';

/** Reports and suggestions of visitors over real HTTP; each visitor behind a proxy has an address of their own. */
const ENTRY = 'ala-cpz-narco';
const NUMBER = '+77273823621';
const HOUR = 3_600_000;

let house: House;
let node: TestNode;
let now = Date.now();
beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house, { clock: () => now, env: { POW_COST: '1', TRUSTED_PROXIES: '1' } });
});
afterAll(async () => {
  await node?.close();
  await house?.close();
  rmSync(house.folder, { recursive: true, force: true });
});
beforeEach(async () => {
  // Another day, another repair: nothing of the test before counts.
  now += 25 * HOUR;
  await house.supabase.asService().from('listings').update({ status: 'published' }).eq('id', ENTRY).throwOnError();
});

const from = (address: string) => ({ 'x-forwarded-for': address });
const path = (kind: string, id: string) => `/ru/report/${kind}/${id}`;

async function send(to: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${node.address}${to}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, to: response.headers.get('location'), page: await response.text() };
}

const slipOf = async (to: string): Promise<string> =>
  /name="slip" value="([^"]+)"/.exec(await (await fetch(`${node.address}${to}`)).text())?.[1] ?? '';

async function reportWithProof(address: string, id = ENTRY, what = `not_working:${NUMBER}`) {
  const proof = await solved(node.address, 'report', from(address));
  return send(path('listing', id), { what, proof }, from(address));
}
async function reportWithoutScript(address: string, id = ENTRY) {
  const slip = await slipOf(path('listing', id));
  now += 60_000;
  return send(path('listing', id), { what: 'closed', slip }, from(address));
}

const marked = async (id = ENTRY) => {
  const page = await (await fetch(`${node.address}/ru/directory/${id}`)).text();
  return page.includes('Проверяется');
};
const repairOf = async (entry: string) => {
  const sql = house.supabase.asService().rpc('repair_figures');
  return { figures: (await sql.throwOnError()).data[0], entry };
};

test('three visitors with proofs mark the entry at once, on its page and in the open data', async () => {
  for (const address of ['203.0.113.1', '203.0.113.2']) {
    expect(await reportWithProof(address)).toMatchObject({ status: 303, to: `${path('listing', ENTRY)}?sent=yes` });
    expect(await marked()).toBe(false);
  }
  expect((await reportWithProof('203.0.113.3')).status).toBe(303);
  expect(await marked()).toBe(true);
  const services = await (await fetch(`${node.address}/hsds/services?per_page=500&full=true`)).json();
  const text = JSON.stringify(services);
  expect(text).toMatch(/Being checked since \d{4}-\d\d-\d\d/);
  expect(text).not.toContain('"inactive"');
});

test('one visitor marks nothing, with any number of proofs, also when they come back in the next hours', async () => {
  const id = 'youth-002';
  for (let hour = 0; hour < 4; hour += 1) {
    for (let times = 0; times < 3; times += 1) {
      expect((await reportWithProof('203.0.113.7', id, 'closed')).status).toBe(303);
    }
    now += HOUR;
  }
  expect(await marked(id)).toBe(false);
});

test('without JavaScript a report is taken and never counts toward the mark', async () => {
  const id = 'youth-003';
  for (let visitor = 1; visitor <= 6; visitor += 1) {
    expect((await reportWithoutScript(`203.0.113.${visitor}`, id)).status).toBe(303);
  }
  expect(await marked(id)).toBe(false);
  expect((await repairOf(id)).figures?.reports).toBeGreaterThanOrEqual(6);
});

test('a slip that is too young, used, forged or absent is told in a sentence, and the form comes back', async () => {
  const to = path('listing', 'youth-004');
  const slip = await slipOf(to);
  const early = await send(to, { what: 'closed', slip });
  expect(early.status).toBe(400);
  expect(early.page).toContain('Немного рано');
  expect(early.page).toContain(slip);
  now += 60_000;
  expect((await send(to, { what: 'closed', slip })).status).toBe(303);
  for (const again of [{ slip }, { slip: `${slip.slice(0, -3)}abc` }, {}] as Record<string, string>[]) {
    const refused = await send(to, { what: 'closed', ...again });
    expect(refused.status).toBe(400);
    expect(refused.page).toContain('Эта страница устарела');
  }
});

test('what is no report is refused: other words, a strange number, an unknown entry, an emergency number', async () => {
  const proof = () => solved(node.address, 'report');
  for (const what of ['Асель', 'closed; drop', 'not_working:+77010001234', '']) {
    expect((await send(path('listing', ENTRY), { what, proof: await proof() })).status).toBe(400);
  }
  for (const to of [path('listing', 'nowhere'), path('person', ENTRY), path('helpline', 'kz-112')]) {
    expect((await send(to, { what: 'closed', proof: await proof() })).status).toBe(404);
    expect((await fetch(`${node.address}${to}`)).status).toBe(404);
  }
  expect((await send(path('helpline', 'kz-150'), { what: 'not_working:150', proof: await proof() })).status).toBe(303);
});

test('another site cannot send the form in the name of its readers', async () => {
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }])
    expect((await send(path('listing', ENTRY), { what: 'closed' }, headers as Record<string, string>)).status).toBe(
      403,
    );
});

const PLACE = {
  name: 'Центр «Дала-тест»',
  kind: 'private_rehab',
  region: 'KZ-75',
  city: 'Алматы',
  phone: '+7 727 000 11 22',
  web: '',
  from: 'been_there',
};

test('a suggestion waits for an editor; wrong fields are named, and what was filled in stays', async () => {
  const to = '/ru/suggest';
  const slip = await slipOf(to);
  now += 60_000;
  const wrong = await send(to, {
    ...PLACE,
    name: 'x',
    kind: 'casino',
    phone: 'call me',
    web: 'javascript:alert(1)',
    slip,
  });
  expect(wrong.status).toBe(400);
  for (const field of ['name', 'kind', 'phone', 'web']) expect(wrong.page).toContain(`id="${field}-error"`);
  expect(wrong.page).not.toContain('id="city-error"');
  expect(wrong.page).toContain('value="call me"');
  const nowhere = await send(to, { ...PLACE, city: '', phone: '', slip });
  expect(nowhere.page).toContain('id="city-error"');
  expect((await send(to, { ...PLACE, slip })).to).toBe(`${to}?sent=yes`);
  const known = await send(to, { ...PLACE, phone: '8 (727) 382 36 21', slip: await slipOf(to) });
  expect(known.page).toContain(`/ru/directory/${ENTRY}`);
});

test('a day has room for so many suggestions, and says so', async () => {
  const list = `suggestions:${Math.floor(now / (24 * HOUR))}`;
  const counts = Array.from({ length: 200 }, () => node.stores.keep.count(list, HOUR));
  await Promise.all(counts);
  const slip = await slipOf('/ru/suggest');
  now += 60_000;
  const { status, page } = await send('/ru/suggest', { ...PLACE, phone: '', slip });
  expect(status).toBe(429);
  expect(page).toContain('На сегодня места больше нет');
});

test('none of a visitor enters the database or a log: no words of a suggestion, no address', async () => {
  const slip = await slipOf('/ru/suggest');
  now += 60_000;
  expect(
    (await send('/ru/suggest', { ...PLACE, name: 'слово-посетителя-77', slip }, from('198.51.100.77'))).status,
  ).toBe(303);
  await reportWithProof('198.51.100.77', 'youth-005', 'other');
  const kept = await node.stores.keep.get<string>(`suggestions:${Math.floor(now / (24 * HOUR))}:1`);
  expect(kept).toMatch(/^[0-9a-f-]{36}$/);
  await node.close();
  await house.supabase.close();
  const holding = (words: string) =>
    readdirSync(house.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(Buffer.from(words)));
  expect(holding('youth-005')).not.toEqual([]);
  for (const words of ['слово-посетителя-77', '198.51.100.77', 'Дала-тест']) expect(holding(words)).toEqual([]);
  for (const trace of ['слово-посетителя', '198.51.100.77', '203.0.113.'])
    expect(node.lines.join('\n')).not.toContain(trace);
});
