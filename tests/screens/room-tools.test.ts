import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { deskScreen } from '../support/at-desk.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type Night, openNight, says, saysInLog } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire } from '../support/people.ts';
import { closeScreens, LAPTOP, PHONE, type Screen, smallTargets, tooWide } from '../support/screen.ts';

/** A volunteer in a room of theirs: reads it, and acts on what is written there. */
let house: House;
let night: Night;
let browser: Browser;
const screens: Screen[] = [];
const room = 'families';

beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse();
});
beforeEach(async () => {
  night = await openNight(house);
});
afterEach(async () => {
  await closeScreens(screens);
  await night.end();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

let hired = 0;
async function inRoom(role: 'moderator' | 'lead', lang = 'ru', screen: BrowserContextOptions = LAPTOP): Promise<Page> {
  hired += 1;
  const staff = await hire(house, `Dana${hired}`, role);
  const opened = await deskScreen(browser, night.node, staff, { lang, screen });
  screens.push(opened);
  const { page } = opened;
  await page.locator('.duty-switch button').click();
  await page.locator('.duty-switch-on').waitFor();
  const open = page.locator('.desk-rooms > li').filter({ hasText: /Для близких|Жақындарға|For families/ });
  await open.getByRole('button').click();
  await page.locator('.room-tools').waitFor();
  return page;
}

async function isSound(page: Page, what: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(' ', '-')}.png` });
  expect(await violations(page), what).toEqual([]);
  expect(await tooWide(page), what).toBe(0);
  expect(await smallTargets(page), what).toEqual([]);
}

test('three keys take a message away, three mute its writer, one undoes nothing that cannot be undone', async () => {
  const page = await inRoom('moderator');
  const aigul = await night.inRoom('kk', room);
  const timur = await night.inRoom('ru', room);
  await saysInLog(aigul, 'Сәлем, бүгін қиын күн болды', room);
  const seq = await saysInLog(timur, 'Сама виновата, терпи', room);
  await page.locator('.bubble-text', { hasText: 'Сама виновата, терпи' }).waitFor();
  // M: the newest message. 1: take it away. 4: an insult.
  await page.keyboard.press('m');
  await page.getByRole('heading', { name: `Решение: ${timur.name}` }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('heading', { name: /^Убрать сообщение/ }).waitFor();
  await page.keyboard.press('4');
  expect(await timur.hears('removed')).toEqual({ room, seq, reason: 'insult' });
  await page.locator('.toast', { hasText: 'Сообщение убрано' }).waitFor();
  expect(await page.locator('.toast button').count()).toBe(0);
  await page.locator('.bubble-text', { hasText: 'Сама виновата, терпи' }).waitFor({ state: 'detached' });

  await saysInLog(timur, 'И ты терпи', room);
  await page.locator('.bubble-text', { hasText: 'И ты терпи' }).waitFor();
  await page.keyboard.press('m');
  await page.getByRole('heading', { name: `Решение: ${timur.name}` }).waitFor();
  await page.keyboard.press('3');
  await page.getByRole('heading', { name: /^Пауза 10 минут/ }).waitFor();
  await page.keyboard.press('4');
  expect(await timur.hears('sanction')).toMatchObject({ kind: 'mute_10m', reason: 'insult', lifted: false });
  expect(await says(timur, 'Алло', room)).toMatchObject({ ok: false, code: 'muted' });
  await page.locator('.toast').getByRole('button', { name: 'Отменить' }).click();
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ kind: 'mute_10m' });
  await saysInLog(timur, 'Понял, извини', room);

  // Going up and down, and out with Escape; another's figures do not reach what is closed.
  await page.locator('.bubble-text', { hasText: 'Понял, извини' }).waitFor();
  await page.keyboard.press('m');
  await page.getByRole('heading', { name: `Решение: ${timur.name}` }).waitFor();
  await page.keyboard.press('m');
  await page.keyboard.press('m');
  await page.getByRole('heading', { name: `Решение: ${aigul.name}` }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: `Решение: ${timur.name}` }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.message-acts').waitFor({ state: 'detached' });
  // A volunteer does not report to themselves.
  await page.locator('.bubble-more').last().click();
  expect(await page.locator('.bubble-actions').getByRole('button', { name: 'Пожаловаться' }).count()).toBe(0);
});

test('a session is ended, and that is not offered back', async () => {
  const page = await inRoom('moderator');
  const timur = await night.inRoom('ru', room);
  await saysInLog(timur, 'Кому надо, пишите', room);
  await page.locator('.bubble-more').last().click();
  await page.getByRole('button', { name: /^Закрыть сессию/ }).click();
  await page.getByRole('button', { name: /^продажа/ }).click();
  expect(await timur.hears('ended')).toEqual({ why: 'removed', reason: 'selling' });
  await page.locator('.toast', { hasText: 'Сессия этого человека закрыта' }).waitFor();
  expect(await page.locator('.toast button').count()).toBe(0);
});

test('a room is closed and opened with one key, slowed with two; guests are refused meanwhile', async () => {
  const page = await inRoom('moderator');
  const aigul = await night.inRoom('kk', room);
  await page.keyboard.press('l');
  await aigul.hears('gate', ({ gate }) => gate.locked);
  expect(await says(aigul, 'Сәлем', room)).toMatchObject({ ok: false, code: 'locked' });
  await page.locator('.toast').getByRole('button', { name: 'Отменить' }).click();
  await aigul.hears('gate', ({ gate }) => !gate.locked);
  await page.keyboard.press('s');
  await page.locator('.room-tools .choices').waitFor();
  await page.keyboard.press('3');
  await aigul.hears('gate', ({ gate }) => gate.slowSeconds === 30);
  await page.getByRole('button', { name: /Медленный режим: 30 секунд/ }).waitFor();
  await saysInLog(aigul, 'Сәлем', room);
  expect(await says(aigul, 'Тағы', room)).toMatchObject({ ok: false, code: 'slow' });
  // What is typed is typed.
  await page.locator('#composer').fill('');
  await page.locator('#composer').press('l');
  expect(await page.locator('#composer').inputValue()).toBe('l');
  expect(await page.locator('.room-tools [aria-pressed=true]').count()).toBe(0);
  await page.locator('#composer').fill('');
});

test.each([
  [
    'kk',
    /^Қорғау: (Қосулы|Өшірулі)/,
    'Қорғалып тұр',
    'Ерікті қорғауды қосты: Жақындарға',
    'Бірден көп жаңа адам кірді',
    '20 секунд',
  ],
  [
    'ru',
    /^Защита: (Включена|Выключена)/,
    'Под защитой',
    'Волонтёр включил защиту: Для близких',
    'Сразу пришло',
    '20 секунд',
  ],
  [
    'en',
    /^Guard on newcomers: (On|Off)/,
    'Guarded',
    'A volunteer put a guard on: For families',
    'Very many',
    '20 seconds',
  ],
] as const)(
  'in %s a lockdown is begun and ended with one key, and seen in the room and at the desk',
  async (...row) => {
    const [lang, button, tag, byHand, byItself, pause] = row;
    const page = await inRoom('moderator', lang);
    const aigul = await night.inRoom('kk', room);
    const tool = page.locator('.room-tools').getByRole('button', { name: button });
    const desk = page.locator('.desk-work');
    await page.keyboard.press('g');
    await aigul.hears('gate', ({ gate }) => gate.lockdown?.by === 'staff' && gate.slowSeconds === LIMITS.raid.slow);
    await desk.getByText(byHand).waitFor();
    expect(await tool.getAttribute('aria-pressed')).toBe('true');
    await page.locator('.room-tools').getByRole('button', { name: pause }).waitFor();
    await desk.locator('.desk-rooms .tag', { hasText: tag }).waitFor();
    await isSound(page, `lockdown ${lang}`);
    await page.keyboard.press('g');
    await aigul.hears('gate', ({ gate }) => gate.lockdown === undefined && gate.slowSeconds === 0);
    await desk.getByText(byHand).waitFor({ state: 'detached' });
    expect(await tool.getAttribute('aria-pressed')).toBe('false');
    // What a raid began, a volunteer sees and ends in the same way.
    const lockdown = { since: Date.now(), by: 'raid', before: 10 } as const;
    // As long as the raid goes on the node does not end it itself.
    await night.node.stores.keep.set('raid', true, LIMITS.raid.quiet);
    await night.node.stores.log.setGate(room, { lockdown, slowSeconds: LIMITS.raid.slow });
    await desk.getByText(byItself).waitFor();
    await tool.and(page.locator('[aria-pressed=true]')).click();
    await aigul.hears('gate', ({ gate }) => gate.lockdown === undefined && gate.slowSeconds === 10);
    await desk.getByText(byItself).waitFor({ state: 'detached' });
    await night.node.stores.keep.remove('raid');
  },
);

test('what is in force is listed and lifted later; taking all away is for leads, and asks first', async () => {
  const page = await inRoom('lead', 'en');
  const timur = await night.inRoom('ru', room);
  const other = await night.desk(await hire(house, `Erlan${hired}`, 'moderator'));
  await saysInLog(timur, 'Сама виновата', room);
  await other.must('sanction:place', { room, member: timur.member, sanction: 'mute_1h', reason: 'insult' });
  await page.locator('.room-about-button > button').click();
  const about = page.locator('dialog[open]');
  await about.getByText(`${timur.name}: Mute for 1 hour (an insult). Until`).waitFor();
  await about.getByRole('button', { name: 'Lift the decision' }).click();
  expect(await timur.hears('sanction', ({ lifted }) => lifted)).toMatchObject({ kind: 'mute_1h' });
  await about.getByText('Nobody has a pause in this room.').waitFor();
  await about.getByRole('button', { name: 'Delete all messages of the room' }).click();
  await about.getByText('They cannot be brought back').waitFor();
  await about.locator('.button-alarm').click();
  await page.locator('.bubble-text', { hasText: 'Сама виновата' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('a moderator is not offered to take all away', async () => {
  const page = await inRoom('moderator', 'en');
  await page.locator('.room-about-button > button').click();
  await page.locator('dialog[open]').getByText('In force now').waitFor();
  expect(await page.getByText('Delete all messages of the room').count()).toBe(0);
});

test('who does nothing is asked, in sight, in the title and aloud; one key answers', async () => {
  const page = await inRoom('moderator', 'en');
  // What the page asks by itself when it opens counts as an act too.
  await page.waitForTimeout(1000);
  night.later(LIMITS.staffIdle - LIMITS.staffAsk + 1000);
  const dialog = page.getByRole('dialog', { name: 'Are you still here?' });
  await dialog.waitFor();
  await dialog
    .getByText(/In [45] minutes the session ends by itself. Your rooms would then have nobody on duty./)
    .waitFor();
  expect(await page.title()).toMatch(/^Are you still here\?/);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Yes, I am here');
  await isSound(page, 'still here');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.title()).not.toContain('Are you');
  night.later(LIMITS.staffAsk + 60_000);
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Open the room' }).waitFor();
  await page.keyboard.press('l');
});

test('a session that ends after its twelve hours is announced in time', async () => {
  const page = await inRoom('moderator', 'en');
  expect(await page.getByText('The session ends at').count()).toBe(0);
  const step = LIMITS.staffIdle - LIMITS.staffAsk - 60_000;
  const steps = Math.floor((LIMITS.staffSession - 10 * 60_000) / step);
  for (let done = 0; done < steps; done += 1) {
    night.later(step);
    // Refused, since the session is old, and an act all the same.
    await page.evaluate(
      `fetch('/desk/api/factor/begin', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`,
    );
  }
  night.later(LIMITS.staffSession - 10 * 60_000 - steps * step);
  await page.reload();
  await page.getByText(/The session ends at \d\d:\d\d: it lasts 12 hours at most/).waitFor();
});

test.each([
  ['phone', 'kk', { ...PHONE, colorScheme: 'dark' }],
  ['laptop', 'ru', { ...LAPTOP, colorScheme: 'light' }],
] as [string, string, BrowserContextOptions][])('the tools are sound on a %s', async (name, lang, options) => {
  const page = await inRoom('lead', lang, options);
  const timur = await night.inRoom('ru', room);
  await saysInLog(timur, 'Сама виновата, терпи', room);
  await page.locator('.bubble-more').last().click();
  await page.locator('.message-acts').waitFor();
  await isSound(page, `tools ${name} acts`);
  await page.locator('.message-acts .choices button').nth(2).click();
  await isSound(page, `tools ${name} reasons`);
  await page.locator('.message-acts .choices button').nth(3).click();
  await page.locator('.toast button').waitFor();
  await isSound(page, `tools ${name} done`);
  await page.locator('.room-tools button').nth(1).click();
  await isSound(page, `tools ${name} pauses`);
  await page.locator('.room-about-button > button').click();
  await page.locator('dialog[open] li button').first().waitFor();
  await isSound(page, `tools ${name} about`);
});
