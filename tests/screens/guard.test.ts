import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createGuard } from '../../server/guard/guard.ts';
import type { Lang } from '../../shared/languages.ts';
import { deskScreen } from '../support/at-desk.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';
import { closeScreens, openScreen, PHONE, type Screen, smallTargets, tooWide } from '../support/screen.ts';

/** The guard as people meet it: the check in the browser, the server behind it, and the desk. */
let house: House;
let node: TestNode;
let browser: Browser;
let dana: StaffInTest;
const screens: Screen[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  // Cases that a test leaves open would stand on the desk of the next one.
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
  node = await startNode(house);
});
afterEach(async () => {
  await closeScreens(screens);
  await node.close();
  await house.close();
});
afterAll(() => browser.close());

async function onDuty(lang: Lang = 'ru'): Promise<Page> {
  const screen = await deskScreen(browser, node, dana, { lang });
  screens.push(screen);
  await screen.page.locator('.duty-switch button').click();
  await screen.page.locator('.duty-switch-on').waitFor();
  return screen.page;
}

/** A guest in the room for cravings, their check ready, and every frame that left their browser. */
async function guestIn(lang: Lang, options: BrowserContextOptions = PHONE) {
  const screen = await openScreen(browser, options);
  screens.push(screen);
  const { page } = screen;
  const left: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => left.push(payload.toString())));
  page.on('request', (request) => left.push(request.url() + (request.postData() ?? '')));
  await enter(page, lang);
  return { page, left };
}

async function enter(page: Page, lang: Lang): Promise<void> {
  const worker = page.waitForEvent('worker');
  await page.goto(`${node.address}/${lang}/rooms`);
  await page.locator('.room-card button').first().click();
  await page.locator('#composer').waitFor();
  // A question in the worker's own thread: it is answered when the words are read.
  await (await worker).evaluate(`new Promise((ready) => {
    const post = self.postMessage.bind(self);
    const ask = () => dispatchEvent(new MessageEvent('message', { data: { id: 0, text: '' } }));
    self.postMessage = (said) => {
      if (said.id !== 0) post(said);
      else if (said.found) ready();
      else setTimeout(ask, 50);
    };
    ask();
  })`);
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#composer').fill(text);
  await page.locator('.composer button[type=submit]').click();
}

const inRoom = (page: Page, text: string) => page.locator('.log .bubble:not(.bubble-waiting)', { hasText: text });
const holds = (frames: string[], digits: string) => frames.some((frame) => frame.replace(/\D/g, '').includes(digits));

