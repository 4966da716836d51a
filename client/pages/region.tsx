import type { Helpline, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { directoryWords } from '../words/directory.ts';
import { sayIn } from '../words/say.ts';
import { Cite } from './cite.tsx';

/**
 * The Ministry's list of 17 centres is from before the regions of June 2022; these four have no centre named there (Almaty
 * Region's capital moved to Qonaev in the same decree).
 */
const NEW_SINCE_THE_LIST = ['KZ-10', 'KZ-19', 'KZ-33', 'KZ-62'];
const ALMATY_REGION = 'KZ-19';

/** What is known of a region in which no number was found: where to begin, who comes in danger, who answers from anywhere. */
export function RegionKnown({ lang, region, lines }: { lang: Lang; region: Region; lines: readonly Helpline[] }) {
  const t = sayIn(lang, directoryWords);
  const centre = region.centre[lang];
  const isNew = NEW_SINCE_THE_LIST.includes(region.code);
  return (
    <section class="known stack">
      <h2>{t('knownTitle', { region: region.name[lang] })}</h2>
      <p class="lead">{t('knownLead')}</p>
      <ol class="steps">
        <li>
          <div class="stack tight">
            <h3>{t('polyclinic')}</h3>
            <p>{t('polyclinicText')}</p>
            <Cite lang={lang} of={['faq', 'ministry']} />
          </div>
        </li>
        <li>
          <div class="stack tight">
            <h3>{t('centre')}</h3>
            {region.code === ALMATY_REGION && <p>{t('centreAlmatyRegion')}</p>}
            <p>{isNew ? t('centreNew', { centre }) : t('centreText', { centre })}</p>
            <Cite lang={lang} of={region.code === ALMATY_REGION ? ['faq', 'ministry'] : ['ministry']} />
          </div>
        </li>
        <li>
          <div class="stack tight">
            <h3>{t('lines')}</h3>
            <Emergency lang={lang} />
            <Lines
              lang={lang}
              lines={lines.filter(({ coverage, id }) => coverage.startsWith('KZ') && !FIRST.includes(id))}
            />
          </div>
        </li>
      </ol>
    </section>
  );
}

/** Already on the two large buttons. */
const FIRST = ['kz-103', 'kz-112'];
