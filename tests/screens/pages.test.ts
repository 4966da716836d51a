import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/languages.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';

/** Every page a visitor can see, by its address without the language. */
const PAGES = {
  start: '/',
  rooms: '/rooms',
  help: '/help',
  directory: '/directory',
  search: '/directory?q=нарколог',
  'a region without numbers': '/directory?region=KZ-27',
  'nothing found': '/directory?q=zzzzqqqq',
  entry: '/directory/ala-cpz-narco',
  'entry without phone': '/directory/youth-001',
  poster: '/poster?region=KZ-75',
  contacts: '/contacts',
  rights: '/rights',
  couriers: '/couriers',
  privacy: '/privacy',
  guard: '/guard',
  problem: '/no-such-page',
};
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

let house: House;
let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await house?.close();
});

/** Opens pages in one context and gathers what a visitor must never meet: other origins, refusals of the policy, errors. */
async function visit<T>(
  options: Parameters<Browser['newContext']>[0],
  walk: (open: (path: string) => Promise<Page>, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  const strange: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(node.address)) strange.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) strange.push(message.text());
  });
  context.on('weberror', (error) => strange.push(String(error.error())));
  const page = await context.newPage();
  try {
    const result = await walk(async (path) => {
      await page.goto(`${node.address}${path}`);
      return page;
    }, context);
    expect(strange).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

interface Seen {
  lang: string;
  titles: number;
  text: string;
  words: number;
  urgent: number;
  exit: string;
  switches: string[];
  inline: number;
  overflow: number;
}
/** What a page says of itself, in one look. */
const LOOK = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    lang: document.documentElement.lang,
    titles: all('h1').length,
    text: document.body.textContent,
    words: document.querySelector('main').textContent.length,
    urgent: all('footer a[href="tel:103"], footer a[href="tel:112"]').length,
    exit: all('[data-exit]').map((link) => link.rel + ' ' + link.href).join(),
    switches: all('.languages a').map((link) => decodeURI(link.getAttribute('href'))),
    inline: all('[style], script:not([src]):not([type*=json])').length,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
})()`;

test.each(LANGUAGES)('every page is complete in %s with JavaScript off, at 320 px', (lang) =>
  visit({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (open) => {
    for (const name of NAMES) {
      const page = await open(`/${lang}${PAGES[name]}`);
      const path = name === 'problem' ? '/' : PAGES[name];
      const seen = await page.evaluate<Seen>(LOOK);
      expect(seen, name).toMatchObject({ lang, titles: 1, urgent: 2, inline: 0, overflow: 0 });
      expect(seen.switches, name).toEqual(LANGUAGES.map((other) => `/${other}${path}`));
      expect(seen.exit, name).toMatch(/noreferrer.* https:/);
      expect(seen.text, name).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      expect(seen.words, name).toBeGreaterThan(40);
    }
  }),
);

test.each(SIZES)('axe-core finds nothing at $width x $height, in light and dark', (viewport) =>
  visit({ viewport, reducedMotion: 'reduce' }, async (open) => {
    for (const name of NAMES) {
      const page = await open(`/kk${PAGES[name]}`);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violations(page), name).toEqual([]);
      expect(await overflow(page), `sideways scroll: ${name}`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, ['color-contrast']), `${name}, dark`).toEqual([]);
    }
  }),
);

test.each(['ru', 'en'])('axe-core finds nothing in %s', (lang) =>
  visit({ viewport: { width: 360, height: 740 } }, async (open) => {
    for (const name of NAMES) expect(await violations(await open(`/${lang}${PAGES[name]}`)), name).toEqual([]);
  }),
);

test('what is tapped is at least 44 px high', () =>
  visit({ viewport: { width: 360, height: 740 } }, async (open) => {
    for (const name of NAMES) {
      const page = await open(`/ru${PAGES[name]}`);
      const small = await page
        .locator('.button, .phone, .tabs a, .languages a, .input, .foot-links a, .emergency a, .brand, .back')
        .evaluateAll((all) =>
          all
            .map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 120) }))
            .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
            .map(({ box, html }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`),
        );
      expect(small, name).toEqual([]);
    }
  }));

