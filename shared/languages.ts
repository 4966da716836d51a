/** The three languages of the house, Kazakh first. Their order is the order of every switch and list. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A text that exists in every language. */
export type Words = Record<Lang, string>;

export const isLang = (value: unknown): value is Lang => LANGUAGES.includes(value as Lang);

/**
 * The language for a visitor who has not chosen one: the first language of `Accept-Language` that we speak
 * (ties and weights as RFC 9110, 12.5.4), otherwise Kazakh.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Lang {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ lang, weight }) => isLang(lang) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (wanted[0]?.lang as Lang | undefined) ?? 'kk';
}
