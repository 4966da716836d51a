import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedDirectory } from '../../../tests/directory/data.ts';
import type { DirectoryData } from '../../ports/directory.ts';
import { createDirectory, type LiveDirectory } from '../snapshot.ts';
import { createHsdsRouter } from './router.ts';
import type { Organization, Service, ServiceAtLocation } from './shapes.ts';
import { uuid } from './uuid.ts';

type Page<T> = {
  total_items: number;
  total_pages: number;
  last_page: boolean;
  empty: boolean;
  size: number;
  contents: T[];
};

let data: DirectoryData;
let directory: LiveDirectory;
let base: string;
let close: () => void;

beforeAll(async () => {
  data = publishedDirectory();
  directory = await createDirectory({ read: async () => data, file: null, clock: () => Date.parse('2026-11-23') });
  const app = express().use(
    '/hsds',
    createHsdsRouter(directory, { origin: 'https://tirek.example', version: '1.2.3' }),
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds`;
  close = () => server.close();
});
afterAll(() => close());

const get = (path: string, init?: RequestInit) => fetch(`${base}${path}`, init);
const json = async <T>(path: string): Promise<T> => (await get(path)).json() as Promise<T>;

async function readAll<T>(list: string, query: string): Promise<T[]> {
  const things: T[] = [];
  for (let page = 1; ; page++) {
    const { contents, last_page } = await json<Page<T>>(`/${list}?${query}&page=${page}`);
    things.push(...contents);
    if (last_page) return things;
  }
}

test('the start says which standard, which profile and where the document is', async () => {
  expect(await json('/')).toEqual({
    version: '3.0',
    profile: 'https://tirek.example/hsds/profile',
    openapi_url: 'https://tirek.example/hsds/openapi.json',
  });
  expect((await get('')).status).toBe(200);
  const document = await json<{ paths: object; info: { version: string } }>('/openapi.json');
  expect(document.info.version).toBe('1.2.3');
  expect(Object.keys(document.paths)).toContain('/services/{id}');
  expect((await get('/profile')).status).toBe(200);
});

test('a client that follows the pages reads every listing and every line', async () => {
  const services = await readAll<Service>('services', 'per_page=9');
  expect(services).toHaveLength(data.listings.length + data.helplines.length);
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  expect(await readAll<ServiceAtLocation>('service_at_locations', 'per_page=11')).toHaveLength(96);
  const organizations = await readAll<Organization>('organizations', 'per_page=10');
  const known = new Set(organizations.map(({ id }) => id));
  expect(services.filter(({ organization }) => !known.has(organization?.id ?? ''))).toEqual([]);
  expect(organizations.filter(({ name }) => name === 'Анонимные Алкоголики (АА)')).toHaveLength(1);
});

test('one service tells what its entry tells, and that nobody has called', async () => {
  const service = await json<Service>(`/services/${uuid('service', 'ala-cpz-narco')}`);
  expect(service.phones?.map(({ number }) => number)).toEqual(['+77273823621', '+77273823462', '1303']);
  expect(service.assured_date).toBe('2026-11-22');
  expect(service.alert).toContain('Nobody has called yet');
  expect(service.service_at_locations?.[0]?.location.addresses?.[0]).toMatchObject({ city: 'Алматы', country: 'KZ' });
  expect(service.metadata?.map(({ updated_by }) => updated_by)).toEqual(['directory volunteer']);
  const source = service.attributes?.find(({ taxonomy_term }) => taxonomy_term.code === 'source');
  expect(source?.value).toBe(data.listings.find(({ id }) => id === 'ala-cpz-narco')?.source.url);
});

test('identifiers stay the same over a rebuild, and a called entry says so', async () => {
  const before = await readAll<Service>('services', 'minimal=true');
  const called = data.listings.map((listing) =>
    listing.id === 'aa-bill' ? { ...listing, source: { ...listing.source, calledOn: '2026-12-01' } } : listing,
  );
  const shown = data;
  data = { ...data, listings: called };
  await directory.refresh();
  const after = await readAll<Service>('services', 'minimal=true');
  const service = await json<Service>(`/services/${uuid('service', 'aa-bill')}`);
  data = shown;
  await directory.refresh();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(service.assured_date).toBe('2026-12-01');
  expect(service.alert).toBeUndefined();
  expect(service.metadata?.map(({ updated_by }) => updated_by)).toEqual([
    'directory volunteer',
    'two directory volunteers',
  ]);
});

test('lists are short unless asked in full; minimal is everything in one page', async () => {
  const short = await json<Page<Service>>('/services?per_page=1');
  expect(short.contents[0]?.phones).toBeUndefined();
  expect(short.contents[0]?.organization).toBeDefined();
  const full = await json<Page<Service>>('/services?per_page=1&full=true');
  expect(full.contents[0]?.phones).toBeDefined();
  const minimal = await json<Page<object>>('/services?minimal=true');
  expect(minimal).toMatchObject({ total_items: 112, total_pages: 1, size: 112, last_page: true });
  expect(Object.keys(minimal.contents[0] ?? {})).toEqual(['id', 'modified_date']);
  const [group] = (await readAll<Organization>('organizations', 'search=анонимные+алкоголики')).slice(0, 1);
  const whole = await json<Organization>(`/organizations/${group?.id}?full_service=true`);
  expect(whole.services).toHaveLength(17);
});

test('a question by words, by term, by organization and by date finds what it should', async () => {
  const found = await json<Page<Service>>('/services?search=narkolog+almaty');
  expect(found.contents[0]?.id).toBe(uuid('service', 'ala-cpz-narco'));
  const terms =
    await json<Page<{ id: string; code: string; taxonomy_detail: { id: string } }>>('/taxonomy_terms?search=detox');
  expect(terms.contents.map(({ code }) => code)).toEqual(['detox']);
  const detox = await json<Page<Service>>(`/services?taxonomy_term_id=${terms.contents[0]?.id}`);
  expect(detox.contents.map(({ id }) => id)).toEqual([uuid('service', 'ala-cpz-narco')]);
  const services = terms.contents[0]?.taxonomy_detail.id;
  expect(await json(`/services?taxonomy_id=${services}&per_page=1`)).toMatchObject({ total_items: 96 });
  expect(await json(`/taxonomy_terms?taxonomy_id=${services}&per_page=1`)).toMatchObject({ total_items: 12 });
  const group = uuid('organization', 'Анонимные Алкоголики (АА)');
  expect(await json(`/service_at_locations?organization_id=${group.toUpperCase()}`)).toMatchObject({ total_items: 17 });
  expect(await json('/services?modified_after=2026-11-22')).toMatchObject({ total_items: 112 });
  expect(await json('/services?modified_after=2026-11-22T00:00:00.001Z')).toMatchObject({
    total_items: 0,
    empty: true,
  });
  expect(await json(`/taxonomy_terms?parent_id=${group}`)).toMatchObject({ total_items: 0 });
  expect(await json('/services?page=99')).toMatchObject({ empty: true, last_page: true, size: 0, contents: [] });
});

test.each([
  ['page=0', 'page must be a whole number of at least 1.'],
  ['page=1.5', 'page must be'],
  ['page=abc', 'page must be'],
  ['per_page=501', 'per_page must be a whole number from 1 to 500.'],
  ['per_page=-1', 'per_page must be'],
  ['format=xml', 'format must be json, ndjson or csv.'],
  ['full=1', 'full must be true or false.'],
  ['modified_after=yesterday', 'modified_after must be a date'],
  ['modified_after=2026-13-45', 'modified_after must be a date'],
  ['page=1&page=2', 'Give page once.'],
  ['colour=red', 'no parameter of that name'],
  [`search=${'a'.repeat(101)}`, 'at most 100 characters'],
])('services?%s is refused with a sentence', async (query, sentence) => {
  const response = await get(`/services?${query}`);
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error: string }).error).toContain(sentence);
});

test('what is not there and what may not be done is told in a sentence', async () => {
  for (const path of ['/services/none', '/people', '/services/%00']) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    expect(((await response.json()) as { error: string }).error, path).toMatch(/\.$/);
  }
  const post = await get('/services', { method: 'POST' });
  expect(post.status).toBe(405);
  expect(post.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect((await get('/service_at_locations?postcode=050000')).status).toBe(400);
});

test('any site may read it, and who has a page already gets 304', async () => {
  const first = await get('/services?per_page=2');
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('set-cookie')).toBeNull();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  const again = await get('/services?per_page=2', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const other = await get('/services?per_page=3', { headers: { 'if-none-match': etag } });
  expect(other.status).toBe(200);
  const asked = await get('/services', { method: 'OPTIONS' });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-methods')).toContain('GET');
  const head = await get('/services', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('everything at once as lines and as a table', async () => {
  const lines = (await (await get('/services?format=ndjson&full=true')).text()).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Service).id)).toHaveLength(112);
  const response = await get('/services?format=csv');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const rows = parse<Record<string, string>>(await response.text(), { columns: true });
  expect(rows).toHaveLength(112);
  const centre = rows.find(({ id }) => id === uuid('service', 'ala-cpz-narco'));
  expect(centre?.['organization.name']).toContain('Центр психического здоровья');
  expect((JSON.parse(centre?.phones ?? '') as object[]).length).toBe(3);
});
