import type { Lang } from '../../shared/languages.ts';

/** The names of the three languages in each of them. */
export const languageNames: Record<Lang, Record<Lang, string>> = {
  kk: { kk: 'қазақша', ru: 'орысша', en: 'ағылшынша' },
  ru: { kk: 'казахский', ru: 'русский', en: 'английский' },
  en: { kk: 'Kazakh', ru: 'Russian', en: 'English' },
};
