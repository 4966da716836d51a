import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { deskScreen } from '../support/at-desk.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';
import { closeScreens, LAPTOP, PHONE, type Screen, smallTargets, tooWide } from '../support/screen.ts';

let house: House;
let node: TestNode;
let browser: Browser;
let saule: StaffInTest;
const screens: Screen[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  house = await openHouse();
  node = await startNode(house);
  saule = await hire(house, 'Saule', 'coordinator');
});
afterEach(async () => {
  await closeScreens(screens);
  await node.close();
  await house.close();
});
afterAll(() => browser.close());

async function desk(staff: StaffInTest, options: Parameters<typeof deskScreen>[3] = {}): Promise<Page> {
  const screen = await deskScreen(browser, node, staff, options);
  screens.push(screen);
  return screen.page;
}

async function isSound(page: Page, what: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(' ', '-')}.png`, fullPage: true });
  expect(await violations(page), what).toEqual([]);
  expect(await tooWide(page), what).toBe(0);
  expect(await smallTargets(page), what).toEqual([]);
}

const card = (page: Page, name: string) => page.locator('.people-cards > li', { hasText: name });

test('a coordinator invites with a link shown once, changes a role, signs out and removes; the cards follow', async () => {
  const dana = await hire(house, 'Dana', 'moderator');
  const page = await desk(saule, { lang: 'en' });
  await page.getByText('Invite somebody').click();
  await page.getByLabel('Russian').check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = page.locator('#invite-link');
  expect(await link.inputValue()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/desk#invite=[\w-]{43}$/);
  await page.getByRole('button', { name: 'Done, put it away' }).click();
  await link.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('invite=');
  const invite = page.locator('.people-cards > li', { hasText: 'Works until' });
  await invite.getByRole('button', { name: 'End the invitation' }).click();
  await invite.getByRole('button', { name: 'End the invitation' }).click();
  await page.locator('.toast', { hasText: 'Its link opens nothing now' }).waitFor();
  expect(await invite.count()).toBe(0);

  // Nobody changes themselves.
  expect(await card(page, 'Saule').getByRole('button').count()).toBe(0);
  await card(page, 'Dana')
    .getByRole('button', { name: /^Change/ })
    .click();
  await card(page, 'Dana').getByLabel('Role').selectOption('lead');
  await card(page, 'Dana').getByRole('button', { name: 'Change the role' }).click();
  await card(page, 'Dana').getByText('Two-step sign-in is not set up').waitFor();
  await card(page, 'Dana').getByLabel('Families').uncheck();
  await card(page, 'Dana')
    .getByLabel(/vetted/)
    .check();
  await card(page, 'Dana').getByRole('button', { name: 'Save' }).click();
  await page.locator('.toast', { hasText: 'Dana: saved.' }).waitFor();
  const { data } = await house.supabase.asService().from('staff').select('*').eq('id', dana.id).single();
  expect(data).toMatchObject({ role: 'lead', youth_vetted: true, room_groups: ['main', 'qazaqsha'] });

  await card(page, 'Dana').getByRole('button', { name: 'Remove from the team' }).click();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('No, leave it');
  await page.keyboard.press('Escape');
  await card(page, 'Dana').getByRole('button', { name: 'Remove from the team' }).click();
  await card(page, 'Dana').locator('.button-alarm').click();
  await page.getByText('1 person who was here before').click();
  await page.locator('details .people-cards', { hasText: 'Dana' }).waitFor();
});

test('a lead certifies after the whole course and takes a certificate back, and sees nothing of what is not theirs', async () => {
  const lead = await hire(house, 'Lena', 'lead');
  await hire(house, 'Timur', 'trainee');
  const page = await desk(lead);
  await page.getByRole('button', { name: 'Люди' }).click();
  await card(page, 'Timur').getByText('Нет сертификата').waitFor();
  expect(await page.getByText('Пригласить человека').count()).toBe(0);
  await card(page, 'Timur')
    .getByRole('button', { name: /^Изменить/ })
    .click();
  expect(await page.getByText('Убрать из команды').count()).toBe(0);
  await card(page, 'Timur').getByRole('button', { name: 'Выдать сертификат' }).click();
  await page.locator('.toast', { hasText: 'нужно пройти все части курса' }).waitFor();
  const units = card(page, 'Timur').getByRole('group', { name: /Курс/ }).getByRole('checkbox');
  for (const unit of await units.all()) await unit.check();
  await card(page, 'Timur').getByRole('button', { name: 'Выдать сертификат' }).click();
  await card(page, 'Timur')
    .getByText(/Сертификат до/)
    .waitFor();
  await card(page, 'Timur').getByRole('button', { name: 'Забрать сертификат' }).click();
  await card(page, 'Timur').locator('.button-alarm').click();
  await card(page, 'Timur').getByText('Нет сертификата').waitFor();
});

test('who may not run people has no such screen, whatever is asked', async () => {
  const page = await desk(await hire(house, 'Dana', 'moderator'));
  await page.locator('.duty-switch').waitFor();
  expect(await page.locator('.desk-tab').allTextContents()).toEqual(['Дежурство', 'Справочник', 'Мой аккаунт']);
});

test('one signs out everywhere, and gets new recovery codes with password and code', async () => {
  const lead = await hire(house, 'Lena', 'lead');
  const first = await desk(lead, { lang: 'en' });
  const second = await desk(lead, { lang: 'en' });
  await first.getByRole('button', { name: 'My account' }).click();
  await first.locator('#password').fill('not the right words');
  await first.locator('#code').fill(`${lead.codes[0]}`);
  await first.getByRole('button', { name: 'Get new codes' }).click();
  await first.locator('.notice-alarm').waitFor();
  await first.locator('#password').fill(lead.password);
  await first.locator('#code').fill(`${lead.codes.shift()}`);
  await isSound(first, 'account');
  await first.getByRole('button', { name: 'Get new codes' }).click();
  await first.locator('.recovery-codes li').first().waitFor();
  expect(await first.locator('.recovery-codes li').count()).toBe(8);
  await first.getByRole('button').last().click();
  await first.getByText('8 codes are left.').waitFor();
  await first.getByRole('button', { name: 'Sign out everywhere' }).click();
  await first.locator('.confirm .button-alarm').click();
  for (const page of [first, second]) await page.getByText('The session has ended. Sign in again.').waitFor();
});

test.each([
  ['phone', 'kk', { ...PHONE, colorScheme: 'dark' }],
  ['laptop', 'ru', { ...LAPTOP, colorScheme: 'light' }],
  ['320 px', 'en', { viewport: { width: 320, height: 256 }, colorScheme: 'light' }],
] as [string, string, BrowserContextOptions][])('the people screen is sound on a %s', async (name, lang, screen) => {
  await hire(house, 'Dana', 'moderator');
  const page = await desk(saule, { lang, screen });
  await card(page, 'Dana').waitFor();
  await isSound(page, `people ${name}`);
  await page.locator('.invite summary').click();
  await page.locator('.invite button[type=submit]').click();
  await page.locator('#invite-link').waitFor();
  await isSound(page, `people ${name} link`);
  await card(page, 'Dana').getByRole('button').first().click();
  await card(page, 'Dana').locator('.person-forms').waitFor();
  await card(page, 'Dana').locator('.person-forms button').last().click();
  await isSound(page, `people ${name} card`);
});
