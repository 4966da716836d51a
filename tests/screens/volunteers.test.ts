import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskScreen } from '../support/at-desk.ts';
import { openBrowser } from '../support/browser.ts';
import { type Night, openNight } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';
import { LAPTOP, openScreen, PHONE, type Screen } from '../support/screen.ts';

/** The safety floor as people build it: nothing here is asked but through screens. */
let house: House;
let night: Night;
let browser: Browser;
const screens: Screen[] = [];
const ROOM = 'Для близких';

beforeAll(async () => {
  house = await openHouse();
  night = await openNight(house);
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all(screens.map(({ close }) => close()));
  await browser.close();
  await night.end();
  await house.close();
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const screen = await openScreen(browser, options);
  screens.push(screen);
  await screen.page.goto(`${night.node.address}${path}`);
  return screen.page;
}

async function desk(staff: StaffInTest): Promise<Page> {
  const screen = await deskScreen(browser, night.node, staff);
  screens.push(screen);
  return screen.page;
}

async function guest(): Promise<Page> {
  const page = await open('/ru/rooms', PHONE);
  await page.getByRole('button', { name: ROOM, exact: true }).click();
  await page.locator('#composer').waitFor();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('.composer button[type=submit]').click();
}

async function takeDuty(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Начать дежурство' }).click();
  await page.locator('.duty-switch-on').waitFor();
}

const card = (page: Page, name: string) => page.locator('.people-cards > li', { hasText: name });

test('invite, account, certificate, duty; a report handled and answered; a pause, another look; a removed desk closes', async () => {
  const saule = await desk(await hire(house, 'Saule', 'coordinator'));
  const lena = await desk(await hire(house, 'Lena', 'lead'));
  const erlan = await desk(await hire(house, 'Erlan', 'moderator'));

  // The coordinator invites; the link is all that the newcomer gets.
  await saule.getByText('Пригласить человека').click();
  await saule.getByLabel('Для близких').check();
  await saule.getByRole('button', { name: 'Создать ссылку' }).click();
  const link = new URL(await saule.locator('#invite-link').inputValue());
  const dana = await open(`/desk?lang=ru${link.hash}`, LAPTOP);
  await dana.getByLabel('Рабочее имя').fill('Дана');
  await dana.getByLabel('Почта').fill('newcomer@tirek.invalid');
  await dana.locator('#password').fill('password1234');
  await dana.getByRole('button', { name: 'Начать' }).click();
  await dana.locator('.field-error').waitFor();
  await dana.locator('#password').fill('wormwood at first frost');
  await dana.getByRole('button', { name: 'Начать' }).click();
  await dana.getByText('Чтобы дежурить, нужен сертификат модератора.').waitFor();
  expect(await dana.getByRole('button', { name: 'Начать дежурство' }).count()).toBe(0);

  // A lead goes through the course with them; the open desk has the new rights by itself.
  await lena.getByRole('button', { name: 'Люди' }).click();
  await card(lena, 'Дана').getByText('Нет сертификата').waitFor();
  await card(lena, 'Дана')
    .getByRole('button', { name: /^Изменить/ })
    .click();
  for (const unit of await card(lena, 'Дана').getByRole('group', { name: /Курс/ }).getByRole('checkbox').all())
    await unit.check();
  await card(lena, 'Дана').getByRole('button', { name: 'Выдать сертификат' }).click();
  await takeDuty(dana);

  // A guest reports; the volunteer decides with two keys.
  const aigul = await guest();
  const timur = await guest();
  await write(timur, 'вчера смотрел футбол до ночи');
  const shown = aigul.locator('.log .bubble-row', { hasText: 'футбол до ночи' }).first();
  await shown.locator('.bubble-more').click();
  await aigul.getByRole('button', { name: 'Сообщить' }).click();
  await aigul.getByRole('button', { name: 'Унижает или угрожает' }).click();
  await aigul.getByText('Спасибо, волонтёр посмотрит.').waitFor();
  await dana.getByRole('heading', { name: 'Жалоба на сообщение' }).waitFor();
  await dana.keyboard.press('o');
  await dana.locator('.said-marked', { hasText: 'футбол до ночи' }).waitFor();
  await dana.keyboard.press('4');
  await dana.getByRole('heading', { name: /^Пауза 10 минут/ }).waitFor();
  await dana.keyboard.press('4');
  await aigul.getByText('Ответ на ваше обращение: меры приняты.').waitFor();

  // The one it was done to sees why and until when, and asks for another look.
  await timur.getByText(/Волонтёр на время остановил ваши сообщения.*Причина: оскорбление.*До:.*\d\d:\d\d/).waitFor();
  await write(timur, 'меня слышно?');
  await timur.getByText('Пока вы не можете писать.').waitFor();
  await timur.getByRole('button', { name: 'Пусть посмотрит другой человек' }).click();
  await timur.getByText('Смотрит другой волонтёр.').waitFor();
  await takeDuty(erlan);
  await erlan.getByRole('button', { name: /^Посмотреть Просьба посмотреть ещё раз/ }).click();
  await erlan.getByRole('button', { name: /^Отменить решение/ }).click();
  await timur.getByText('Ограничение снято. Можно снова писать.').waitFor();
  expect(await dana.getByText('Просьба посмотреть ещё раз').count()).toBe(0);

  // Removed: the open desk closes by itself, and the password opens nothing.
  await saule.getByRole('button', { name: 'Обновить' }).click();
  await card(saule, 'Дана')
    .getByRole('button', { name: /^Изменить/ })
    .click();
  await card(saule, 'Дана').getByRole('button', { name: 'Убрать из команды' }).click();
  await card(saule, 'Дана').locator('.button-alarm').click();
  await dana.getByText('Ваш доступ сюда прекращён.').waitFor();
  expect(await dana.locator('.desk').count()).toBe(0);
  await dana.locator('#email').fill('newcomer@tirek.invalid');
  await dana.locator('#password').fill('wormwood at first frost');
  await dana.locator('button[type=submit]').click();
  await dana.locator('.notice-alarm').waitFor();
  // A password that is refused is a refused request, which the browser itself notes.
  const complaints = screens.flatMap((screen) => screen.complaints).filter((one) => !one.includes('status of 400'));
  expect(complaints).toEqual([]);
});
