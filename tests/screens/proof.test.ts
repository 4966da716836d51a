import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { postJson } from '../support/people.ts';
import { openScreen } from '../support/screen.ts';

/** The way into a room when a proof of work is asked for, as it is outside tests. */
let house: House;
let node: TestNode;
let browser: Browser;

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house, { env: { POW_COST: '24' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await house?.close();
});

async function visit(prepare: (page: Page) => Promise<unknown> = async () => {}) {
  const { page, complaints, close } = await openScreen(browser);
  onTestFinished(close);
  await prepare(page);
  const started = page.waitForRequest((request) => request.url().endsWith('/api/session'));
  await page.goto(`${node.address}/ru/rooms`);
  return { page, complaints, brought: async () => (await started).postDataJSON() as Record<string, string> };
}

const enter = async (page: Page) => {
  await page.locator('.room-card button').first().click();
  await page.locator('#composer, .care').first().waitFor();
};

test('the device does the work by itself, beside the page, and the guest is in a room', async () => {
  const { page, complaints, brought } = await visit();
  expect(Object.keys(await brought())).toEqual(['lang', 'proof']);
  await enter(page);
  expect(complaints).toEqual([]);
});

test('while it works the page says so calmly, and the help numbers stand there already', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { page } = await visit((page) =>
    page.route('**/proof-worker*', async (route) => {
      await held;
      await route.continue();
    }),
  );
  await page.getByText('Короткая проверка устройства').waitFor();
  expect(await page.getByRole('link', { name: /112/ }).first().isVisible()).toBe(true);
  go();
  await enter(page);
  expect(await page.getByText('Короткая проверка устройства').count()).toBe(0);
});

test('a browser that cannot do the work waits a little and is in a room all the same', async () => {
  const { page, brought } = await visit((page) => page.route('**/proof-worker*', (route) => route.abort()));
  expect(Object.keys(await brought())).toEqual(['lang', 'slip']);
  await enter(page);
});

test('without a proof no session begins; the help pages ask for none', async () => {
  expect(await postJson(node.address, '/api/session', { lang: 'ru' })).toMatchObject({
    reply: { ok: false, code: 'proof_needed' },
  });
  for (const path of ['/kk/help', '/ru/directory', '/en/'])
    expect((await fetch(`${node.address}${path}`)).status).toBe(200);
});
