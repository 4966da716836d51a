import type { Listing } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { cityName, ListingCard } from '../parts/listing.tsx';
import { mendLine } from '../parts/mend.tsx';
import { Notice } from '../parts/notice.tsx';
import { directoryWords } from '../words/directory.ts';
import { repairWords } from '../words/repair.ts';
import { type Say, say, sayIn } from '../words/say.ts';
import { isNarrowed } from './directory-path.ts';
import { Document } from './document.tsx';
import { RegionKnown } from './region.tsx';
import { Paging, Search } from './search.tsx';
import { Tiles } from './tiles.tsx';
import type { ViewOf } from './view.ts';

type View = ViewOf<'directory'>;
type T = Say<keyof typeof directoryWords.kk>;
/** Lines shown before the places; the others are a tap away, on the help page. */
const LINES = 4;

/** Search and results. With nothing to call in a region it says what is known; it never shows an empty list. */
export function DirectoryPage({ view }: { view: View }) {
  const { lang, query, listings, regions, place } = view;
  const t = sayIn(lang, directoryWords);
  const code = query.region ?? place?.region ?? null;
  const region = regions.find((one) => one.code === code) ?? null;
  const near = [...listings, ...view.alsoThere];
  const unknown = region !== null && !near.some(({ phones }) => phones.length > 0);
  return (
    <Document
      view={view}
      title={`${region ? `${region.name[lang]} – ` : ''}${t('title')} – Тірек`}
      description={t('description')}
      here="directory"
    >
      <div class="wrap stack loose">
        <div class="stack">
          <h1>{t('title')}</h1>
          <p class="notice small">{t('notCalled')}</p>
          <Search view={view} />
          <Understood view={view} t={t} />
        </div>
        {!isNarrowed(query) && <Tiles view={view} />}
        {unknown && <RegionKnown lang={lang} region={region} lines={view.lines} />}
        {query.q !== '' && view.helplines.length > 0 && (
          <section class="stack">
            <h2>{t('linesFound')}</h2>
            <Lines lang={lang} lines={view.helplines.slice(0, LINES)} beside={mendLine(lang)} />
          </section>
        )}
        <Cards view={view} title={unknown ? t('withoutPhone') : t('found', { n: view.found })} of={listings} />
        <Paging view={view} />
        {listings.length === 0 && !unknown && <Nothing view={view} t={t} />}
        <Cards view={view} title={unknown ? t('withoutPhone') : t('alsoThere')} of={view.alsoThere} />
        <Cards view={view} title={t('instead')} of={view.instead} />
        {isNarrowed(query) && <Tiles view={view} />}
        <ul class="also no-print">
          <li>
            <a href={href(lang, '/contacts')}>{t('contacts')}</a>
          </li>
          <li>
            <a href={href(lang, region ? `/poster?region=${region.code}` : '/poster')}>{t('poster')}</a>
          </li>
          <li>
            <a href={href(lang, '/suggest')}>{say(lang, repairWords, 'suggest')}</a>
          </li>
          <li>
            <a href={href(lang, '/repairs')}>{say(lang, repairWords, 'howItGoes')}</a>
          </li>
        </ul>
      </div>
    </Document>
  );
}

/** What was read out of the words, so that a visitor can put it right. */
function Understood({ view, t }: { view: View; t: T }) {
  const { lang, query, place, regions, cut } = view;
  const region = regions.find(({ code }) => code === place?.region);
  const name = place?.city ? cityName(lang, place.city, regions).text : region?.name[lang];
  return (
    <>
      {cut && (
        <Notice look="calm">
          <p>{t('cut')}</p>
        </Notice>
      )}
      {name && query.region === null && <p class="soft">{t('readPlace', { place: name })}</p>}
    </>
  );
}

function Cards({ view, title, of }: { view: View; title: string; of: readonly Listing[] }) {
  if (of.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      {of.length > 1 && <Near lang={view.lang} />}
      <div class="grid">
        {of.map((listing) => (
          <ListingCard
            key={listing.id}
            lang={view.lang}
            listing={listing}
            region={view.regions.find(({ code }) => code === listing.region)}
            stale={view.stale.includes(listing.id)}
          />
        ))}
      </div>
    </section>
  );
}

/** Sorts what is shown by distance; the place never leaves the device. Seen only where a script can do it. */
function Near({ lang }: { lang: Lang }) {
  const t = sayIn(lang, directoryWords);
  return (
    <p class="row no-print" data-near data-done={t('nearDone')} data-failed={t('nearFailed')} hidden>
      <Button icon="pin">{t('nearMe')}</Button>
      <span class="soft small" role="status">
        {t('nearHint')}
      </span>
    </p>
  );
}

function Nothing({ view, t }: { view: View; t: T }) {
  return (
    <Empty title={t('nothing')}>
      <p>{t('nothingText')}</p>
      <LinkButton href={href(view.lang, '/directory')}>{t('clear')}</LinkButton>
    </Empty>
  );
}
