import type { Lang } from '../../shared/languages.ts';

/** A sentence for each form a number asks for. Kazakh nouns keep one form after a number, so `other` alone will do there. */
export interface Plural {
  one?: string;
  few?: string;
  many?: string;
  other: string;
}
export type Phrase = string | Plural;

/** The words of one area in every language. `reviewed`: name and date of the native reader who checked them, or `no`. */
export interface Area<K extends string = string> {
  reviewed: string;
  kk: Record<K, Phrase>;
  ru: Record<K, Phrase>;
  en: Record<K, Phrase>;
}

export type Values = Record<string, string | number>;
/** Words of one area in one language. */
export type Say<K extends string> = (key: K, values?: Values) => string;

/** Declares an area; the compiler refuses a key that one of the languages lacks. */
export function area<K extends string>(words: {
  reviewed: string;
  kk: Record<K, Phrase>;
  ru: Record<NoInfer<K>, Phrase>;
  en: Record<NoInfer<K>, Phrase>;
}): Area<K> {
  return words;
}

/** The phrase `key` with `{name}` replaced from `values`; a phrase with plural forms is chosen by `values.n`. */
export function say<K extends string>(lang: Lang, words: Area<K>, key: K, values: Values = {}): string {
  const phrase = words[lang][key];
  const text = typeof phrase === 'string' ? phrase : form(lang, phrase, Number(values.n));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => show(lang, values[name]) ?? whole);
}

/** `say` for one language and area: `const t = sayIn(lang, partWords); t('exit')`. */
export const sayIn =
  <K extends string>(lang: Lang, words: Area<K>): Say<K> =>
  (key, values) =>
    say(lang, words, key, values);

function form(lang: Lang, phrase: Plural, n: number): string {
  const category = pluralRules(lang).select(n);
  return (
    (category === 'one' || category === 'few' || category === 'many' ? phrase[category] : undefined) ?? phrase.other
  );
}

function show(lang: Lang, value: string | number | undefined): string | undefined {
  // Browsers built on Chromium carry no Kazakh numbers; they are written as in Russian.
  return typeof value === 'number' ? numberFormat(lang === 'kk' ? 'ru' : lang).format(value) : value;
}

/** Making these takes longer than using them a hundred times. */
const once = <T>(make: (lang: string) => T) => {
  const made = new Map<string, T>();
  return (lang: string): T => {
    const kept = made.get(lang) ?? make(lang);
    made.set(lang, kept);
    return kept;
  };
};
const pluralRules = once((lang) => new Intl.PluralRules(lang));
const numberFormat = once((lang) => new Intl.NumberFormat(lang));
