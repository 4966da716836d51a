import { LinkButton } from '../parts/button.tsx';
import { href } from '../parts/links.ts';
import { courierWords } from '../words/couriers.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import { type Statement as Cited, Statements, Unknown } from './statements.tsx';
import type { ViewOf } from './view.ts';

type Key = keyof typeof courierWords.kk;
type Statement = Cited<Key>;

const BEGINS: Statement[] = [
  ['hired', 'hired'],
  ['adverts', 'adverts'],
  ['story', 'adverts'],
];
const LEADS: Statement[] = [
  ['age', 'detained'],
  ['detained', 'detained'],
  ['term', 'reminded'],
  ['amounts', 'amounts'],
  ['students', 'students'],
  ['card', 'cards'],
  ['cardOf17', 'cardOf17'],
];
const INSIDE: Statement[] = [['danger', 'line112'], ['child', 'line111'], ['lawyer'], ['alone']];
const FAMILY: Statement[] = [['talk', 'parents'], ['afraid', 'parents'], ['things', 'parents'], ['ours']];

/** How the trade hires, what it leads to and the way out, for young people and their parents; each fact with its source. */
export function CouriersPage({ view }: { view: ViewOf<'couriers'> }) {
  const { lang } = view;
  const t = sayIn(lang, courierWords);
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')}>
      <div class="wrap read stack loose">
        <h1>{t('title')}</h1>
        <section class="notice stack tight">
          <h2>{t('signs')}</h2>
          <ul class="points">
            {(['sign1', 'sign2', 'sign3', 'sign4', 'sign5'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <p class="small">{t('signsNote')}</p>
        </section>
        <Statements lang={lang} words={courierWords} title="begins" of={BEGINS} />
        <Statements lang={lang} words={courierWords} title="leads" of={LEADS} />
        <Statements lang={lang} words={courierWords} title="inside" of={INSIDE} />
        <Statements lang={lang} words={courierWords} title="family" of={FAMILY} />
        <Unknown lang={lang} words={courierWords} title="unknown" of={['no1', 'no2']} />
        <div class="row no-print">
          <LinkButton icon="help" href={href(lang, '/help')}>
            {t('toHelp')}
          </LinkButton>
          <LinkButton icon="talk" href={href(lang, '/rooms')}>
            {t('toRooms')}
          </LinkButton>
        </div>
      </div>
    </Document>
  );
}
