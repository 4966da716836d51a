import type { Listing, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { Lines } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { cityIn, nameIn } from '../parts/listing.tsx';
import { Phone } from '../parts/phone.tsx';
import { Source } from '../parts/source.tsx';
import { contactWords } from '../words/contacts.ts';
import { dateIn, hoursIn } from '../words/facts.ts';
import { sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

/** Every number on one page, by region; a visitor may keep it on the device for a time without a network. */
export function ContactsPage({ view }: { view: ViewOf<'contacts'> }) {
  const { lang, listings, regions } = view;
  const t = sayIn(lang, contactWords);
  const of = (code: string | null) => listings.filter((listing) => listing.region === code);
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')} here="directory" noarchive>
      <div class="wrap stack loose">
        <div class="stack read">
          <h1>{t('title')}</h1>
          <p class="lead">{t('lead')}</p>
          <p class="soft">{t('asOf', { date: dateIn(lang, view.on) })}</p>
        </div>
        <Keep lang={lang} />
        <Emergency lang={lang} />
        <section class="stack">
          <h2>{t('lines')}</h2>
          <Lines lang={lang} lines={view.helplines} />
        </section>
        {regions.map((region) => (
          <Numbers key={region.code} lang={lang} title={region.name[lang]} region={region} of={of(region.code)} />
        ))}
        <Numbers lang={lang} title={t('everywhere')} region={null} of={of(null)} />
      </div>
    </Document>
  );
}

interface NumbersProps {
  lang: Lang;
  title: string;
  region: Region | null;
  of: readonly Listing[];
}

function Numbers({ lang, title, region, of }: NumbersProps) {
  if (of.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="lines">
        {of.map((listing) => (
          <Place key={listing.id} lang={lang} listing={listing} region={region} />
        ))}
      </ul>
    </section>
  );
}

function Place({ lang, listing, region }: { lang: Lang; listing: Listing; region: Region | null }) {
  const name = nameIn(lang, listing);
  const city = cityIn(lang, listing, region);
  return (
    <li class="line">
      <div>
        {listing.phones.map(({ number, dial }) => (
          <p key={dial}>
            <Phone lang={lang} number={number} dial={dial} />
          </p>
        ))}
      </div>
      <div class="stack tight">
        <p>
          <a href={href(lang, `/directory/${listing.slug}`)} lang={name.lang}>
            {name.text}
          </a>
          {city.text && (
            <>
              , <span lang={city.lang}>{city.text}</span>
            </>
          )}
          {listing.hours && <span class="soft">, {hoursIn(lang, listing.hours)}</span>}
        </p>
        <Source lang={lang} source={listing.source} brief />
      </div>
    </li>
  );
}

/** Keeping and removing; seen only where a script can do it. Nothing is kept before the visitor asks. */
function Keep({ lang }: { lang: Lang }) {
  const t = sayIn(lang, contactWords);
  return (
    <section
      class="card stack no-print"
      hidden
      data-keep
      data-kept={t('kept')}
      data-removed={t('removed')}
      data-failed={t('failed')}
    >
      <h2>{t('keepTitle')}</h2>
      <p>{t('keepText')}</p>
      <p class="soft">{t('keepSeen')}</p>
      <div class="row">
        <Button look="primary" icon="book" data-keep-on hidden>
          {t('keep')}
        </Button>
        <Button data-keep-off hidden>
          {t('remove')}
        </Button>
      </div>
      <p role="status" class="small" />
    </section>
  );
}
