import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire } from '../support/people.ts';

/** The main job as people do it: three browsers, a real server, the embedded database. */
let house: House;
let node: TestNode;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await node?.close();
  await house?.close();
});

const strange: string[] = [];
async function person(viewport = { width: 360, height: 740 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  contexts.push(context);
  context.on('request', (request) => {
    if (!request.url().startsWith(node.address) && !request.url().startsWith(node.address.replace('http', 'ws')))
      strange.push(request.url());
  });
  context.on('weberror', (error) => strange.push(String(error.error())));
  return context.newPage();
}

/** Two taps: the big button, then a room. */
async function enter(page: Page, lang: 'kk' | 'ru', room: string): Promise<void> {
  await page.goto(`${node.address}/${lang}/`);
  await page.locator('main a[href$="/rooms"]').first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: room })
    .or(page.getByRole('main').getByRole('button', { name: room }))
    .first()
    .click();
  await page.locator('#composer, .care').first().waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('form.composer button[type=submit]').click();
}

/** A message on the screen; what is read aloud stands beside it in a place of its own. */
const read = (page: Page, text: string) => page.locator('.bubble-text', { hasText: text });
const reads = (page: Page, text: string) => read(page, text).waitFor();

test('Aigul and Timur talk, Dana answers for the room; when she is away the message waits, and she lets it in', async () => {
  const dana = await person({ width: 1280, height: 800 });
  const { email, password } = await hire(house, 'Dana', 'moderator');
  await dana.goto(`${node.address}/desk?lang=ru`);
  await dana.getByLabel('Почта').fill(email);
  await dana.getByLabel('Пароль', { exact: true }).fill(password);
  await dana.getByRole('button', { name: 'Войти' }).click();
  await dana.getByRole('button', { name: 'Начать дежурство' }).click();
  await dana.getByText('Вы дежурите').waitFor();

  const aigul = await person();
  const timur = await person();
  await enter(aigul, 'kk', 'Енді бастадым');
  await enter(timur, 'ru', 'Только начинаю');
  await say(aigul, 'Сәлем, бүгін бірінші күнім');
  await reads(timur, 'Сәлем, бүгін бірінші күнім');
  await say(timur, 'Привет <b>и спокойной ночи</b>');
  await reads(aigul, 'Привет <b>и спокойной ночи</b>');
  await aigul.getByText('Кезекші: Dana').waitFor();

  await dana.getByRole('button', { name: 'Закончить дежурство' }).click();
  await aigul.getByText(/минут/).first().waitFor();
  await say(aigul, 'Осында біреу бар ма?');
  await dana.getByText('Осында біреу бар ма?').waitFor();
  expect(await read(timur, 'Осында біреу бар ма?').count()).toBe(0);
  await dana.getByRole('button', { name: 'Начать дежурство' }).click();
  await dana.getByRole('button', { name: /^Пропустить/ }).click();
  await reads(timur, 'Осында біреу бар ма?');

  // What a guest's browser holds: a token for this tab, no cookie, nothing that outlives the tab.
  for (const page of [aigul, timur]) {
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }
  const cookies = await dana.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain('tirek_desk');
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/desk' });
  // The room has the message before the audit has its row.
  const audited = async () => {
    const { data } = await house.supabase.asService().from('audit').select('act').order('seq');
    return data?.map((row) => row.act);
  };
  await expect.poll(audited).toEqual(expect.arrayContaining(['duty.start', 'duty.end', 'held.approve']));
  expect(strange).toEqual([]);
});

test('a page that lost its server comes back by itself with what was missed', async () => {
  const aigul = await person();
  await enter(aigul, 'kk', 'Дәл қазір тартып тұр');
  const timur = await person();
  await enter(timur, 'ru', 'Тянет прямо сейчас');
  await say(timur, 'Слышно меня?');
  await reads(aigul, 'Слышно меня?');
  await aigul.context().setOffline(true);
  await say(timur, 'А теперь?');
  await reads(timur, 'А теперь?');
  await aigul.context().setOffline(false);
  await reads(aigul, 'А теперь?');
  expect(await read(aigul, 'Слышно меня?').count()).toBe(1);
});
