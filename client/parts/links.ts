import type { Lang } from '../../shared/languages.ts';

/** A page's address in a language; `path` is the address without its language, e.g. `/directory?region=KZ-75`. */
export const href = (lang: Lang, path: string): string => `/${lang}${path}`;

/**
 * Where the quick exit leads: a page anybody may have open. A weather search, in the language of the page, at an address
 * that is known to everybody and quick on a slow link.
 */
const WEATHER = { kk: 'ауа райы', ru: 'погода', en: 'weather' };
export const exitHref = (lang: Lang): string => `https://www.google.com/search?q=${encodeURIComponent(WEATHER[lang])}`;
