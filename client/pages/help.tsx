import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { partWords } from '../words/parts.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

export function HelpPage({ view }: { view: ViewOf<'help'> }) {
  const t = sayIn(view.lang, partWords);
  return (
    <Document view={view} title={`${t('help')} – Тірек`} description={t('help')} here="help">
      <div class="wrap read stack loose">
        <h1>{t('help')}</h1>
        <Emergency lang={view.lang} />
        <Lines lang={view.lang} lines={view.helplines} />
      </div>
    </Document>
  );
}