test('at 400 % zoom nothing stays in front of the text', () =>
  visit({ viewport: { width: 320, height: 256 } }, async (open) => {
    for (const name of NAMES) {
      const page = await open(`/kk${PAGES[name]}`);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
      const pinned = await page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
        .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.clientHeight > 0)
        .map((one) => one.className)`);
      expect(pinned, name).toEqual([]);
    }
  }));

test('the keyboard reaches the content first, then everything in order', () =>
  visit({ viewport: { width: 1280, height: 800 } }, async (open) => {
    const page = await open('/kk/help');
    const focused = (name: string) => page.evaluate(`document.activeElement.getAttribute('${name}')`);
    await page.keyboard.press('Tab');
    expect(await focused('href')).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await focused('id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focused('href')).toBe('tel:103');
  }));

test('Aigul finds the Almaty centre by search without a script, and its page shows number, source and date', () =>
  visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (open) => {
    const page = await open('/kk/directory');
    await page.fill('#q', 'Алматы нарколог');
    await page.selectOption('#region', 'KZ-75');
    await page.click('.search button[type=submit]');
    expect(new URL(page.url()).searchParams.get('region')).toBe('KZ-75');
    await page.click('a[href="/kk/directory/ala-cpz-narco"]');
    expect(await page.locator('main a[href="tel:+77273823621"]').isVisible()).toBe(true);
    expect(await page.locator('main .source').first().textContent()).toMatch(
      /cpzalmaty\.kz.*2026 ж\. 9 наурыз.*қоңырау шалған жоқпыз/s,
    );
    expect(await page.getAttribute('meta[name=robots]', 'content')).toBe('noarchive');
    expect(await page.locator('main').textContent()).toContain('Келіспес бұрын сұраңыз');
  }));

test('a region without numbers says what is known, with sources, and is never an empty list', () =>
  visit({ javaScriptEnabled: false }, async (open) => {
    for (const [code, centre] of [
      ['KZ-27', 'Uralsk'],
      ['KZ-62', 'Zhezkazgan'],
      ['KZ-39', 'Kostanay'],
    ]) {
      const page = await open(`/en/directory?region=${code}`);
      const known = page.locator('.known');
      expect(await known.textContent()).toContain(centre);
      for (const number of ['103', '112', '111', '150']) {
        expect(await known.locator(`a[href="tel:${number}"]`).count(), number).toBe(1);
      }
      expect(await known.locator('.source a').count()).toBeGreaterThan(2);
    }
  }));

test('a script adds copying a number, and a quick exit that leaves no way back to the page', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    await context.route('https://www.google.com/**', (route) =>
      route.fulfill({ body: 'weather', contentType: 'text/html' }),
    );
    const page = await context.newPage();
    await page.goto(`${node.address}/en/`);
    await page.goto(`${node.address}/en/directory/ala-cpz-narco`);
    const copy = page.locator('[data-copy]').first();
    await copy.click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('+77273823621');

    await page.click('[data-exit]');
    await page.waitForURL('https://www.google.com/**');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/en/');

    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift');
    await page.waitForURL('https://www.google.com/**');
  } finally {
    await context.close();
  }
});

test('near me sorts in the browser: no request carries the place', () =>
  visit({ geolocation: { latitude: 51.18, longitude: 71.45 }, permissions: ['geolocation'] }, async (open, context) => {
    const page = await open('/en/directory?kind=youth_health_centre');
    const asked: string[] = [];
    context.on('request', (request) => {
      if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
    });
    await page.getByRole('button', { name: 'Nearest to me first' }).click();
    await page.getByText('Nearest first.').waitFor();
    expect(await page.locator('main .grid article').first().textContent()).toContain('Astana');
    expect(asked).toEqual([]);
  }));

test('on paper there is text, numbers and sources, and no buttons', () =>
  visit({ viewport: { width: 800, height: 1000 } }, async (open) => {
    const page = await open('/kk/directory/ala-cpz-narco');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.tabs', '.languages', '.exit', '.foot-links']) {
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    }
    expect(await page.locator('main .phone').first().isVisible()).toBe(true);
    expect(await page.locator('main .source').first().isVisible()).toBe(true);
  }));
