import { LinkButton } from '../parts/button.tsx';
import { href } from '../parts/links.ts';
import { rightsWords } from '../words/rights.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import { type Statement as Cited, Statements, Unknown } from './statements.tsx';
import type { ViewOf } from './view.ts';

type Key = keyof typeof rightsWords.kk;
type Statement = Cited<Key>;

const ALL: Statement[] = [
  ['free', 'faq'],
  ['road', 'treatment'],
  ['begin', 'ministry'],
  ['patient', 'code'],
  ['citizen', 'code'],
  ['complain', 'fund'],
  ['answer', 'code'],
];
/** Three readers, each with what touches them first. */
const READERS: [Key, Statement[]][] = [
  [
    'use',
    [
      ['register', 'rules203', 'rules224', 'order114'],
      ['driving', 'faq'],
      ['linked', 'licences'],
      ['press', 'rehabs'],
      ['methadone', 'methadone'],
    ],
  ],
  ['stopped', [['off', 'faq'], ['driving', 'faq'], ['certificate', 'faq'], ['work'], ['weapons', 'faq'], ['aa', 'aa']]],
  [
    'love',
    [
      ['named', 'code'],
      ['minors', 'faq'],
      ['youth', 'youth'],
      ['youthQuiet', 'confidential'],
      ['compulsory', 'compulsory', 'faq'],
      ['compulsoryTerm', 'terms2018'],
      ['private', 'deputy'],
      ['labour', 'labour'],
      ['line111', 'line111'],
    ],
  ],
];
const UNKNOWN: Key[] = ['no1', 'no2', 'no3', 'no4', 'no5', 'no6'];

/** Rights and consequences, short, each with its source and date; what could not be shown is said. */
export function RightsPage({ view }: { view: ViewOf<'rights'> }) {
  const { lang } = view;
  const t = sayIn(lang, rightsWords);
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')}>
      <div class="wrap read stack loose">
        <h1>{t('title')}</h1>
        <section class="notice stack tight">
          <h2>{t('short')}</h2>
          <ul class="points">
            {(['short1', 'short2', 'short3', 'short4'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <p>
            <strong>{t('notLaw')}</strong>
          </p>
        </section>
        <div class="row no-print">
          {READERS.map(([reader]) => (
            <LinkButton key={reader} href={`#${reader}`}>
              {t(reader)}
            </LinkButton>
          ))}
        </div>
        <Statements lang={lang} words={rightsWords} title="all" of={ALL} />
        {READERS.map(([reader, of]) => (
          <Statements key={reader} lang={lang} words={rightsWords} title={reader} of={of} />
        ))}
        <Unknown lang={lang} words={rightsWords} title="unknown" of={UNKNOWN} />
        <p>
          <a href={href(lang, '/couriers')}>{t('couriers')}</a>
        </p>
      </div>
    </Document>
  );
}
