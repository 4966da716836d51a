import type { Lang } from '../../shared/languages.ts';

const DAY = 86_400_000;

/** Hour and minute by the reader's own clock and habit. */
export const timeOf = (lang: Lang, at: number): string =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** "today", "yesterday", otherwise the date. */
export function dayOf(lang: Lang, at: number, now: number): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(now)) / DAY);
  if (days === 0 || days === -1 || days === 1)
    return capital(lang, new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day'));
  return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** A moment to come: day and time. */
export const whenOf = (lang: Lang, at: number, now: number): string => `${dayOf(lang, at, now)}, ${timeOf(lang, at)}`;

/** Whole minutes that are left, at least 0. */
export const minutesLeft = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 60_000));

const capital = (lang: Lang, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
