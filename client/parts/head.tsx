import type { Lang } from '../../shared/languages.ts';
import { partWords } from '../words/parts.ts';
import { sayIn } from '../words/say.ts';
import { Exit } from './exit.tsx';
import { Icon } from './icon.tsx';
import { Languages } from './languages.tsx';
import { href } from './links.ts';
import { Mark } from './mark.tsx';

export type Section = 'rooms' | 'directory' | 'help';
const TABS = [
  { section: 'rooms', icon: 'talk' },
  { section: 'directory', icon: 'book' },
  { section: 'help', icon: 'help' },
] as const;

interface Props {
  lang: Lang;
  /** The address without its language; the switch keeps it. */
  path: string;
  here?: Section | undefined;
}

/** The head of every visitor's page: brand, sections, languages, quick exit. */
export function Head({ lang, path, here }: Props) {
  const t = sayIn(lang, partWords);
  return (
    <header class="head">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <div class="wrap head-row">
        <a class="brand" href={href(lang, '/')}>
          <Mark />
          {t('brand')}
        </a>
        <nav class="tabs" aria-label={t('sections')}>
          {TABS.map(({ section, icon }) => (
            <a
              key={section}
              class={`tab-${section}`}
              href={href(lang, `/${section}`)}
              aria-current={section === here ? 'page' : undefined}
            >
              <Icon name={icon} />
              {t(section)}
            </a>
          ))}
        </nav>
        <Languages lang={lang} path={path} />
        <Exit lang={lang} />
      </div>
    </header>
  );
}
