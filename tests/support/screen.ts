import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A cheap phone and a laptop. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1280, height: 800 } };

export interface Screen {
  page: Page;
  /** What the page complained of: errors of scripts and refusals of the content security policy. */
  complaints: string[];
  /** Every address asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** A browser window of its own: its own storage, nothing remembered. */
export async function openScreen(browser: Browser, options: BrowserContextOptions = PHONE): Promise<Screen> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused sign-in, and a server that a test has stopped.
    if (message.type() === 'error' && !/401|ERR_CONNECTION_REFUSED/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  return { page, complaints, asked, close: () => context.close() };
}

/** Closes the screens of a test and forgets them; none of them may have complained. */
export async function closeScreens(screens: Screen[]): Promise<void> {
  for (const { complaints, close } of screens.splice(0)) {
    expect(complaints).toEqual([]);
    await close();
  }
}

/** CSS pixels by which the page is wider than the window; more than 0 means scrolling in two directions. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Controls under 44 x 44 px, apart from links inside a sentence and what a whole card or label enlarges. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, a[href], summary, input, textarea, label.check')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest('.room-card h2, label.check > *, p:not(.row), .foot') && !one.matches('.skip'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
    .map(({ one, box }) => one.outerHTML.slice(0, 100) + ' ' + box.width.toFixed(0) + 'x' + box.height.toFixed(0))`);
