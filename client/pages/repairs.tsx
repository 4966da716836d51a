import { REPORTS_TO_MARK } from '../../shared/repair.ts';
import { LinkButton } from '../parts/button.tsx';
import { href } from '../parts/links.ts';
import { repairWords } from '../words/repair.ts';
import { type Say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const;

/** How mistakes are mended, and how it went so far: the figures as they are, also when there are none. */
export function RepairsPage({ view }: { view: ViewOf<'repairs'> }) {
  const { lang, figures, checking, called, total } = view;
  const t = sayIn(lang, repairWords);
  const counts: [string, string][] = [
    [t('reports'), String(figures.reports)],
    [t('waiting'), String(figures.waiting)],
    [t('decided'), String(figures.decided)],
    [t('rightAfterAll'), String(figures.rightAfterAll)],
    [t('median'), timeIn(t, figures.medianHours)],
  ];
  const state: [string, string][] = [
    [t('checkingNow'), String(checking)],
    [t('calledNow'), t('ofTotal', { n: called, total })],
  ];
  const any = figures.reports + figures.waiting + figures.decided > 0;
  return (
    <Document view={view} title={`${t('repairs')} – Тірек`} description={t('repairsDescription')} here="directory">
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{t('repairs')}</h1>
          <p class="lead">{t('repairsLead')}</p>
        </div>
        <ol class="steps">
          {STEPS.map((step) => (
            <li key={step}>{t(step, { n: REPORTS_TO_MARK })}</li>
          ))}
        </ol>
        <section class="stack">
          <h2>{t('figures')}</h2>
          {!any && <p class="notice">{t('none')}</p>}
          <dl class="facts card">
            {[...(any ? counts : []), ...state].map(([what, much]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{much}</dd>
              </div>
            ))}
          </dl>
        </section>
        <p class="row">
          <LinkButton href={href(lang, '/directory')}>{t('backToDirectory')}</LinkButton>
          <LinkButton look="quiet" href={href(lang, '/suggest')}>
            {t('suggest')}
          </LinkButton>
        </p>
      </div>
    </Document>
  );
}

/** Hours up to two days, then days; whole ones. */
function timeIn(t: Say<keyof typeof repairWords.kk>, hours: number | null): string {
  if (hours === null) return t('noneDecided');
  if (hours < 1) return t('lessThanHour');
  return hours < 48 ? t('hours', { n: Math.round(hours) }) : t('days', { n: Math.round(hours / 24) });
}
