import { LANGUAGES, type Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { href } from './links.ts';

const SHORT = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };
const NAME = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The same page in the other languages; plain links, each named in its own language. */
export function Languages({ lang, path }: { lang: Lang; path: string }) {
  return (
    <nav class="languages" aria-label={say(lang, partWords, 'languages')}>
      {LANGUAGES.map((other) => (
        <a
          key={other}
          href={href(other, path)}
          lang={other}
          hreflang={other}
          title={NAME[other]}
          aria-current={other === lang ? 'true' : undefined}
        >
          {SHORT[other]}
        </a>
      ))}
    </nav>
  );
}
