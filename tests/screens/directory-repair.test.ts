import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { keepSuggestion } from '../../server/directory/repair/suggest.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest, signIn } from '../support/people.ts';
import { LAPTOP, openScreen, PHONE, smallTargets, tooWide } from '../support/screen.ts';

/** Finding, reporting and suggesting as a visitor sees them, with and without JavaScript; then the directory's desk. */
const ENTRY = 'ala-cpz-narco';
const SHOTS = process.env.SHOTS ?? '';
let house: House;
let node: TestNode;
let browser: Browser;
let now = Date.now();

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house, { clock: () => now, env: { POW_COST: '2' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await house?.close();
});

async function screen(options: Parameters<typeof openScreen>[1] = PHONE) {
  const opened = await openScreen(browser, options);
  onTestFinished(opened.close);
  return opened;
}
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === '') return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
async function sound(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect({ name, wide: await tooWide(page), small: await smallTargets(page), axe: await violations(page) }).toEqual({
    name,
    wide: 0,
    small: [],
    axe: [],
  });
}
const reports = async () => (await house.supabase.asService().rpc('repair_figures').throwOnError()).data[0]?.reports;

test.each(LANGUAGES)('without JavaScript in %s: search, filter, an entry, a report in two taps', async (lang) => {
  const { page } = await screen({ ...PHONE, javaScriptEnabled: false });
  await page.goto(`${node.address}/${lang}/directory`);
  await page.fill('#q', 'нарколог');
  await page.locator('.search-go button').click();
  await page.goto(`${page.url()}&region=KZ-75`);
  await page.locator(`.card h3 a[href="/${lang}/directory/${ENTRY}"]`).click();
  const before = await reports();
  await page.locator(`a[href="/${lang}/report/listing/${ENTRY}"]`).click();
  now += 60_000;
  await page.locator('.choices button').first().click();
  expect(page.url()).toBe(`${node.address}/${lang}/report/listing/${ENTRY}?sent=yes`);
  expect(await reports()).toBe((before ?? 0) + 1);
});

test.each(LANGUAGES)('the pages of repair are sound in %s', async (lang) => {
  for (const [size, options] of [
    ['phone', PHONE],
    ['laptop', { ...LAPTOP, colorScheme: 'dark' as const }],
  ] as const) {
    const { page, complaints } = await screen(options);
    for (const path of [`report/listing/${ENTRY}`, `report/listing/${ENTRY}?sent=yes`, 'suggest', 'repairs']) {
      await page.goto(`${node.address}/${lang}/${path}`);
      await sound(page, `${lang}-${path.replaceAll(/[/?=]/g, '-')}-${size}`);
    }
    expect(complaints).toEqual([]);
  }
});

test('with JavaScript the browser does the work while the page is read, and the report counts', async () => {
  const { page, complaints, asked } = await screen();
  await page.goto(`${node.address}/kk/directory/youth-002`);
  await page.locator('a[href="/kk/report/listing/youth-002"]').click();
  // Loaded with its script: before that a tap goes with the slip, as it would without one.
  await page.waitForURL(/report\/listing/);
  await page.locator('.choices button').first().click();
  await page.waitForURL(/sent=yes/);
  const { data } = await house.supabase.asService().rpc('repair_figures').throwOnError();
  expect(data[0]?.waiting).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(node.address))).toEqual([]);
  expect(complaints).toEqual([]);
  const counted = await house.supabase.asService().rpc('report_entry', {
    ...{ entry_kind: 'listing', entry: 'youth-002', reason: 'other', phone: '', counted: true },
  } as const);
  // The browser's was the first that counted: with two more the entry is marked.
  expect(counted.data).toBe(false);
  const third = await house.supabase.asService().rpc('report_entry', {
    ...{ entry_kind: 'listing', entry: 'youth-002', reason: 'other', phone: '', counted: true },
  } as const);
  expect(third.data).toBe(true);
});

