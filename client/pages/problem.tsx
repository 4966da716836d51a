import { LinkButton } from '../parts/button.tsx';
import { href } from '../parts/links.ts';
import { Mark } from '../parts/mark.tsx';
import { pageWords } from '../words/pages.ts';
import { partWords } from '../words/parts.ts';
import { say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

/** A page that could not be given: says what happened and what can be done; the help lines stay. */
export function ProblemPage({ view }: { view: ViewOf<'problem'> }) {
  const { lang, status } = view;
  const t = sayIn(lang, pageWords);
  return (
    <Document view={view} title={`${t(`p${status}`)} – Тірек`} description={t(`p${status}text`)} noindex>
      <div class="wrap read stack loose">
        <Mark size={64} />
        <h1>{t(`p${status}`)}</h1>
        <p class="lead">{t(`p${status}text`)}</p>
        <div class="row">
          <LinkButton look="primary" href={href(lang, '/')}>
            {say(lang, partWords, 'start')}
          </LinkButton>
          <LinkButton href={href(lang, '/directory')}>{say(lang, partWords, 'directory')}</LinkButton>
          <LinkButton look="alarm" href={href(lang, '/help')}>
            {say(lang, partWords, 'help')}
          </LinkButton>
        </div>
      </div>
    </Document>
  );
}
