import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { memoryStores } from '../../server/stores.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';
import { closeScreens, LAPTOP, openScreen, PHONE, type Screen } from '../support/screen.ts';
import { freePort } from '../support/services.ts';

let house: House;
let node: TestNode;
let browser: Browser;
let dana: StaffInTest;
const screens: Screen[] = [];

beforeAll(async () => {
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
  browser = await openBrowser();
});
beforeEach(async () => {
  node = await startNode(house);
});
afterEach(async () => {
  await closeScreens(screens);
  await node.close();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function screen(path: string, options = PHONE as Parameters<typeof openScreen>[1], at = node): Promise<Page> {
  const opened = await openScreen(browser, options);
  screens.push(opened);
  await opened.page.goto(`${at.address}${path}`);
  return opened.page;
}

async function guestIn(lang: 'kk' | 'ru', room: string, at = node): Promise<Page> {
  const page = await screen(`/${lang}/rooms`, PHONE, at);
  await page.getByRole('button', { name: room, exact: true }).click();
  await page.locator('#composer').waitFor();
  return page;
}

async function danaAtDesk(): Promise<Page> {
  const page = await screen('/desk?lang=ru', LAPTOP);
  await page.getByLabel('Почта').fill(dana.email);
  await page.getByLabel('Пароль', { exact: true }).fill(dana.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('button', { name: 'Начать дежурство' }).click();
  await page.getByText('Вы дежурите').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('.composer button[type=submit]').click();
}

const message = (page: Page, text: string) => page.locator('.log .bubble', { hasText: text });
const leaveDuty = async (desk: Page) => {
  await desk.getByRole('button', { name: 'Закончить дежурство' }).click();
  await desk.getByText('Вы не дежурите').waitFor();
};

test('Dana decides with two keys; the room sees that a volunteer looked', async () => {
  const desk = await danaAtDesk();
  const aigul = await guestIn('kk', 'Дәл қазір тартып тұр');
  const timur = await guestIn('ru', 'Тянет прямо сейчас');
  await leaveDuty(desk);
  await timur.getByText('Ваше сообщение подождёт дежурного').waitFor();
  await write(timur, 'Есть кто-нибудь?');
  await timur.getByText('Сначала его посмотрит волонтёр').waitFor();
  await desk.getByText('Есть кто-нибудь?').waitFor();
  expect(await desk.title()).toMatch(/^\(1\) /);
  await desk.keyboard.press('j');
  await desk.keyboard.press('a');
  await message(aigul, 'Есть кто-нибудь?').waitFor();
  await timur.getByText('волонтёр посмотрел').waitFor();
  expect(await timur.locator('.bubble-waiting').count()).toBe(0);
});

test('a message that is kept out is given back to its writer', async () => {
  const desk = await danaAtDesk();
  const timur = await guestIn('ru', 'Тянет прямо сейчас');
  await leaveDuty(desk);
  await write(timur, 'Ещё одно сообщение');
  const held = desk.getByRole('listitem').filter({ hasText: 'Ещё одно сообщение' });
  await held.getByRole('button', { name: 'Не пропускать' }).click();
  await held.getByRole('button', { name: 'не по теме комнаты' }).click();
  await timur.getByText('Волонтёр не пропустил это сообщение. Причина: не по теме комнаты.').waitFor();
  await timur.getByRole('button', { name: 'Исправить' }).click();
  expect(await timur.locator('#composer').inputValue()).toBe('Ещё одно сообщение');
});

test('a volunteer writes in the room with a badge that nobody can write', async () => {
  const desk = await danaAtDesk();
  const aigul = await guestIn('kk', 'Жақындарға');
  await desk.getByRole('button', { name: 'Войти: Для близких' }).click();
  await write(desk, 'Я здесь.');
  await aigul.locator('.group-staff', { hasText: 'Я здесь.' }).locator('.badge').waitFor();
  await write(aigul, '🛡 ерікті Dana');
  await message(desk, '🛡 ерікті Dana').waitFor();
  expect(await desk.locator('.group:not(.group-staff) .badge').count()).toBe(0);
});

test('what is written is text: no element, no link, no picture comes of it', async () => {
  await danaAtDesk();
  const aigul = await guestIn('kk', 'Жақындарға');
  const evil = '<img src=x onerror=alert(1)> <b>b</b> javascript:alert(1) <script>1</script>';
  await write(aigul, evil);
  await message(aigul, '<script>1</script>').waitFor();
  expect(await aigul.locator('.bubble-text').last().textContent()).toBe(evil);
  expect(await aigul.locator('.log').locator('img, b, a, script').count()).toBe(0);
});

test('"back" leads to the list, a reload leads back into the room under the same name, the address stays', async () => {
  await danaAtDesk();
  const aigul = await guestIn('kk', 'Жақындарға');
  const name = async () => {
    await aigul.getByRole('button', { name: /^Бөлме туралы/ }).click();
    const people = await aigul.locator('dialog .people-list li', { hasText: 'Сіз' }).textContent();
    await aigul.keyboard.press('Escape');
    return people;
  };
  const before = await name();
  await aigul.reload();
  await aigul.locator('#composer').waitFor();
  expect(await name()).toBe(before);
  await aigul.goBack();
  await aigul.getByRole('heading', { name: 'Бөлмелер' }).waitFor();
  expect(new URL(aigul.url()).pathname).toBe('/kk/rooms');
  await aigul.goForward();
  await aigul.locator('#composer').waitFor();
});

test('a visit leaves no cookie, asks nobody else, and forgets its token when it ends', async () => {
  await danaAtDesk();
  const aigul = await guestIn('kk', 'Жақындарға');
  const { asked } = screens.at(-1) as Screen;
  expect(await aigul.context().cookies()).toEqual([]);
  expect(asked.filter((address) => !address.startsWith(node.address) && !address.startsWith('ws://127.0.0.1'))).toEqual(
    [],
  );
  expect(await aigul.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([1, 0]);
  await aigul.locator('.room-bar button').first().click();
  await aigul.getByRole('button', { name: 'Мүлде шығу' }).click();
  await aigul.getByText('Сессия жабылды').waitFor();
  expect(await aigul.evaluate(() => sessionStorage.length)).toBe(0);
});

test('what is written while the server is away goes by itself when it is back', async () => {
  const stores = memoryStores({ clock: Date.now });
  const env = { PORT: `${await freePort()}` };
  let other = await startNode(house, { stores, env });
  await stores.log.onDuty('families', dana.id, 'Dana');
  await stores.log.offDuty('families', dana.id);
  const timur = await guestIn('ru', 'Для близких', other);
  await other.close();
  await timur.getByText('Связь прервалась, подключаемся снова').waitFor();
  await write(timur, 'Меня слышно?');
  await timur.getByText('Уйдёт само, когда вернётся связь.').waitFor();
  other = await startNode(house, { stores, env });
  await timur.getByText('Сначала его посмотрит волонтёр').waitFor();
  expect((await stores.log.held(['families'])).map(({ text }) => text)).toEqual(['Меня слышно?']);
  await other.close();
  await stores.close();
});
