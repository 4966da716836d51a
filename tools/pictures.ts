/** `npm run pictures`: takes the README's pictures from the demonstration, on a phone and on a wide screen. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';
import { startDemo } from './demo/start.ts';

const OUT = 'docs/pictures';
const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };

mkdirSync(OUT, { recursive: true });
const demo = await startDemo('0');
await demo.play(0);
const browser = await openBrowser();

async function picture(name: string, viewport: typeof PHONE, walk: (page: Page) => Promise<unknown>): Promise<void> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2, locale: 'kk', reducedMotion: 'reduce' });
  await walk(page);
  await page.screenshot({ path: `${OUT}/${name}.png` });
  await page.close();
  console.log(`${OUT}/${name}.png`);
}

await picture('start-phone', PHONE, (page) => page.goto(`${demo.address}/kk/`));
await picture('room-phone', PHONE, async (page) => {
  await page.goto(`${demo.address}/kk/rooms`);
  await page.getByRole('main').getByText('Қазақша бөлме').first().click();
  await page.locator('.bubble').last().waitFor();
});
await picture('directory', WIDE, (page) => page.goto(`${demo.address}/ru/directory?region=KZ-75`));
await picture('desk', WIDE, async (page) => {
  await page.goto(demo.desk);
  await page.locator('.duty-switch-on').waitFor();
});
await browser.close();
await demo.close();
process.exit(0);
