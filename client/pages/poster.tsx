import type { Helpline, Listing, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/field.tsx';
import { lineIn } from '../parts/lines.tsx';
import { href } from '../parts/links.ts';
import { addressIn, nameIn } from '../parts/listing.tsx';
import { Mark } from '../parts/mark.tsx';
import { Qr } from '../parts/qr.tsx';
import { directoryWords } from '../words/directory.ts';
import { dateIn, hoursIn } from '../words/facts.ts';
import { partWords } from '../words/parts.ts';
import { posterWords } from '../words/poster.ts';
import { type Say, say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

type View = ViewOf<'poster'>;
type T = Say<keyof typeof posterWords.kk>;
/** So much fits on one sheet of A4 that can be read from two steps away. */
const PLACES = 3;
const STRIPS = 8;

/** A sheet for a clinic's wall: numbers, places, a code for the camera, and strips to tear off. One page of A4. */
export function PosterPage({ view }: { view: View }) {
  const { lang, region, regions } = view;
  const t = sayIn(lang, posterWords);
  return (
    <Document view={view} title={`${t('title')} – Тірек`} description={t('description')} frame="frame-poster">
      <div class="wrap stack">
        <div class="no-print stack">
          <h1>{t('title')}</h1>
          <p>{t('how')}</p>
          <form class="row" action={href(lang, '/poster')} method="get">
            <Select id="region" name="region" label={say(lang, directoryWords, 'region')}>
              <option value="">{t('country')}</option>
              {regions.map(({ code, name }) => (
                <option key={code} value={code} selected={code === region?.code}>
                  {name[lang]}
                </option>
              ))}
            </Select>
            <Button type="submit">{t('show')}</Button>
            <Button look="primary" hidden data-print>
              {t('print')}
            </Button>
          </form>
          <p class="soft small">{t('printHint')}</p>
        </div>
        <Sheet view={view} t={t} />
      </div>
    </Document>
  );
}

function Sheet({ view, t }: { view: View; t: T }) {
  const { lang, region, helplines: lines, listings, origin } = view;
  const address = `${origin}${href(lang, region ? `/directory?region=${region.code}` : '/')}`;
  const read = [...lines, ...listings].map(({ source }) => source.readOn).sort()[0];
  return (
    <article class="poster">
      <header class="poster-head">
        <Mark size={56} />
        <div>
          <h2>{t('head')}</h2>
          <p>{t('lead')}</p>
        </div>
      </header>
      <Urgent lang={lang} />
      <h3>{t('lines')}</h3>
      <ul class="poster-lines">
        {lines.map((line) => (
          <PosterLine key={line.id} lang={lang} line={line} />
        ))}
      </ul>
      {region && listings.length > 0 && <Places lang={lang} region={region} listings={listings} t={t} />}
      <div class="poster-more">
        <div>
          <p>{t('polyclinic')}</p>
          {origin && (
            <p>
              {t('more')}: <b>{address.replace(/^https?:\/\//, '')}</b>
            </p>
          )}
          {read && <p class="small">{t('read', { date: dateIn(lang, read) })}</p>}
        </div>
        {origin && <Qr text={address} label={t('qr', { address })} />}
      </div>
      <Strips number={lines.find(({ note }) => note === null)?.number ?? '112'} origin={origin} t={t} />
    </article>
  );
}

const Urgent = ({ lang }: { lang: Lang }) => (
  <ul class="poster-urgent">
    <li>
      <b>103</b> {say(lang, partWords, 'ambulance')}
    </li>
    <li>
      <b>112</b> {say(lang, partWords, 'rescue')}
    </li>
  </ul>
);

function PosterLine({ lang, line }: { lang: Lang; line: Helpline }) {
  const { name, note, hours } = lineIn(lang, line);
  return (
    <li>
      <b>{line.number}</b>
      <span>
        {name}
        {hours && `, ${hours}`}
        {note && <small> {note}</small>}
      </span>
    </li>
  );
}

function Places({ lang, region, listings, t }: { lang: Lang; region: Region; listings: readonly Listing[]; t: T }) {
  return (
    <>
      <h3>{t('places', { region: region.name[lang] })}</h3>
      <ul class="poster-lines">
        {listings.slice(0, PLACES).map((listing) => (
          <li key={listing.id}>
            <b>{listing.phones[0]?.number}</b>
            <span>
              {nameIn(lang, listing).text}. {addressIn(lang, listing).text}
              {listing.hours && `, ${hoursIn(lang, listing.hours)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** To be cut between and torn off; they repeat what stands above, so a screen reader passes them over. */
const Strips = ({ number, origin, t }: { number: string; origin: string; t: T }) => (
  <ul class="strips" aria-hidden="true">
    {Array.from({ length: STRIPS }, (_, strip) => (
      <li key={strip}>
        <span>
          {t('tear')}: <b>{number}</b>
        </span>
        <span>112 · {origin.replace(/^https?:\/\//, '') || 'Тірек'}</span>
      </li>
    ))}
  </ul>
);
