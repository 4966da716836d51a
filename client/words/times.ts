import type { Lang, Words } from '../../shared/languages.ts';

const DAY = 86_400_000;

const NEAR: Record<number, Words> = {
  [-1]: { kk: 'Кеше', ru: 'Вчера', en: 'Yesterday' },
  0: { kk: 'Бүгін', ru: 'Сегодня', en: 'Today' },
  1: { kk: 'Ертең', ru: 'Завтра', en: 'Tomorrow' },
};
/** Browsers built on Chromium carry no Kazakh dates and would answer in English. */
const KAZAKH_DAYS = ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'];
const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];

/** Hour and minute by the reader's own clock, in 24 hours. */
export function timeOf(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()].map((part) => `${part}`.padStart(2, '0')).join(':');
}

/** "Today", "Yesterday", "Tomorrow", otherwise weekday and date. */
export function dayOf(lang: Lang, at: number, now: number): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const near = NEAR[Math.round((midnight(at) - midnight(now)) / DAY)];
  if (near) return near[lang];
  const day = new Date(at);
  if (lang === 'kk') return `${dateOf(lang, at)}, ${KAZAKH_DAYS[day.getDay()]}`;
  return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(day);
}

/** Day and month, e.g. for the end of a certificate. */
export function dateOf(lang: Lang, at: number): string {
  const day = new Date(at);
  if (lang === 'kk') return `${day.getDate()} ${KAZAKH_MONTHS[day.getMonth()]}`;
  return new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' }).format(day);
}

/** Day, month and year. */
export function fullDateOf(lang: Lang, at: number): string {
  const year = new Date(at).getFullYear();
  return lang === 'kk' ? `${year} ж. ${dateOf(lang, at)}` : `${dateOf(lang, at)} ${year}`;
}

/** A moment to come: day and time. */
export const whenOf = (lang: Lang, at: number, now: number): string => `${dayOf(lang, at, now)}, ${timeOf(at)}`;

/** Whole minutes that are left, at least 0; the seconds that clocks of two machines differ by do not make one more. */
export const minutesLeft = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now - CLOCK_SLACK) / 60_000));

const CLOCK_SLACK = 5000;
