import type { Helpline } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { sayIn } from '../words/say.ts';
import { Lines } from './lines.tsx';
import { href } from './links.ts';

const LINKS = [
  ['start', '/'],
  ['rooms', '/rooms'],
  ['directory', '/directory'],
  ['help', '/help'],
  ['rights', '/rights'],
  ['couriers', '/couriers'],
  ['privacy', '/privacy'],
  ['guard', '/guard'],
] as const;

/** The foot of every page: the help lines first, then the way to everything else. */
export function Foot({ lang, lines }: { lang: Lang; lines: readonly Helpline[] }) {
  const t = sayIn(lang, partWords);
  return (
    <footer class="foot">
      <div class="ornament" />
      <div class="wrap stack">
        <h2>{t('linesTitle')}</h2>
        <Lines lang={lang} lines={lines} brief />
        <p>
          <a href={href(lang, '/help')}>{t('allLines')}</a>
        </p>
        <nav class="foot-links" aria-label={t('allPages')}>
          {LINKS.map(([key, path]) => (
            <a key={key} href={href(lang, path)}>
              {t(key)}
            </a>
          ))}
        </nav>
        <p class="soft read">{t('footNote')}</p>
      </div>
    </footer>
  );
}
