import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';

let house: House;
let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await house?.close();
});

/** Everything a site can leave in a browser. */
const left = (page: Page) =>
  page.evaluate(`(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }))()`);
const NOTHING = { caches: [], workers: 0, local: 0, databases: 0, cookies: '' };

async function visit(walk: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    await walk(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

test('numbers that a visitor asked to keep open without a network, and one button takes them away', () =>
  visit(async (page, context) => {
    await page.goto(`${node.address}/kk/contacts`);
    const keep = page.locator('[data-keep-on]');
    await keep.waitFor();
    expect(await left(page), 'before anybody asked').toEqual(NOTHING);
    await keep.click();
    await page.getByText('Сақталды.').waitFor();
    expect(await page.evaluate('document.activeElement.dataset.keepOff')).toBe('true');

    await context.setOffline(true);
    await page.reload();
    expect(await page.locator('a[href="tel:+77273823621"]').count()).toBeGreaterThan(0);
    const drawn = await page.evaluate('getComputedStyle(document.querySelector(".phone")).fontWeight');
    expect(Number(drawn), 'its style sheet came too').toBeGreaterThanOrEqual(600);
    await page.goto(`${node.address}/kk/help`);
    expect(await page.locator('a[href="tel:103"]').count()).toBeGreaterThan(0);
    await page.goto(`${node.address}/ru/directory`);
    expect(await page.locator('h1').textContent(), 'what was not kept leads to the numbers').toBe(
      'Барлық нөмір бір бетте',
    );

    await context.setOffline(false);
    await page.goto(`${node.address}/ru/directory`);
    expect(await page.locator('h1').textContent()).toBe('Справочник помощи');
    await page.goto(`${node.address}/kk/contacts`);
    await page.locator('[data-keep-off]').click();
    await page.getByText('Өшірілді.').waitFor();
    await page.reload();
    await page.locator('[data-keep-on]').waitFor();
    expect(await left(page), 'afterwards').toEqual(NOTHING);
  }));

test('what could not be kept is said, and leaves nothing behind', () =>
  visit(async (page, context) => {
    await page.goto(`${node.address}/en/contacts`);
    await page.locator('[data-keep-on]').waitFor();
    // Only the help page is refused: half a copy must not pass for a whole one.
    await context.route('**/en/help', (route) => route.abort());
    await page.locator('[data-keep-on]').click();
    await page.getByText('They could not be kept.').waitFor();
    await page.locator('[data-keep-on]').waitFor();
    expect(await left(page)).toEqual(NOTHING);
  }));

test('a visit without that tap leaves nothing in the browser', () =>
  visit(async (page) => {
    for (const path of ['/kk/', '/kk/directory?q=нарколог', '/kk/contacts', '/kk/help', '/kk/rights']) {
      await page.goto(`${node.address}${path}`);
    }
    expect(await left(page)).toEqual(NOTHING);
  }));
