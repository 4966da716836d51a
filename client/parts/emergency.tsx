import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { sayIn } from '../words/say.ts';

/** 103 and 112, large enough for a shaking hand. Free from any phone: egov.kz, updated 2021-09-08. */
export function Emergency({ lang, title }: { lang: Lang; title?: string }) {
  const t = sayIn(lang, partWords);
  return (
    <section class="emergency" aria-label={title ?? t('danger')}>
      <p class="emergency-title">{title ?? t('danger')}</p>
      <div class="emergency-numbers">
        <a href="tel:103">
          <b>103</b>
          <span>{t('ambulance')}</span>
        </a>
        <a href="tel:112">
          <b>112</b>
          <span>{t('rescue')}</span>
        </a>
      </div>
    </section>
  );
}
