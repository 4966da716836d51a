import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { pageWords } from '../words/pages.ts';
import { sayIn } from '../words/say.ts';
import { assets } from './assets.ts';
import { Data } from './data.tsx';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

/**
 * The shell of the rooms: the application mounts in `#app`. The help lines come along as data, so that care needs no request,
 * and the numbers that anybody may post, for the check before sending.
 */
export function RoomsPage({ view }: { view: ViewOf<'rooms'> }) {
  const t = sayIn(view.lang, pageWords);
  return (
    <Document
      view={view}
      title={`${t('roomsTitle')} – Тірек`}
      description={t('roomsDescription')}
      here="rooms"
      app={assets().rooms}
      frame="frame-app"
    >
      <div class="wrap" id="app">
        <noscript>
          <h1>{t('roomsTitle')}</h1>
          <Notice>
            <p>{t('noScript')}</p>
          </Notice>
        </noscript>
        <div class="script-only">
          <Skeleton lang={view.lang} rows={6} />
        </div>
      </div>
      <Data id="lines" value={view.lines} />
      <Data id="allow" value={view.allow} />
    </Document>
  );
}
