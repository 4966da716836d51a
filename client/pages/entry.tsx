import type { ComponentChildren } from 'preact';
import type { Listing } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Emergency } from '../parts/emergency.tsx';
import { Icon } from '../parts/icon.tsx';
import { href } from '../parts/links.ts';
import { addressIn, cityIn, ListingCard, nameIn } from '../parts/listing.tsx';
import { Checking, ReportLink } from '../parts/mend.tsx';
import { Phone } from '../parts/phone.tsx';
import { Source } from '../parts/source.tsx';
import { directoryWords, entryWords, kindWords } from '../words/directory.ts';
import { claimIn, hoursIn, serviceIn, tongueIn } from '../words/facts.ts';
import { type Say, say, sayIn } from '../words/say.ts';
import { AskFirst } from './ask.tsx';
import { Data } from './data.tsx';
import { Document } from './document.tsx';
import { entryData } from './entry-data.ts';
import type { ViewOf } from './view.ts';

type View = ViewOf<'entry'>;
type T = Say<keyof typeof entryWords.kk>;

/** One place: the number to tap first, then where and when, what its source claims, and what to ask before agreeing. */
export function EntryPage({ view }: { view: View }) {
  const { lang, listing, region, nearby } = view;
  const t = sayIn(lang, entryWords);
  const name = nameIn(lang, listing);
  const city = cityIn(lang, listing, region);
  const kind = say(lang, kindWords, listing.kind);
  return (
    <Document
      view={view}
      title={`${name.text} – Тірек`}
      description={t('description', { kind, city: city.text || t('online') })}
      here="directory"
      noarchive
    >
      <div class="wrap stack loose">
        <div class="split">
          <div class="stack loose">
            <div class="stack">
              <p class="no-print">
                <a class="back" href={href(lang, region ? `/directory?region=${region.code}` : '/directory')}>
                  <Icon name="back" size={18} />
                  {t('back')}
                </a>
              </p>
              <span class="tag">{kind}</span>
              <h1 class="place-name" lang={name.lang}>
                {name.text}
              </h1>
              <Phones lang={lang} listing={listing} t={t} />
              <Checking lang={lang} source={listing.source} />
              {view.stale && <p class="notice">{say(lang, directoryWords, 'stale')}</p>}
            </div>
            <Facts view={view} t={t} />
            <Claims lang={lang} listing={listing} t={t} />
            <Source lang={lang} source={listing.source} />
            <ReportLink lang={lang} kind="listing" id={listing.id} />
          </div>
          <div class="stack">
            <AskFirst lang={lang} kind={listing.kind} />
            <Emergency lang={lang} />
          </div>
        </div>
        {nearby.length > 0 && (
          <section class="stack no-print">
            <h2>{t('nearby')}</h2>
            <div class="grid">
              {nearby.map((other) => (
                <ListingCard
                  key={other.id}
                  lang={lang}
                  listing={other}
                  region={other.region === region?.code ? region : null}
                />
              ))}
            </div>
          </section>
        )}
      </div>
      <Data type="application/ld+json" value={entryData(view)} />
    </Document>
  );
}

function Phones({ lang, listing, t }: { lang: Lang; listing: Listing; t: T }) {
  if (listing.phones.length === 0) return <p class="notice">{t('noPhone')}</p>;
  return (
    <ul class="phones" aria-label={t('phones')}>
      {listing.phones.map(({ number, dial, remark }) => (
        <li key={number}>
          <Phone lang={lang} number={number} dial={dial} copy />
          {remark && (
            <span class="remark" lang="ru">
              {remark}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Facts({ view, t }: { view: View; t: T }) {
  const { lang, listing, region } = view;
  const city = cityIn(lang, listing, region);
  const address = addressIn(lang, listing);
  const note = claimIn(lang, listing.notes);
  const search = encodeURIComponent(`${listing.city} ${listing.address.ru}`);
  return (
    <dl class="facts">
      {(city.text || address.text) && (
        <Fact name={t('where')}>
          <span lang={city.lang}>{city.text}</span>
          {address.text && <span lang={address.lang}>, {address.text}</span>}
          {listing.address.ru && (
            <>
              <br />
              <a class="no-print" href={`https://2gis.kz/search/${search}`} rel="noreferrer nofollow external">
                {t('map')}
              </a>
            </>
          )}
        </Fact>
      )}
      {listing.hours && (
        <Fact name={t(listing.kind === 'self_help_group' ? 'groupHours' : 'hours')}>
          {hoursIn(lang, listing.hours)}
        </Fact>
      )}
      {listing.services.length > 0 && (
        <Fact name={t('services')}>{listing.services.map((service) => serviceIn(lang, service)).join(', ')}</Fact>
      )}
      {listing.languages.length > 0 && (
        <Fact name={t('languages')}>{listing.languages.map((code) => tongueIn(lang, code)).join(', ')}</Fact>
      )}
      {note && <Fact name={t('note')}>{note}</Fact>}
      {listing.organisation && (
        <Fact name={t('organisation')}>
          <span lang={lang === 'ru' ? undefined : 'ru'}>{listing.organisation}</span>
        </Fact>
      )}
      {/^https?:/.test(listing.website) && (
        <Fact name={t('site')}>
          <a href={listing.website} rel="noreferrer nofollow external">
            {listing.website.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        </Fact>
      )}
    </dl>
  );
}

/** Cost and anonymity are quoted, never promised. */
function Claims({ lang, listing, t }: { lang: Lang; listing: Listing; t: T }) {
  const claims = (['cost', 'anonymous'] as const).filter((claim) => listing[claim]);
  if (claims.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{t('claims')}</h2>
      <p class="soft">{t('claimsText')}</p>
      <dl class="facts">
        {claims.map((claim) => {
          const words = claimIn(lang, listing[claim]);
          return (
            <Fact key={claim} name={t(claim)}>
              <q lang={words ? undefined : 'en'}>{words ?? listing[claim]}</q>
            </Fact>
          );
        })}
      </dl>
    </section>
  );
}