async function isSound(page: Page, what: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(' ', '-')}.png` });
  expect(await violations(page), what).toEqual([]);
  expect(await tooWide(page), what).toBe(0);
  expect(await smallTargets(page), what).toEqual([]);
}

test('a phone number does not leave the browser: the writer is asked, and another guest reads the masked text', async () => {
  await onDuty();
  const { page: timur } = await guestIn('ru');
  const { page: aigul, left } = await guestIn('kk');
  await write(aigul, 'Маған кешке звондаңдаршы: 8 701 000 12 34, жалғызбын');
  const question = aigul.getByRole('dialog', { name: 'Телефон нөміріне ұқсайды' });
  await question.getByText('Хабар әлі жіберілген жоқ.').waitFor();
  await isSound(aigul, 'question phone light kk');
  // The focus stands on the title: a second Enter answers nothing.
  await aigul.keyboard.press('Enter');
  expect(await question.isVisible()).toBe(true);
  await aigul.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await aigul.locator('#composer').inputValue()).toContain('8 701 000 12 34');
  expect(await aigul.evaluate('document.activeElement.id')).toBe('composer');
  expect(await aigul.locator('.bubble').count()).toBe(0);

  await aigul.locator('.composer button[type=submit]').click();
  await aigul.getByRole('button', { name: 'Осылай жіберу' }).click();
  await inRoom(timur, 'Маған кешке звондаңдаршы: •••, жалғызбын').waitFor();
  await inRoom(aigul, '•••').waitFor();
  expect(left.some((frame) => frame.includes('message:send') && frame.includes('•••'))).toBe(true);
  expect(holds(left, '7010001234')).toBe(false);
  expect(await aigul.getByText('Хабарыңыздан байланыс деректері алынды').count()).toBe(0);
});

test('a number of the directory is nobody, and goes unasked', async () => {
  await onDuty();
  const { page } = await guestIn('en');
  const allowed: string[] = JSON.parse((await page.locator('#allow').textContent()) ?? '[]');
  const line = allowed.find((number) => number.replace(/\D/g, '').length >= 10);
  if (!line) throw new Error('no long number in the directory');
  await write(page, `When it is bad I call ${line}`);
  await inRoom(page, line).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

/** Which one is held changes with every training: what the guard is sure of is refused, and nobody needs to look. */
const LURES = [
  'жеңіл ж ұ м ы с бар, тек апарып тастайсың, aқшасын сол күні беремін',
  'жeңіл жұмыc бар, тек апарып тастайсың, aқшасын сол күні беремін',
  'жеңіл жұмыс бар, тек апарып тастайсың, aқшасын сол күні беремін',
  'бір т а п с ы р м а бар еді, ақшасы жaқсы, керек болса айтам',
  'kөмекші кeрек, күн сайын төлейміз, кім бос',
  'бір тығыз шaруа бар, ақысын төлейміз, кім бос',
  'kөмекші кeрек еді, ақысы бар',
];

test('a courier lure in disguised Kazakh is held, and the desk sees which words and why', async () => {
  const guard = createGuard();
  const lure = LURES.find((text) => guard(text).outcome === 'hold') ?? '';
  expect(lure).not.toBe('');
  const desk = await onDuty('kk');
  const { page } = await guestIn('kk');
  await write(page, lure);
  await page.getByText('Бөлмеге шықпас бұрын ерікті қарап шығады.').first().waitFor();
  await desk.locator('.waiting li', { hasText: lure }).waitFor();
  await desk.getByRole('button', { name: 'Неге тоқтады?' }).first().click();
  const said = desk.locator('.said-marked');
  await said.waitFor();
  const marked = (await said.locator('mark').allTextContents()).join(' ');
  const hits = guard(lure).hits.map(({ start, end }) => lure.slice(start, end));
  expect(hits.every((words) => marked.includes(words) || words.includes(marked))).toBe(true);
  expect(await said.locator('.hits dd').first().textContent()).toContain('курьерлікке шақыру');
});

test('a crisis in Russian: the card before the server has heard of it, and the top case of the desk', async () => {
  const desk = await onDuty();
  const screen = await openScreen(browser, { ...PHONE, colorScheme: 'dark' });
  screens.push(screen);
  const { page } = screen;
  const held: (() => void)[] = [];
  let holding = true;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (holding && frame.includes('message:send')) held.push(() => server.send(frame));
      else server.send(frame);
    });
  });
  await enter(page, 'ru');
  await write(page, 'Он не дышит, губы синие, что делать');
  await page.locator('.care-card').waitFor();
  // No keyboard stands before the numbers.
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('');
  await isSound(page, 'card phone dark ru');
  expect(await desk.locator('.case-card').count()).toBe(0);
  holding = false;
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  await desk.locator('.urgent .case-urgent').waitFor();
  expect(await desk.locator('.case-card h3').first().textContent()).toBe('Человеку может быть нужна помощь');
  await desk.keyboard.press('o');
  await desk.locator('.said-marked', { hasText: 'Он не дышит, губы синие' }).waitFor();
});

test('a crisis with an address is not asked about: the room sees it masked, the desk in full', async () => {
  const desk = await onDuty();
  const { page: aigul } = await guestIn('kk');
  const { page: timur, left } = await guestIn('ru');
  const words = 'Она не дышит, помогите, Абая 27 квартира 4';
  await write(timur, words);
  await timur.locator('.care-card').waitFor();
  await inRoom(aigul, 'Она не дышит, помогите, •••').waitFor();
  expect(await timur.getByRole('dialog').count()).toBe(0);
  expect(left.some((frame) => frame.includes(words))).toBe(true);
  expect(await aigul.locator('.log').textContent()).not.toContain('Абая');
  await desk.locator('.urgent .case-urgent').waitFor();
  await desk.keyboard.press('o');
  await desk.locator('.said-marked', { hasText: words }).waitFor();
});

const HONEST: [Lang, string[]][] = [
  [
    'kk',
    [
      'Бүгін 12-күн. Кеше кешке қатты тартты, бірақ далаға шығып, жүріп келдім.',
      'Бұрын күнде шегетінмін, қазір үш айдан бері таза жүрмін.',
      'Метадонға жүргелі ұйқым түзелді, дәрігер дозаны азайтып жатыр.',
      'Інімнің қолданғанын білгенде жыладым. Онымен қалай сөйлесем екен?',
      'Сатып жүрген ескі таныстың нөмірін өшірдім, қолым дірілдеді.',
      'Түнде түсімде шегіп жүр екем, оянып қорқып кеттім.',
      'Ломка бесінші күні жеңілдей ме, кім біледі?',
    ],
  ],
  [
    'ru',
    [
      'Сорвался в пятницу после года чистоты, стыдно, но пришёл сюда.',
      'Раньше закладки искал по вечерам, теперь иду мимо того двора и трясёт.',
      'Тяга накрыла в автобусе, вышел за две остановки и шёл пешком.',
      'Врач предложил налтрексон, кто пробовал, как спалось?',
      'Сын сказал: папа, ты опять глаза прячешь. Больше не хочу так.',
      'Друг умер от передоза два года назад, сегодня его день рождения.',
      'Меня звали курьером, обещали большие деньги, отказался, до сих пор страшно.',
    ],
  ],
  [
    'en',
    [
      "Day 9 and I keep thinking about my old dealer's street, so I take the long way home.",
      'I used to inject, now I am on buprenorphine and my mum is proud.',
      'The craving is so loud tonight, I am washing dishes to get through it.',
      'Relapsed last week, told my counsellor, starting again from one.',
      'My brother is in rehab, what do I bring him when I visit?',
      'I threw my stash out in spring and sometimes I still look at the bin.',
    ],
  ],
];

test('twenty honest messages about craving, past use and treatment flow untouched', async () => {
  const desk = await onDuty();
  const { page: reader } = await guestIn('ru');
  const all = HONEST.flatMap(([, texts]) => texts);
  expect(all).toHaveLength(20);
  for (const [lang, texts] of HONEST) {
    const { page } = await guestIn(lang);
    for (const text of texts) {
      await write(page, text);
      await inRoom(reader, text).waitFor();
    }
    expect(await page.locator('.outgoing, .care-card, dialog[open], .room-notices .notice').count()).toBe(0);
  }
  expect(await reader.locator('.log .bubble-text').allTextContents()).toEqual(all);
  expect(await desk.locator('.case-card, .waiting li').count()).toBe(0);
});
