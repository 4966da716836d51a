import { classes } from '../parts/classes.ts';
import { href } from '../parts/links.ts';
import { directoryWords } from '../words/directory.ts';
import { sayIn } from '../words/say.ts';
import { tileWords } from '../words/tiles.ts';
import { directoryPath } from './directory-path.ts';
import type { ViewOf } from './view.ts';

/** Tints tell few from many; the number says it exactly. */
const tint = (count: number): string =>
  count === 0 ? 'tile-none' : count < 3 ? 'tile-few' : count < 10 ? 'tile-some' : 'tile-many';

/** It shares its plain name with the city. */
const ALMATY_REGION = 'KZ-19';
/** The name without the word for region or city. */
const plain = (name: string): string => name.replace(/ (облысы|қаласы|область|Region)$|^(область|город) /u, '');

/**
 * The twenty regions as tiles in rough position (`.tile-KZ-..` in styles/tiles.css), drawn for this project: no outline, so
 * no disputed line and no licence. Each is a link that narrows the list; another tap on the chosen one widens it again.
 */
export function Tiles({ view }: { view: ViewOf<'directory'> }) {
  const { lang, query, regions, counts } = view;
  const t = sayIn(lang, directoryWords);
  return (
    <nav class="stack tight no-print" aria-label={t('map')}>
      <h2>{t('map')}</h2>
      <p class="soft small">{t('mapHint')}</p>
      <ul class="tiles">
        {regions.map(({ code, name }) => {
          const count = counts.region[code] ?? 0;
          const chosen = code === query.region;
          const short =
            code in tileWords[lang] ? sayIn(lang, tileWords)(code as keyof typeof tileWords.kk) : name[lang];
          return (
            <li key={code} class={`tile-${code}`}>
              <a
                class={classes('tile', tint(count))}
                href={href(lang, directoryPath(query, { region: chosen ? null : code, city: null, offset: 0 }))}
                aria-current={chosen ? 'true' : undefined}
              >
                <span class="tile-short">{short}</span>{' '}
                <span class="tile-name">{code === ALMATY_REGION ? short : plain(name[lang])}</span> <b>{count}</b>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
