import type { Lang } from '../../shared/languages.ts';
import { SourceLink } from '../parts/source.tsx';
import { dateIn } from '../words/facts.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { CITED, type CitationName, READ_ON } from './citations.ts';

/** The sources of one statement, each with its own date or the day we read it. */
export function Cite({ lang, of }: { lang: Lang; of: readonly CitationName[] }) {
  return (
    <p class="source">
      {of.map((name, index) => {
        const { url, date } = CITED[name];
        return (
          <span key={name}>
            {index > 0 && '; '}
            <SourceLink lang={lang} url={url} />,{' '}
            {date ? dateIn(lang, date) : say(lang, partWords, 'readOn', { date: dateIn(lang, READ_ON) })}
          </span>
        );
      })}
    </p>
  );
}