test('a suggestion with something missing comes back with what is wrong, in place', async () => {
  const { page } = await screen({ ...PHONE, javaScriptEnabled: false });
  await page.goto(`${node.address}/kk/suggest`);
  await page.fill('#name', 'Үміт орталығы');
  now += 60_000;
  await page.locator('form[data-prove] button[type="submit"]').click();
  expect(await page.locator('.field-error').count()).toBeGreaterThanOrEqual(2);
  expect(await page.inputValue('#name')).toBe('Үміт орталығы');
  await shot(page, 'kk-suggest-wrong');
  await page.selectOption('#kind', 'private_rehab');
  await page.selectOption('#from', 'website');
  await page.fill('#city', 'Алматы');
  await page.locator('form[data-prove] button[type="submit"]').click();
  expect(page.url()).toContain('sent=yes');
});

async function desk(staff: StaffInTest, lang: string, options: Parameters<typeof openScreen>[1]) {
  const opened = await screen(options);
  const [name = '', value = ''] = (await signIn(node, staff)).split('=');
  await opened.page
    .context()
    .addCookies([{ name, value, url: `${node.address}/desk`, httpOnly: true, sameSite: 'Strict' }]);
  await opened.page.goto(`${node.address}/desk?lang=${lang}`);
  return opened;
}

test('at the desk: decide, take over a suggestion, edit, call; a second volunteer confirms', async () => {
  const bota = await hire(house, 'Bota', 'coordinator');
  const erlan = await hire(house, 'Erlan', 'moderator');
  await keepSuggestion(
    { keep: node.stores.keep, clock: () => now },
    {
      ...{ name: 'Центр «Жол»', kind: 'private_rehab', region: 'KZ-75', city: 'Алматы' },
      ...{ phone: '+7 727 000 11 22', web: '', from: 'website' },
    },
  );
  const { page, complaints } = await desk(bota, 'ru', LAPTOP);
  await page.locator('.desk-tab', { hasText: 'Справочник' }).click();
  await page.locator('#calls-title').waitFor();
  await sound(page, 'desk-directory-laptop');
  const card = page.locator('.case-card', { hasText: 'Центр «Жол»' });
  await card.getByRole('button', { name: 'Сделать запись' }).click();
  await page.fill('#f-source_url', 'not an address');
  await page.locator('form button[type="submit"]').click();
  await page.locator('#f-source_url-error').waitFor();
  await sound(page, 'desk-editor-wrong');
  await page.fill('#f-source_url', 'https://example.kz/contacts');
  await page.locator('form button[type="submit"]').click();
  await page.locator('#history-title').waitFor();
  await page.getByRole('button', { name: 'Опубликовать' }).click();
  await page.locator('.tag', { hasText: 'Опубликовано' }).waitFor();
  await sound(page, 'desk-editor');
  await page.getByRole('button', { name: 'Назад к списку' }).click();
  await page.getByRole('button', { name: /весь список/ }).click();
  await page.getByRole('button', { name: 'Работает: Центр «Жол»', exact: true }).click();
  await page.locator('.desk-told', { hasText: 'Теперь подтвердит' }).waitFor();
  expect(complaints).toEqual([]);

  const second = await desk(erlan, 'kk', PHONE);
  await second.page.locator('.desk-tab', { hasText: 'Анықтамалық' }).click();
  await second.page.locator('#calls-title').waitFor();
  await sound(second.page, 'desk-directory-phone');
  expect(await second.page.locator('.case-card').nth(1).textContent()).toContain('2026 ж. 22 қараша');
  await second.page.getByRole('button', { name: 'Растаймын' }).first().click();
  await second.page.locator('.desk-told', { hasText: 'Расталды' }).waitFor();
  const { data } = await house.supabase.asService().from('listings').select('called_on').eq('name_ru', 'Центр «Жол»');
  expect(data?.[0]?.called_on).not.toBeNull();
  expect(second.complaints).toEqual([]);
});
