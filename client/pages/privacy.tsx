import { LIMITS } from '../../shared/limits.ts';
import { privacyWords } from '../words/privacy.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

const HOUR = 3_600_000;
const PROMISES = ['promise1', 'promise2', 'promise3', 'promise4', 'promise5', 'promise6', 'promise7'] as const;
const CANNOT = ['cannot1', 'cannot2', 'cannot3', 'cannot4'] as const;
/** The longest life of an address tag's counter, in hours (the project's own promise). */
const TAG_HOURS = 2;
/** How long a longer message's fingerprint is remembered (server/guard/rings.ts), in hours. */
const PRINT_HOURS = LIMITS.ringLife / HOUR;

/** What is kept, for how long, and what never; the numbers are those the server works with. */
export function PrivacyPage({ view }: { view: ViewOf<'privacy'> }) {
  const t = sayIn(view.lang, privacyWords);
  const hours = view.messageLifeHours;
  const kept: [string, string][] = [
    [t('message'), t('messageLife', { n: hours })],
    [t('held'), t('heldLife', { n: LIMITS.heldLife / 60_000 })],
    [t('evidence'), t('evidenceLife', { n: LIMITS.evidenceLife / HOUR })],
    [t('session'), t('sessionLife', { n: LIMITS.sessionLife / HOUR })],
    [t('suggestion'), t('suggestionLife', { n: LIMITS.suggestionLife / HOUR })],
    [t('entryReport'), t('entryReportLife')],
    [t('rate'), t('rateLife', { n: TAG_HOURS })],
    [t('proof'), t('proofLife', { n: LIMITS.proof.slipLife / HOUR })],
    [t('prints'), t('printsLife', { n: PRINT_HOURS })],
    [t('counts'), t('countsLife', { n: LIMITS.sessionLife / HOUR })],
    [t('device'), t('deviceLife')],
    [t('never'), t('neverLife')],
  ];
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')}>
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{t('title')}</h1>
          <p class="lead">{t('lead')}</p>
        </div>
        <section class="stack">
          <h2>{t('kept')}</h2>
          <dl class="facts kept card">
            {kept.map(([what, life]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{life}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section class="stack">
          <h2>{t('promises')}</h2>
          <ol class="steps">
            {PROMISES.map((key) => (
              <li key={key}>{t(key, { n: hours })}</li>
            ))}
          </ol>
        </section>
        <section class="notice stack tight">
          <h2>{t('cannot')}</h2>
          <ul class="points">
            {CANNOT.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Document>
  );
}
