import { guardWords } from '../words/guard.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import { GuardFigureTables } from './guard-figures.tsx';
import type { ViewOf } from './view.ts';

const LOOKS = ['crisis', 'contact', 'dealing', 'recruitment', 'abuse'] as const;
const HAPPENS = ['pass', 'mask', 'hold'] as const;

/** How messages are checked, in plain words. */
export function GuardPage({ view }: { view: ViewOf<'guard'> }) {
  const t = sayIn(view.lang, guardWords);
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')}>
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{t('title')}</h1>
          <p class="lead">{t('lead')}</p>
        </div>
        <section class="stack">
          <h2>{t('looks')}</h2>
          <ul class="points">
            {LOOKS.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section class="stack">
          <h2>{t('happens')}</h2>
          <ul class="points">
            {HAPPENS.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section class="notice stack tight">
          <h2>{t('wrong')}</h2>
          <p>{t('wrongText')}</p>
        </section>
        <GuardFigureTables view={view} />
      </div>
    </Document>
  );
}
