import type { Helpline } from '../../shared/directory.ts';
import { LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { mendLine } from '../parts/mend.tsx';
import { helpWords } from '../words/help.ts';
import { type Say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

// A clinician has not reviewed this page. Until one has, in all three languages, the public start stays blocked.

type Key = keyof typeof helpWords.kk;
const SIGNS: Key[] = ['sign1', 'sign2', 'sign3'];
const STEPS: Key[] = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6', 'step7'];
const NEVER: Key[] = ['never1', 'never2', 'never3', 'never4', 'never5'];
const ALIVE: Key[] = ['alive1', 'alive2', 'alive3'];
const OTHER: Key[] = ['other1', 'other2', 'other3'];

/** Where the facts about overdose were read. */
const SOURCES: [string, string][] = [
  ['WHO 2014, Community management of opioid overdose', 'https://www.ncbi.nlm.nih.gov/books/NBK264311/'],
  ['SAMHSA, Opioid Overdose Prevention Toolkit (opirescue.com)', 'https://opirescue.com/dos-and-donts'],
  ['SAMHSA (rapidoxygen.com)', 'https://rapidoxygen.com/drug-overdose'],
  ['OHRDP, Connecting', 'https://issuu.com/ohrdp-guidancedocument'],
  ['wataugalead.org', 'https://wataugalead.org/overdose'],
  ['petraschulz.com', 'https://petraschulz.com/911'],
  ['3stepstosavealife.com', 'https://3stepstosavealife.com/recovery-position'],
];

const isCrisis = ({ what }: Helpline) => /crisis|suicid|urgent psychological/i.test(what);
const isEmergency = ({ id }: Helpline) => /^kz-1(01|02|03|12)$/.test(id);
/** These two stand at the top of the page. */
const isFirst = ({ id }: Helpline) => id === 'kz-103' || id === 'kz-112';

/** Help now: one tap from everywhere, no session, no script. Numbers first, then what to do, then who to talk to. */
export function HelpPage({ view }: { view: ViewOf<'help'> }) {
  const { lang, helplines } = view;
  const t = sayIn(lang, helpWords);
  const crisis = helplines.filter((line) => isCrisis(line) && !isEmergency(line));
  const emergency = helplines.filter((line) => isEmergency(line) && !isFirst(line));
  const more = helplines.filter((line) => !isCrisis(line) && !isEmergency(line));
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')} here="help">
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{t('title')}</h1>
          <Emergency lang={lang} title={t('callFirst')} />
          <p class="lead">
            <strong>{t('cannotSee')}</strong>
          </p>
          <div class="row no-print">
            <LinkButton href="#overdose">{t('jumpOverdose')}</LinkButton>
            <LinkButton href="#alive">{t('jumpAlive')}</LinkButton>
            <LinkButton href="#lines">{t('jumpLines')}</LinkButton>
          </div>
        </div>
        <Overdose t={t} />
        <section id="alive" class="stack">
          <h2>{t('alive')}</h2>
          <List t={t} keys={ALIVE} />
          <h3>{t('aliveOther')}</h3>
          <List t={t} keys={OTHER} />
        </section>
        <section id="lines" class="stack">
          <h2>{t('crisisLines')}</h2>
          <Lines lang={lang} lines={crisis} beside={mendLine(lang)} />
          <h2>{t('moreLines')}</h2>
          <Lines lang={lang} lines={[...emergency, ...more]} beside={mendLine(lang)} />
        </section>
        <Sources t={t} />
      </div>
    </Document>
  );
}

type T = { t: Say<Key> };

const List = ({ t, keys }: T & { keys: Key[] }) => (
  <ul class="points">
    {keys.map((key) => (
      <li key={key}>{t(key)}</li>
    ))}
  </ul>
);

const Overdose = ({ t }: T) => (
  <section id="overdose" class="stack">
    <h2>{t('overdose')}</h2>
    <h3>{t('signs')}</h3>
    <List t={t} keys={SIGNS} />
    <h3>{t('steps')}</h3>
    <ol class="steps">
      {STEPS.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ol>
    <div class="notice notice-alarm stack tight">
      <h3>{t('never')}</h3>
      <List t={t} keys={NEVER} />
    </div>
  </section>
);

const Sources = ({ t }: T) => (
  <section class="stack tight source">
    <h2>{t('sources')}</h2>
    <p>{t('sourcesText')}</p>
    <ul class="points">
      {SOURCES.map(([name, url]) => (
        <li key={url}>
          <a href={url} rel="noreferrer nofollow external" lang="en">
            {name}
          </a>
        </li>
      ))}
    </ul>
  </section>
);
