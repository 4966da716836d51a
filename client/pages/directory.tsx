import { LISTING_KINDS, type Listing, type Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { Lines } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { ListingCard } from '../parts/listing.tsx';
import { Notice } from '../parts/notice.tsx';
import { directoryWords, kindWords } from '../words/directory.ts';
import { say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import { RegionKnown } from './region.tsx';
import type { ViewOf } from './view.ts';

type View = ViewOf<'directory'>;

/** Search and results. With nothing to call in a region it says what is known; it never shows an empty list. */
export function DirectoryPage({ view }: { view: View }) {
  const { lang, query, listings, helplines, instead, regions } = view;
  const t = sayIn(lang, directoryWords);
  const region = regions.find(({ code }) => code === query.region) ?? null;
  const unknown = region !== null && !listings.some(({ phones }) => phones.length > 0);
  const place = region ? `${region.name[lang]} – ` : '';
  return (
    <Document view={view} title={`${place}${t('title')} – Тірек`} description={t('description')} here="directory">
      <div class="wrap stack loose">
        <div class="stack">
          <h1>{t('title')}</h1>
          <Notice>
            <p>{t('notCalled')}</p>
          </Notice>
          {view.cut && (
            <Notice look="calm" role="status">
              <p>{t('cut')}</p>
            </Notice>
          )}
          <Search view={view} />
        </div>
        {unknown && <RegionKnown lang={lang} region={region} lines={view.lines} />}
        {helplines.length > 0 && (
          <section class="stack">
            <h2>{t('linesFound')}</h2>
            <Lines lang={lang} lines={helplines} />
          </section>
        )}
        {listings.length > 0 && (
          <section class="stack">
            <h2>{unknown ? t('withoutPhone') : t('found', { n: listings.length })}</h2>
            <Cards lang={lang} listings={listings} regions={regions} />
          </section>
        )}
        {listings.length === 0 && !unknown && <Nothing lang={lang} />}
        {listings.length === 0 && instead.length > 0 && (
          <section class="stack">
            <h2>{t('instead')}</h2>
            <Cards lang={lang} listings={instead} regions={regions} />
          </section>
        )}
      </div>
    </Document>
  );
}

function Cards({ lang, listings, regions }: { lang: Lang; listings: readonly Listing[]; regions: readonly Region[] }) {
  return (
    <div class="grid">
      {listings.map((listing) => (
        <ListingCard
          key={listing.id}
          lang={lang}
          listing={listing}
          region={regions.find(({ code }) => code === listing.region)}
        />
      ))}
    </div>
  );
}

function Nothing({ lang }: { lang: Lang }) {
  const t = sayIn(lang, directoryWords);
  return (
    <Empty title={t('nothing')}>
      <p>{t('nothingText')}</p>
      <LinkButton href={href(lang, '/directory')}>{t('clear')}</LinkButton>
    </Empty>
  );
}

/** A form that works without a script: the filters are in the address. Counts say what each choice would give. */
function Search({ view }: { view: View }) {
  const { lang, query, regions, perRegion, perKind } = view;
  const t = sayIn(lang, directoryWords);
  const filtered = query.q !== '' || query.region !== null || query.kind !== null;
  const cities = regions.filter(({ kind }) => kind === 'city');
  const rest = regions.filter(({ kind }) => kind === 'region');
  rest.sort((a, b) => a.name[lang].localeCompare(b.name[lang], lang));
  return (
    <search>
      <form class="search card" action={href(lang, '/directory')} method="get">
        <TextField
          id="q"
          name="q"
          type="search"
          label={t('search')}
          hint={t('searchHint')}
          value={query.q}
          maxLength={100}
        />
        <Select id="region" name="region" label={t('region')}>
          <option value="">{t('anyRegion')}</option>
          {[...cities, ...rest].map(({ code, name }) => (
            <option key={code} value={code} selected={code === query.region}>
              {name[lang]} ({perRegion[code] ?? 0})
            </option>
          ))}
        </Select>
        <Select id="kind" name="kind" label={t('kind')}>
          <option value="">{t('anyKind')}</option>
          {LISTING_KINDS.filter((kind) => perKind[kind] || kind === query.kind).map((kind) => (
            <option key={kind} value={kind} selected={kind === query.kind}>
              {say(lang, kindWords, kind)} ({perKind[kind] ?? 0})
            </option>
          ))}
        </Select>
        <div class="row search-go">
          <Button type="submit" look="primary" icon="search">
            {t('go')}
          </Button>
          {filtered && (
            <LinkButton look="quiet" href={href(lang, '/directory')}>
              {t('clear')}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}
