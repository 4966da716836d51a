import { isLang, type Lang } from '../../shared/languages.ts';

/** The desk has one address; a volunteer's choice of language is kept on this device. */
const KEY = 'tirek.desk.language';

/** Goes to the language chosen before when the address does not name one; true when it does so. */
export function rememberedLanguage(): boolean {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLang(asked)) {
    localStorage.setItem(KEY, asked);
    return false;
  }
  const kept = localStorage.getItem(KEY) ?? 'kk';
  if (!isLang(kept) || kept === document.documentElement.lang) return false;
  location.replace(`${languageHref(kept)}${location.hash}`);
  return true;
}

export const languageHref = (lang: Lang): string => `/desk?lang=${lang}`;
