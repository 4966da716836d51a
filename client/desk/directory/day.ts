import type { Lang } from '../../../shared/languages.ts';
import { dateIn } from '../../words/facts.ts';
import { dateOf } from '../../words/times.ts';

/** A day (ISO date) in words with its year. Browsers built on Chromium carry no Kazakh dates. */
export const dayIn = (lang: Lang, day: string): string =>
  lang === 'kk' ? `${day.slice(0, 4)} ж. ${dateOf(lang, Date.parse(`${day}T12:00`))}` : dateIn(lang, day);
