import { beforeAll, expect, test } from 'vitest';
import type { Listing } from '../../shared/directory.ts';
import { publishedDirectory } from '../../tests/directory/data.ts';
import { robots, sitemap } from './sitemap.ts';

let listings: Listing[];
beforeAll(async () => {
  ({ listings } = publishedDirectory());
});

test('the sitemap names every entry in each language, and robots lead to it', () => {
  const xml = sitemap('https://tirek.example', listings);
  expect(xml.match(/<url>/g)).toHaveLength((11 + 96) * 3);
  expect(xml).toContain('<loc>https://tirek.example/kk/directory/ala-cpz-narco</loc><lastmod>2026-11-22</lastmod>');
  expect(xml).toContain('hreflang="en" href="https://tirek.example/en/help"');
  expect(robots('https://tirek.example')).toContain('Sitemap: https://tirek.example/sitemap.xml');
});

test('a name with the signs of XML cannot leave its element', () => {
  const [first] = listings;
  const xml = sitemap('https://a.example', first ? [{ ...first, slug: '"><x>&' }] : []);
  expect(xml).toContain('/directory/&quot;&gt;&lt;x&gt;&amp;</loc>');
});
