import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type Night, openNight, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';
import { closeScreens, LAPTOP, openScreen, PHONE, type Screen, smallTargets, tooWide } from '../support/screen.ts';

let house: House;
let night: Night;
let browser: Browser;
let dana: StaffInTest;
let erlan: StaffInTest;
const screens: Screen[] = [];
const room = 'families';

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  // Cases that a test leaves open would stand on the desks of the next one.
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
  erlan = await hire(house, 'Erlan', 'moderator');
  night = await openNight(house);
});
afterEach(async () => {
  await closeScreens(screens);
  await night.end();
  await house.close();
});
afterAll(() => browser.close());

async function desk(staff: StaffInTest, options: BrowserContextOptions = LAPTOP, lang = 'ru'): Promise<Page> {
  const screen = await openScreen(browser, options);
  screens.push(screen);
  const { page } = screen;
  await page.goto(`${night.node.address}/desk?lang=${lang}`);
  await page.locator('#email').fill(staff.email);
  await page.locator('#password').fill(staff.password);
  await page.locator('button[type=submit]').click();
  await page.locator('.duty-switch button').click();
  await page.locator('.duty-switch-on').waitFor();
  return page;
}

async function isSound(page: Page, what: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(' ', '-')}.png` });
  expect(await violations(page), what).toEqual([]);
  expect(await tooWide(page), what).toBe(0);
  expect(await smallTargets(page), what).toEqual([]);
}

type Guest = Awaited<ReturnType<Night['inRoom']>>;

/** Timur wrote something that Aigul reports. */
async function reported(): Promise<{ aigul: Guest; timur: Guest; seq: number; receipt: string }> {
  const aigul = await night.inRoom('kk', room);
  const timur = await night.inRoom('ru', room);
  await saysInLog(aigul, 'Сәлем, бүгін қиын күн болды', room);
  const seq = await saysInLog(timur, 'Сама виновата, терпи', room);
  await saysInLog(aigul, 'Маған бұлай айтпаңызшы', room);
  const { receipt } = await aigul.must('report:make', { room, seq, reason: 'cruel' });
  return { aigul, timur, seq, receipt: receipt.receipt };
}

test('a report is seen, opened and ended with two keys; everybody is told; another volunteer looks again', async () => {
  const dana1 = await desk(dana);
  const erlan1 = await desk(erlan);
  const { aigul, timur, receipt } = await reported();
  await dana1.getByRole('heading', { name: 'Жалоба на сообщение' }).waitFor();
  await dana1.keyboard.press('o');
  await dana1.locator('.said-marked', { hasText: 'Сама виновата, терпи' }).waitFor();
  expect(await dana1.locator('.said').allTextContents()).toHaveLength(3);
  await dana1.keyboard.press('4');
  await dana1.getByRole('heading', { name: /Пауза 10 минут/ }).waitFor();
  const before = Date.now();
  await dana1.keyboard.press('4');
  const answer = await aigul.hears('report:answer');
  expect(answer.receipt).toMatchObject({ receipt, outcome: 'acted' });
  const sanction = await timur.hears('sanction');
  expect(sanction).toMatchObject({ kind: 'mute_10m', reason: 'insult', lifted: false, appeal: 'can' });
  expect(sanction.until).toBeGreaterThanOrEqual(before + 600_000);
  await dana1.locator('.toast', { hasText: 'не сможет писать 10 минут' }).waitFor();
  expect(await dana1.locator('.case-pane, .case-card').count()).toBe(0);
  await erlan1.getByText('Сейчас решать нечего.').first().waitFor();

  await timur.must('appeal:make', { sanction: sanction.id });
  await erlan1.getByRole('button', { name: /^Посмотреть Просьба посмотреть ещё раз/ }).click();
  await erlan1.getByText('Прежнее решение: Пауза 10 минут (оскорбление).').waitFor();
  await erlan1.locator('.said-marked', { hasText: 'Сама виновата, терпи' }).waitFor();
  expect(await dana1.locator('.case-card').count()).toBe(0);
  await erlan1.getByRole('button', { name: /^Отменить решение/ }).click();
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ id: sanction.id });
  await erlan1.getByText('Решение отменено. Человеку об этом сказано.').waitFor();
});

test('what was done can be taken back for a while', async () => {
  const page = await desk(dana);
  const { timur } = await reported();
  await page.getByRole('button', { name: /^Посмотреть/ }).click();
  await page.getByRole('button', { name: /^Предупредить/ }).click();
  await page.getByRole('button', { name: /^угроза/ }).click();
  expect(await timur.hears('sanction')).toMatchObject({ kind: 'warn', reason: 'threat' });
  await page.locator('.toast').getByRole('button', { name: 'Отменить' }).click();
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ kind: 'warn' });
  await page.getByText('Отменено.').waitFor();
});

test('who may be in danger stands above everything and is announced at once; they hear that somebody comes', async () => {
  const page = await desk(dana);
  const { timur } = await reported();
  await page.getByRole('heading', { name: 'Жалоба на сообщение' }).waitFor();
  await timur.must('care:ask', { room });
  await page.locator('.urgent .case-urgent').waitFor();
  expect(await page.locator('[role=alert]', { hasText: 'может быть нужна помощь прямо сейчас' }).count()).toBe(1);
  expect(await page.locator('.case-card h3').first().textContent()).toBe('Человеку может быть нужна помощь');
  expect(
    await page
      .locator('.urgent')
      .evaluate((urgent) =>
        urgent.compareDocumentPosition(urgent.ownerDocument.querySelector('.duty-switch') as never),
      ),
  ).toBe(4);
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'Сказать, что я иду' }).click();
  expect(await timur.hears('care')).toEqual({ room, state: 'coming', name: 'Dana' });
  await page.getByText('Этим занимаетесь вы.').first().waitFor();
});

test('who was slower is told calmly', async () => {
  const page = await desk(dana);
  const other = await night.desk(erlan);
  await reported();
  const { cases } = await other.must('desk:open', {});
  const id = `${cases[0]?.id}`;
  await page.getByRole('button', { name: /^Посмотреть/ }).click();
  await page.locator('.said-marked').waitFor();
  await other.must('case:claim', { id });
  await page
    .getByText(/Этим занимается Erlan/)
    .first()
    .waitFor();
  expect(await page.locator('.case-acts').count()).toBe(0);
  await other.must('case:decide', { id, decision: 'no_action' });
  await page.getByText('Это уже решил другой волонтёр.').waitFor();
  expect(await page.locator('.case-pane, .case-card').count()).toBe(0);
});

test.each([
  ['phone', 'kk', { ...PHONE, colorScheme: 'dark' }],
  ['laptop', 'ru', { ...LAPTOP, colorScheme: 'light' }],
] as [string, string, BrowserContextOptions][])('cases are sound on a %s', async (name, lang, options) => {
  const page = await desk(dana, options, lang);
  const { aigul } = await reported();
  await aigul.must('care:ask', { room });
  await page.locator('.urgent .case-urgent').waitFor();
  await isSound(page, `${name} list`);
  await page.locator('.case-card:not(.case-urgent) .case-open').click();
  await page.locator('.said-marked').waitFor();
  await isSound(page, `${name} case`);
  await page.locator('.choices button').nth(2).click();
  await isSound(page, `${name} reasons`);
  await page.locator('.choices button').nth(3).click();
  await page.locator('.toast button').waitFor();
  await isSound(page, `${name} undo`);
});
