import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { redisStores, type Stores } from '../../server/stores.ts';
import { openBrowser } from '../support/browser.ts';
import { type Night, openNight, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type PersonInTest, type StaffInTest } from '../support/people.ts';
import { closeScreens, openScreen, type Screen } from '../support/screen.ts';
import { freePort, startRedis } from '../support/services.ts';

/** Two servers on a Redis of their own, which the tests stop and empty; Aigul's browser is on one, Timur's on the other. */
let folder: string;
let args: string[];
let redis: Awaited<ReturnType<typeof startRedis>>;
let house: House;
let browser: Browser;
let lead: StaffInTest;
let saule: PersonInTest;
let url: string;
const stores: Stores[] = [];
const nights: Night[] = [];
const screens: Screen[] = [];
const room = 'families';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-two-'));
  const port = `${await freePort()}`;
  url = `redis://127.0.0.1:${port}`;
  args = ['--port', port, '--appendonly', 'yes', '--appendfsync', 'always'];
  redis = await startRedis(folder, args);
  house = await openHouse();
  for (let at = 0; at < 2; at += 1) {
    const store = await redisStores({ url, prefix: 'two' });
    stores.push(store);
    nights.push(await openNight(house, { stores: store, clock: Date.now }));
  }
  lead = await hire(house, 'Saule', 'lead');
  saule = await night(1).desk(lead);
  browser = await openBrowser();
});
afterEach(async () => {
  await closeScreens(screens);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(nights.map((one) => one.end()));
  await Promise.all(stores.map((store) => store.close()));
  await redis?.stop();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const night = (at: number) => nights[at] as Night;
async function guestIn(at: number): Promise<Page> {
  const opened = await openScreen(browser);
  screens.push(opened);
  await opened.page.goto(`${night(at).node.address}/ru/rooms`);
  await opened.page.getByRole('button', { name: 'Для близких', exact: true }).click();
  await opened.page.locator('#composer').waitFor();
  return opened.page;
}
async function write(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('.composer button[type=submit]').click();
}
const bubble = (page: Page, text: string) => page.locator('.log .bubble', { hasText: text });
const row = (page: Page, text: string) => page.locator('.bubble-row', { hasText: text });

test('typing, an answer and a reaction are seen on the other node; typing is stored nowhere', async () => {
  const [aigul, timur] = [await guestIn(0), await guestIn(1)];
  await timur.locator('#composer').pressSequentially('Сегодня легче');
  await aigul.locator('.typing', { hasText: 'пишет' }).waitFor();
  await timur.locator('.composer button[type=submit]').click();
  await bubble(aigul, 'Сегодня легче').waitFor();
  await aigul.locator('.typing', { hasText: 'пишет' }).waitFor({ state: 'hidden' });

  await row(aigul, 'Сегодня легче').locator('.bubble-more').click();
  await aigul.getByRole('button', { name: 'Я рядом' }).click();
  await row(timur, 'Сегодня легче').locator('.tally', { hasText: '1' }).waitFor();
  await row(timur, 'Сегодня легче').locator('.bubble-more').click();
  await row(aigul, 'Сегодня легче').locator('.bubble-more').click();
  await aigul.getByRole('button', { name: 'Ответить' }).click();
  await write(aigul, 'Это хорошо');
  await bubble(timur, 'Это хорошо').locator('blockquote', { hasText: 'Сегодня легче' }).waitFor();
  const { entries } = await night(0).node.stores.log.before(room, Number.POSITIVE_INFINITY, 50);
  expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['message', 'react', 'message']));
  expect(JSON.stringify(entries)).not.toContain('typing');
});

test('Redis down: the room says that it can only be read, what is typed and sent stays, and goes after the return', async () => {
  const [aigul, timur] = [await guestIn(0), await guestIn(1)];
  await write(aigul, 'До перерыва');
  await bubble(timur, 'До перерыва').waitFor();
  await redis.stop();
  const notice = 'Сейчас в комнате можно читать, но не писать.';
  await Promise.all([aigul, timur].map((page) => page.getByText(notice).waitFor()));
  await write(timur, 'В перерыве');
  await timur.locator('.outgoing').waitFor();
  await timur.locator('#composer').fill('ещё не отправлено');
  await bubble(timur, 'До перерыва').waitFor();
  expect(await bubble(aigul, 'В перерыве').count()).toBe(0);

  redis = await startRedis(folder, args);
  await bubble(aigul, 'В перерыве').waitFor();
  await Promise.all([aigul, timur].map((page) => page.getByText(notice).waitFor({ state: 'hidden' })));
  await timur.locator('.outgoing').waitFor({ state: 'hidden' });
  expect(await bubble(timur, 'В перерыве').count()).toBe(1);
  expect(await timur.locator('#composer').inputValue()).toBe('ещё не отправлено');
  await bubble(aigul, 'До перерыва').waitFor();
});

test('a long talk is read back in pages; "delete mine" and "purge" leave nothing on any screen of any node', async () => {
  // One person may not write so much at once: the rate would refuse it.
  const writers = await Promise.all(Array.from({ length: 20 }, () => night(1).inRoom('ru', room)));
  for (let count = 1; count <= 120; count += 1) {
    const writer = writers[Math.floor((count - 1) / 6)] as PersonInTest;
    await saysInLog(writer, `слово номер ${count} конец`, room);
  }
  const aigul = await guestIn(0);
  await bubble(aigul, 'слово номер 120 конец').waitFor();
  expect(await bubble(aigul, 'слово номер 60 конец').count()).toBe(0);
  for (const oldest of [40, 1]) {
    await aigul.getByRole('button', { name: 'Более ранние сообщения' }).click();
    await bubble(aigul, `слово номер ${oldest} конец`).waitFor();
  }
  const texts = await aigul.locator('.log .bubble-text', { hasText: 'слово номер' }).allTextContents();
  expect(texts).toEqual(Array.from({ length: 120 }, (_, at) => `слово номер ${at + 1} конец`));

  const dina = await guestIn(1);
  await write(dina, 'слово Дины');
  await bubble(aigul, 'слово Дины').waitFor();
  await Promise.all(writers.map((writer) => writer.must('me:forget', { room })));
  await Promise.all([aigul, dina].map((page) => expect.poll(() => bubble(page, 'слово номер').count()).toBe(0)));
  await bubble(aigul, 'слово Дины').waitFor();
  await saule.must('room:purge', { room });
  await Promise.all([aigul, dina].map((page) => page.getByText('Все сообщения комнаты удалены.').waitFor()));
  await Promise.all([aigul, dina].map((page) => expect.poll(() => page.locator('.bubble').count()).toBe(0)));
});

test('history lost: a calm line on every screen, what is typed stays, the talk goes on', async () => {
  const [aigul, timur] = [await guestIn(0), await guestIn(1)];
  await write(aigul, 'Было раньше');
  await bubble(timur, 'Было раньше').waitFor();
  await timur.locator('#composer').fill('почти готово');
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
  // The session of the volunteer is lost with the rest: so she signs in again.
  expect(await saule.hears('ended')).toEqual({ why: 'expired' });
  saule = await night(1).desk(lead);
  const line = 'Более ранних сообщений больше нет. Разговор продолжается отсюда.';
  await Promise.all([aigul, timur].map((page) => page.getByText(line).waitFor()));
  expect(await bubble(timur, 'Было раньше').count()).toBe(0);
  expect(await timur.locator('#composer').inputValue()).toBe('почти готово');
  await write(timur, 'Дальше');
  await bubble(aigul, 'Дальше').waitFor();
});
