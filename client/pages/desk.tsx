import { Skeleton } from '../parts/skeleton.tsx';
import { pageWords } from '../words/pages.ts';
import { sayIn } from '../words/say.ts';
import { assets } from './assets.ts';
import { Meta } from './document.tsx';
import type { ViewOf } from './view.ts';

/** The shell of the duty desk. The application mounts in `#app` and owns the whole page. */
export function DeskPage({ view }: { view: ViewOf<'desk'> }) {
  const t = sayIn(view.lang, pageWords);
  return (
    <html lang={view.lang}>
      <Meta view={view} title={`${t('deskTitle')} – Тірек`} description={t('deskTitle')} noindex app={assets().desk} />
      <body class="frame-desk">
        <div id="app">
          <noscript>
            <p class="notice">{t('deskNoScript')}</p>
          </noscript>
          <div class="script-only wrap">
            <Skeleton lang={view.lang} rows={6} />
          </div>
        </div>
      </body>
    </html>
  );
}
