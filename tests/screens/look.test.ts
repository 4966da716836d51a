import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPages } from '../../server/pages.ts';
import type { Gate } from '../../shared/entries.ts';
import { okay, refuse } from '../../shared/errors.ts';
import type { Lang } from '../../shared/languages.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { ChatServer, roomCard, words } from '../support/chat-server.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { guest, hire, type PersonInTest } from '../support/people.ts';
import { LAPTOP, openScreen, PHONE, type Screen, smallTargets, tooWide } from '../support/screen.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
/** As strict as the server's own. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const VIEWS: [string, Lang, BrowserContextOptions][] = [
  ['phone, light, Kazakh', 'kk', { ...PHONE, colorScheme: 'light' }],
  ['laptop, dark, Russian', 'ru', { ...LAPTOP, colorScheme: 'dark' }],
  ['320 px wide, dark, English', 'en', { ...PHONE, viewport: { width: 320, height: 560 }, colorScheme: 'dark' }],
  ['zoomed to 400 %, light, Russian', 'ru', { viewport: { width: 320, height: 200 }, colorScheme: 'light' }],
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Nothing that axe-core knows to be wrong, no scrolling sideways, and every control big enough for a thumb. */
async function isSound(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([]);
  expect(await tooWide(page), what).toBe(0);
  expect(await smallTargets(page), what).toEqual([]);
}

describe.each(VIEWS)('the chat on a %s screen', (_name, lang, options) => {
  let server: ChatServer;
  let screen: Screen;
  const off: Gate = { duty: 'off', onDuty: [], locked: false, slowSeconds: 0 };

  beforeAll(async () => {
    const page = (await loadPages())({ page: 'rooms', allow: [], lang, path: '/rooms', origin: '', lines: [] });
    server = new ChatServer((request, response) => serve(page, request, response));
    server.rooms = [
      { ...roomCard('cravings'), name: words('Қазір қатты тартып тұр'), people: 12 },
      { ...roomCard('families'), youth: true, duty: 'gap' },
      { ...roomCard('qazaqsha'), lang: 'kk', duty: 'off', people: 1000 },
    ];
    talk(server);
    const origin = await server.listen();
    screen = await openScreen(browser, options);
    await screen.page.goto(`${origin}/${lang}/rooms`);
  });
  afterAll(async () => {
    expect(screen.complaints).toEqual([]);
    await screen.close();
    await server.close();
  });

  test('list, room, messages on their way, nobody on duty, the end: all sound', async () => {
    const { page } = screen;
    await page.locator('.room-card').nth(2).waitFor();
    await isSound(page, 'the list');
    await page.locator('.room-card button').first().click();
    await page.locator('.bubble').nth(2).waitFor();
    await page.locator('.bubble-more').first().click();
    await isSound(page, 'the room with the actions of a message');

    server.answers['message:send'] = (_session, { text }) =>
      text === 'held' ? okay({ state: 'held', heldId: 'held-1', until: Date.now() + 600_000 }) : refuse('muted');
    for (const text of ['held', 'refused']) {
      await page.locator('#composer').fill(text);
      await page.locator('.composer button[type=submit]').click();
    }
    await page.locator('.outgoing [role=alert]').waitFor();
    server.io.emit('gate', { room: 'cravings', gate: { ...off, duty: 'gap', gapUntil: Date.now() + 600_000 } });
    await page.locator('.room-notices .notice').waitFor();
    await isSound(page, 'messages on their way while nobody is on duty');

    server.answers['message:send'] = () => ({ ...refuse('muted'), care: true });
    await page.locator('#composer').fill('danger');
    await page.locator('.composer button[type=submit]').click();
    await page.locator('.care-card').waitFor();
    await isSound(page, 'the help card');

    await page.locator('#composer').fill('8 701 000 12 34, ул. Абая, дом 27');
    await page.locator('.composer button[type=submit]').click();
    await page.locator('.question').waitFor();
    await isSound(page, 'the question before sending');
    await page.keyboard.press('Escape');

    const about = page.locator('.room-about-button > button');
    if (await about.isVisible()) {
      await about.click();
      await isSound(page, 'about the room');
      await page.keyboard.press('Escape');
    }
    server.io.emit('gate', { room: 'cravings', gate: off });
    await page.locator('.care').waitFor();
    await isSound(page, 'the care page');
    server.io.emit('ended', { why: 'expired' });
    await page.locator('.over').waitFor();
    await isSound(page, 'the end');
  });
});

describe.each(VIEWS)('the desk on a %s screen', (_name, lang, options) => {
  let house: House;
  let node: TestNode;
  let aigul: PersonInTest;

  beforeAll(async () => {
    house = await openHouse();
    node = await startNode(house);
    aigul = await guest(node, 'kk');
  });
  afterAll(async () => {
    aigul.close();
    await node.close();
    await house.close();
  });

  test('first link, sign-in, duty, held messages, a room: all sound', async () => {
    const { email, password } = await hire(house, 'Dana', 'moderator');
    const { page, complaints, close } = await openScreen(browser, options);
    await page.goto(`${node.address}/desk?lang=${lang}#setup=${'A'.repeat(40)}`);
    await page.locator('#name').waitFor();
    await isSound(page, 'the first link');
    expect(page.url()).not.toContain('AAAA');

    await page.goto(`${node.address}/desk?lang=${lang}`);
    await page.locator('#email').fill(email);
    await page.locator('#password').fill('wrong');
    await page.locator('button[type=submit]').click();
    await page.locator('.notice-alarm').waitFor();
    await isSound(page, 'sign-in');
    await page.locator('#password').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.duty-switch button').click();
    await page.locator('.duty-switch-on').waitFor();
    await isSound(page, 'the desk on duty');

    await page.locator('.duty-switch button').click();
    await page.locator('.duty-switch:not(.duty-switch-on)').waitFor();
    await aigul.must('room:join', { room: 'families' });
    await aigul.must('message:send', { room: 'families', id: 'message-1', text: 'Сәлем, біреу бар ма?' });
    await page.locator('.waiting li').waitFor();
    await isSound(page, 'a held message');
    await page.locator('.desk-rooms button').first().click();
    await page.locator('#composer').waitFor();
    await isSound(page, 'a room beside the desk');
    expect(complaints).toEqual([]);
    await close();
  });
});

function serve(page: string, request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?')[0] ?? '';
  const file = join(CLIENT, path);
  response.setHeader('content-security-policy', POLICY);
  if (path.endsWith('/rooms')) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
    return true;
  }
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
  response.end(readFileSync(file));
  return true;
}

/** A talk with everything a room can show. */
function talk(server: ChatServer): void {
  const timur = { member: 'm-timur', name: 'Тихий Жаворонок' };
  const dana = { member: 'm-dana', name: 'Dana', staff: true } as const;
  const at = Date.now();
  server.add({ seq: 1, at: at - 90_000_000, kind: 'message', by: timur, text: 'Бүгін төртінші күн.' });
  server.add({ seq: 2, at, kind: 'message', by: dana, text: 'Біз осындамыз.', replyTo: 1 });
  server.add({ seq: 3, at, kind: 'react', of: 2, by: 'm-timur', reaction: 'thanks', on: true });
  server.add({ seq: 4, at, kind: 'gone' });
  server.add({ seq: 5, at, kind: 'line', line: 'slow_on' });
  server.add({ seq: 6, at, kind: 'message', by: timur, text: 'Рақмет. '.repeat(30), approved: true });
}
