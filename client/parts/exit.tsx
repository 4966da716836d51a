import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { sayIn } from '../words/say.ts';
import { exitHref } from './links.ts';

/** Leaves at once. A plain link; with a script it also replaces this page in the history (`quickExit`). */
export function Exit({ lang }: { lang: Lang }) {
  const t = sayIn(lang, partWords);
  return (
    <a class="button exit" href={exitHref(lang)} rel="noreferrer nofollow" data-exit title={t('exitTitle')}>
      {t('exit')}
    </a>
  );
}
