import type { Lang } from '../../shared/languages.ts';

/** Words for values that the data writes in short English: days, hours, dates. */

type Swap = Record<Lang, string>;
/** Longer ones first: the first that fits wins. */
const HOURS: [RegExp, Swap][] = [
  [
    /\bcrisis line 24\/7/g,
    { kk: 'сенім телефоны тәулік бойы', ru: 'линия доверия круглосуточно', en: 'crisis line day and night' },
  ],
  [
    /\badmission 24\/7/g,
    { kk: 'қабылдау бөлімі тәулік бойы', ru: 'приёмный покой круглосуточно', en: 'admission day and night' },
  ],
  [/\b24\/7/g, { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' }],
  [/\bregistry\b/g, { kk: 'тіркеу бөлімі', ru: 'регистратура', en: 'registry' }],
  [/\bdaily\b/g, { kk: 'күн сайын', ru: 'ежедневно', en: 'every day' }],
  [/\balso\b/g, { kk: 'сондай-ақ', ru: 'также', en: 'also' }],
  [/\bto (\d+:\d\d)/g, { kk: '$1-ге дейін', ru: 'до $1', en: 'to $1' }],
  [/\bMon\b/g, { kk: 'Дс', ru: 'Пн', en: 'Mon' }],
  [/\bTue\b/g, { kk: 'Сс', ru: 'Вт', en: 'Tue' }],
  [/\bWed\b/g, { kk: 'Ср', ru: 'Ср', en: 'Wed' }],
  [/\bThu\b/g, { kk: 'Бс', ru: 'Чт', en: 'Thu' }],
  [/\bFri\b/g, { kk: 'Жм', ru: 'Пт', en: 'Fri' }],
  [/\bSat\b/g, { kk: 'Сб', ru: 'Сб', en: 'Sat' }],
  [/\bSun\b/g, { kk: 'Жс', ru: 'Вс', en: 'Sun' }],
  [/(\p{L}|\d)-(?=\p{L}|\d)/gu, { kk: '$1–', ru: '$1–', en: '$1–' }],
];

/** Opening hours as the data writes them ("Mon-Fri 8:00-17:00, Sat to 15:00") in the reader's language. */
export const hoursIn = (lang: Lang, hours: string): string =>
  HOURS.reduce((text, [pattern, words]) => text.replace(pattern, words[lang]), hours);

/** A source's date, which may be a year, a month or a day: "2026", "2026-04", "2026-03-09". */
export function dateIn(lang: Lang, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  return new Intl.DateTimeFormat(lang, parts).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}
