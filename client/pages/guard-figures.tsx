import type { Counted, FigureSet } from '../../shared/guard-figure-types.ts';
import { guardFigures } from '../../shared/guard-figures.ts';
import { guardFigureWords } from '../words/guard-figures.ts';
import { type Say, sayIn } from '../words/say.ts';
import type { ViewOf } from './view.ts';

const LABELS = ['dealing', 'recruitment', 'contact', 'crisis', 'abuse'] as const;
const HONEST = ['stopped', 'masked', 'care'] as const;
const LANGUAGES = ['kk', 'ru', 'en', 'mix'] as const;

/** "93 %", or a dash where there was nothing to count. */
function percent([hits, of]: Counted): string {
  return of === 0 ? '–' : `${Math.round((100 * hits) / of)} %`;
}

/** How often the guard is wrong, by language: both measurements as they are. */
export function GuardFigureTables({ view }: { view: ViewOf<'guard'> }) {
  const t = sayIn(view.lang, guardFigureWords);
  const sets = [
    ['outside', guardFigures.outside],
    ['crossed', guardFigures.crossed],
  ] as const;
  return (
    <section class="stack">
      <h2>{t('title')}</h2>
      <p>{t('how')}</p>
      {sets.map(([name, set]) =>
        set.messages === 0 ? null : (
          <div key={name} class="stack">
            <h3>{t(name)}</h3>
            <p>{t(`${name}Text`, { n: set.messages })}</p>
            <HonestTable set={set} t={t} />
            <LabelTable set={set} t={t} />
          </div>
        ),
      )}
    </section>
  );
}

type Told = Say<keyof (typeof guardFigureWords)['kk']>;

function Head({ first, t }: { first: string; t: Told }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {LANGUAGES.map((lang) => (
          <th key={lang} scope="col">
            {t(lang)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What happens to messages with nothing wrong in them. */
function HonestTable({ set, t }: { set: FigureSet; t: Told }) {
  return (
    <table class="figures" tabindex={0}>
      <caption>{t('honest')}</caption>
      <Head first={t('what')} t={t} />
      <tbody>
        {HONEST.map((key) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            {LANGUAGES.map((lang) => (
              <td key={lang}>{percent(set.languages[lang][key])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of ten such messages, how many it finds; of ten it names so, how many are. */
function LabelTable({ set, t }: { set: FigureSet; t: Told }) {
  return (
    <table class="figures" tabindex={0}>
      <caption>{t('finds')}</caption>
      <Head first={t('kind')} t={t} />
      <tbody>
        {LABELS.map((label) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            {LANGUAGES.map((lang) => {
              const { found, right } = set.languages[lang][label];
              return <td key={lang}>{`${percent(found)} / ${percent(right)}`}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
