import type { Browser } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';

let house: House;
let node: TestNode;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house, { env: { PUBLIC_ORIGIN: 'https://tirek.example' } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await house?.close();
});

test.each(['', '?region=KZ-75', '?region=KZ-71', '?region=KZ-27', '?region=no'])(
  'the sheet %s is one page of A4 with the urgent numbers',
  async (query) => {
    const page = await browser.newPage();
    try {
      await page.goto(`${node.address}/kk/poster${query}`);
      const text = (await page.locator('.poster').textContent()) ?? '';
      for (const number of ['103', '112', '111']) expect(text).toContain(number);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    } finally {
      await page.close();
    }
  },
);

test('a camera reads the address of the region from the code', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 2000 }, deviceScaleFactor: 2 });
  try {
    await page.goto(`${node.address}/ru/poster?region=KZ-75`);
    const shot = await page.locator('.qr').screenshot();
    const { data, width, height } = await page.evaluate<{
      data: number[];
      width: number;
      height: number;
    }>(`(async () => {
      const bytes = Uint8Array.from(atob('${shot.toString('base64')}'), (one) => one.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      const { data, width, height } = canvas.getImageData(0, 0, picture.width, picture.height);
      return { data: [...data], width, height };
    })()`);
    expect(decodeQR({ data: Uint8Array.from(data), width, height })).toBe(
      'https://tirek.example/ru/directory?region=KZ-75',
    );
  } finally {
    await page.close();
  }
});
