import type { ListingKind } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { href } from '../parts/links.ts';
import { entryWords } from '../words/directory.ts';
import { sayIn } from '../words/say.ts';
import { Cite } from './cite.tsx';

const STATE: ListingKind[] = ['state_centre', 'primary_care_point', 'republican_centre'];

/** Questions to ask before agreeing to treatment: where it may mean registration, and where money is taken. */
export function AskFirst({ lang, kind }: { lang: Lang; kind: ListingKind }) {
  const t = sayIn(lang, entryWords);
  if (kind === 'private_rehab') {
    return (
      <aside class="notice stack tight">
        <h2>{t('askPrivate')}</h2>
        <ul class="points">
          {(['private1', 'private2', 'private3', 'private4', 'private5'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p>{t('askPrivateText')}</p>
        <Cite lang={lang} of={['deputy', 'labour']} />
      </aside>
    );
  }
  if (!STATE.includes(kind)) return null;
  return (
    <aside class="notice stack tight">
      <h2>{t('ask')}</h2>
      <p>{t('askText')}</p>
      <ul class="points">
        {(['ask1', 'ask2', 'ask3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>
        <a href={href(lang, '/rights')}>{t('rights')}</a>
      </p>
      <Cite lang={lang} of={['faq', 'order114']} />
    </aside>
  );
}
