import type { Listing, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { directoryWords, kindWords } from '../words/directory.ts';
import { hoursIn } from '../words/facts.ts';
import { say } from '../words/say.ts';
import { Card } from './card.tsx';
import { Icon } from './icon.tsx';
import { href } from './links.ts';
import { Checking, ReportLink } from './mend.tsx';
import { Phone } from './phone.tsx';
import { Source } from './source.tsx';

/** A text and the language it is in, where that is not the page's. */
export interface Told {
  text: string;
  lang?: Lang;
}
const told = (text: string, of: Lang, lang: Lang): Told => (of === lang ? { text } : { text, lang: of });

/** Two common Russian names are a kind and a proper name; the kind can be said in any language. */
const PATTERNS: [RegExp, Record<Exclude<Lang, 'ru'>, string>][] = [
  [
    /^Молод[её]жный центр здоровья «([^»]+)»$/,
    { kk: '«$1» жастар денсаулық орталығы', en: 'Youth health centre «$1»' },
  ],
  [/^Группа АА «([^»]+)»$/, { kk: 'АА «$1» тобы', en: 'AA group «$1»' }],
];

/** An entry's name in the reader's language; where the sources print none (it then repeats the Russian one), in Russian. */
export function nameIn(lang: Lang, { name }: Listing): Told {
  if (lang === 'ru' || (name[lang] && name[lang] !== name.ru)) return { text: name[lang] };
  const pattern = PATTERNS.find(([one]) => one.test(name.ru));
  return pattern ? { text: name.ru.replace(pattern[0], pattern[1][lang]) } : told(name.ru, 'ru', lang);
}

/** A city as the reader calls it where it is a region's centre; otherwise as the data writes it, in Russian. */
export function cityName(lang: Lang, city: string, regions: readonly Region[]): Told {
  const region = regions.find(({ centre }) => centre.ru === city);
  return region ? { text: region.centre[lang] } : told(city, 'ru', lang);
}

export const cityIn = (lang: Lang, { city }: Listing, region: Region | null | undefined): Told =>
  cityName(lang, city, region ? [region] : []);

export const addressIn = (lang: Lang, { address }: Listing): Told =>
  lang === 'kk' && address.kk ? { text: address.kk } : told(address.ru || address.kk, address.ru ? 'ru' : 'kk', lang);

/** Its own coordinates, or about there: its region's centre. */
const placeOf = ({ lat, lon }: Listing, region: Region | null | undefined): string | undefined =>
  lat !== null && lon !== null ? `${lat},${lon}` : region ? `${region.lat},${region.lon}` : undefined;

interface Props {
  lang: Lang;
  listing: Listing;
  region?: Region | null | undefined;
  /** Nobody has looked at it for longer than its kind allows. */
  stale?: boolean;
}

/** One entry among others: what it is, where, the number to tap, the source. */
export function ListingCard({ lang, listing, region, stale }: Props) {
  const name = nameIn(lang, listing);
  const city = cityIn(lang, listing, region);
  const address = addressIn(lang, listing);
  const [phone] = listing.phones;
  return (
    <Card link at={placeOf(listing, region)}>
      <p>
        <span class="tag">{say(lang, kindWords, listing.kind)}</span>
      </p>
      <h3 lang={name.lang}>
        <a href={href(lang, `/directory/${listing.slug}`)}>{name.text}</a>
      </h3>
      {city.text ? (
        <p class="fact">
          <Icon name="pin" size={20} />
          <span>
            <span lang={city.lang}>{city.text}</span>
            {address.text && <span lang={address.lang}>, {address.text}</span>}
          </span>
        </p>
      ) : (
        <p class="fact">
          <Icon name="people" size={20} />
          {say(lang, directoryWords, 'online')}
        </p>
      )}
      {listing.hours && (
        <p class="fact">
          <Icon name="clock" size={20} />
          {hoursIn(lang, listing.hours)}
        </p>
      )}
      {phone ? (
        <p>
          <Phone lang={lang} number={phone.number} dial={phone.dial} />
        </p>
      ) : (
        <p class="soft">{say(lang, directoryWords, 'noPhone')}</p>
      )}
      <Checking lang={lang} source={listing.source} />
      {stale && <p class="small">{say(lang, directoryWords, 'stale')}</p>}
      <Source lang={lang} source={listing.source} brief />
      <ReportLink lang={lang} kind="listing" id={listing.id} />
    </Card>
  );
}
