import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { TestNode } from './node.ts';
import type { StaffInTest } from './people.ts';
import { LAPTOP, openScreen, type Screen } from './screen.ts';

interface Options {
  lang?: string;
  screen?: BrowserContextOptions;
}

/** A member of staff signs in at the desk in a browser of their own, with a recovery code where a second step is asked for. */
export async function deskScreen(
  browser: Browser,
  { address }: Pick<TestNode, 'address'>,
  staff: StaffInTest,
  { lang = 'ru', screen: options = LAPTOP }: Options = {},
): Promise<Screen> {
  const screen = await openScreen(browser, options);
  const { page } = screen;
  await page.goto(`${address}/desk?lang=${lang}`);
  await page.locator('#email').fill(staff.email);
  await page.locator('#password').fill(staff.password);
  await page.locator('button[type=submit]').click();
  await page.locator('.desk, #code').first().waitFor();
  if ((await page.locator('#code').count()) > 0) {
    await page.locator('#code').fill(`${staff.codes.shift()}`);
    await page.locator('button[type=submit]').click();
  }
  await page.locator('.desk').waitFor();
  return screen;
}
