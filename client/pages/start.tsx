import { LinkButton } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { Dawn } from '../parts/dawn.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { href } from '../parts/links.ts';
import { pageWords } from '../words/pages.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

const WAYS = [
  ['find', '/directory'],
  ['now', '/help'],
  ['know', '/rights'],
  ['keep', '/privacy'],
] as const;

/** The first page: one paragraph, the way into a room, the numbers. */
export function StartPage({ view }: { view: ViewOf<'start'> }) {
  const { lang } = view;
  const t = sayIn(lang, pageWords);
  return (
    <Document view={view} title={t('startTitle')} description={t('startDescription')} frame="frame-start">
      <section class="hero">
        <Dawn />
        <div class="wrap hero-words stack">
          <h1>{t('startH1')}</h1>
          <p class="lead read">{t('startLead')}</p>
          <p>
            <LinkButton look="primary" big wide icon="talk" href={href(lang, '/rooms')}>
              {t('enter')}
            </LinkButton>
          </p>
        </div>
      </section>
      <div class="wrap stack loose">
        <Emergency lang={lang} />
        <div class="grid grid-4">
          {WAYS.map(([key, path]) => (
            <Card link key={key}>
              <h2>
                <a href={href(lang, path)}>{t(key)}</a>
              </h2>
              <p class="soft">{t(`${key}Text`)}</p>
            </Card>
          ))}
        </div>
      </div>
    </Document>
  );
}
