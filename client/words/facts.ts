import type { Lang } from '../../shared/languages.ts';

/** Words for values that the data writes in short English: days, hours, dates. */

type Swap = Record<Lang, string>;
/** Longer ones first: the first that fits wins. */
const HOURS: [RegExp, Swap][] = [
  [/(\p{L}|\d)-(?=\p{L}|\d)/gu, { kk: '$1–', ru: '$1–', en: '$1–' }],
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

const SERVICES: Record<string, Swap> = {
  detox: { kk: 'детокс', ru: 'детокс', en: 'detox' },
  inpatient: { kk: 'стационар', ru: 'стационар', en: 'inpatient' },
  outpatient: { kk: 'жатпай емделу', ru: 'амбулаторный приём', en: 'outpatient' },
  day_programme: { kk: 'күндізгі стационар', ru: 'дневной стационар', en: 'day programme' },
  rehabilitation: { kk: 'оңалту', ru: 'реабилитация', en: 'rehabilitation' },
  counselling: { kk: 'кеңес беру', ru: 'консультации', en: 'counselling' },
  peer_group: { kk: 'өзара көмек тобы', ru: 'группа взаимопомощи', en: 'self-help group' },
  family: { kk: 'отбасына көмек', ru: 'помощь семье', en: 'help for families' },
  youth: { kk: 'жастарға', ru: 'для молодых', en: 'for young people' },
  online: { kk: 'онлайн', ru: 'онлайн', en: 'online' },
  drug_test: { kk: 'есірткіге тест', ru: 'тест на наркотики', en: 'drug test' },
  compulsory: {
    kk: 'сот шешімімен мәжбүрлеп емдеу',
    ru: 'принудительное лечение по суду',
    en: 'compulsory treatment by court',
  },
};
export const serviceIn = (lang: Lang, service: string): string => SERVICES[service]?.[lang] ?? service;

const TONGUES: Record<string, Swap> = {
  kk: { kk: 'қазақша', ru: 'казахский', en: 'Kazakh' },
  ru: { kk: 'орысша', ru: 'русский', en: 'Russian' },
  en: { kk: 'ағылшынша', ru: 'английский', en: 'English' },
};
export const tongueIn = (lang: Lang, code: string): string => TONGUES[code]?.[lang] ?? code;

/** Claims and notes that many entries share, with where they come from as the data says it. */
const CLAIMS: Record<string, Swap> = {
  'free (zakon.kz 2025-08-15, on these centres in general)': {
    kk: 'тегін (zakon.kz, 15.08.2025, осындай орталықтар туралы жалпы)',
    ru: 'бесплатно (zakon.kz, 15.08.2025, о таких центрах в целом)',
    en: 'free (zakon.kz, 15 August 2025, on these centres in general)',
  },
  'confidential (caravan.kz, on these centres in general)': {
    kk: 'құпия сақталады (caravan.kz, осындай орталықтар туралы жалпы)',
    ru: 'конфиденциально (caravan.kz, о таких центрах в целом)',
    en: 'confidential (caravan.kz, on these centres in general)',
  },
  'free (motto of AA in Kazakhstan: anonymous, voluntary, free - capitaldailynews.com)': {
    kk: 'тегін (Қазақстандағы АА ұстанымы: анонимді, ерікті, тегін; capitaldailynews.com)',
    ru: 'бесплатно (девиз АА в Казахстане: анонимно, добровольно, бесплатно; capitaldailynews.com)',
    en: 'free (motto of AA in Kazakhstan: anonymous, voluntary, free; capitaldailynews.com)',
  },
  'free under GOBMP only for people attached to Almaty; paid services by price list on request': {
    kk: 'Алматыға тіркелген адамдарға ғана тегін (ТМККК аясында); ақылы қызметтер прейскурант бойынша',
    ru: 'бесплатно (ГОБМП) только для прикреплённых к Алматы; платные услуги по прейскуранту',
    en: 'free (state guaranteed care) only for people attached to Almaty; paid services by price list on request',
  },
  'paid (prices not found)': {
    kk: 'ақылы (бағасы табылмады)',
    ru: 'платно (цены не найдены)',
    en: 'paid (prices not found)',
  },
  'trust line 1303 is anonymous (list of 2026-04); treatment: not stated': {
    kk: '1303 сенім телефоны анонимді (2026 жылғы сәуір тізімі); ем туралы айтылмаған',
    ru: 'линия доверия 1303 анонимна (список от апреля 2026); о лечении не сказано',
    en: 'trust line 1303 is anonymous (list of April 2026); treatment: not stated',
  },
  'crisis line is anonymous; treatment: not stated': {
    kk: 'сенім телефоны анонимді; ем туралы айтылмаған',
    ru: 'линия доверия анонимна; о лечении не сказано',
    en: 'crisis line is anonymous; treatment: not stated',
  },
  'not stated': { kk: 'айтылмаған', ru: 'не сказано', en: 'not stated' },
  yes: { kk: 'иә', ru: 'да', en: 'yes' },
  'Women only.': { kk: 'Тек әйелдерге арналған.', ru: 'Только для женщин.', en: 'Women only.' },
  'Men only.': { kk: 'Тек ер адамдарға арналған.', ru: 'Только для мужчин.', en: 'Men only.' },
};
/** A claim or note of the data in the reader's language; null where we have no words for it, so that it is shown as quoted English. */
export const claimIn = (lang: Lang, claim: string): string | null => CLAIMS[claim]?.[lang] ?? null;
