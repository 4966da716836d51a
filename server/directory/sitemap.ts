import type { Listing } from '../../shared/directory.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { checkedOn } from './freshness.ts';

/** Pages for everybody, without the language. */
const PAGES = [
  '/',
  '/rooms',
  '/help',
  '/directory',
  '/contacts',
  '/rights',
  '/couriers',
  '/privacy',
  '/guard',
  '/suggest',
  '/repairs',
];

/** The sitemap (sitemaps.org 0.9): every public page and every entry in each language, each naming the others. `origin` has no final slash. */
export function sitemap(origin: string, listings: readonly Listing[]): string {
  const entries = listings.map(({ slug, source }) => ({ path: `/directory/${slug}`, seen: checkedOn(source) }));
  const all = [...PAGES.map((path) => ({ path, seen: null })), ...entries];
  const urls = all.flatMap(({ path, seen }) =>
    LANGUAGES.map((lang) => url(`${origin}/${lang}${path}`, seen, others(origin, path))),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}

const url = (at: string, seen: string | null, links: string): string =>
  `<url><loc>${escaped(at)}</loc>${seen === null ? '' : `<lastmod>${seen}</lastmod>`}${links}</url>`;

const others = (origin: string, path: string): string =>
  LANGUAGES.map(
    (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(`${origin}/${lang}${path}`)}"/>`,
  ).join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What crawlers may read: everything public. No copy is to be kept of an entry (a wrong number must not outlive its repair). */
export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /desk\nDisallow: /api/\n\nSitemap: ${origin}/sitemap.xml\n`;
