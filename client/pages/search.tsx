import { AUDIENCES, COSTS, LISTING_KINDS } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { href } from '../parts/links.ts';
import { cityName } from '../parts/listing.tsx';
import { directoryWords, kindWords } from '../words/directory.ts';
import { serviceIn, tongueIn } from '../words/facts.ts';
import { type Say, say, sayIn } from '../words/say.ts';
import { directoryPath, isNarrowed } from './directory-path.ts';
import type { ViewOf } from './view.ts';

type View = ViewOf<'directory'>;
type T = { view: View; t: Say<keyof typeof directoryWords.kk> };

/** A form that works without a script: what is asked is in the address. Counts say what each choice would give. */
export function Search({ view }: { view: View }) {
  const { lang, query } = view;
  const t = sayIn(lang, directoryWords);
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
        <Regions view={view} t={t} />
        <Choice
          name="kind"
          label={t('kind')}
          any={t('anyKind')}
          chosen={query.kind}
          counts={view.counts.kind}
          choices={LISTING_KINDS.map((kind) => [kind, say(lang, kindWords, kind)])}
        />
        <More view={view} t={t} />
        <div class="row search-go">
          <Button type="submit" look="primary" icon="search">
            {t('go')}
          </Button>
          {isNarrowed(query) && (
            <LinkButton look="quiet" href={href(lang, '/directory')}>
              {t('clear')}
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}

/** Three cities of republican standing first, then the regions by name. */
function Regions({ view, t }: T) {
  const { lang, query, regions, counts } = view;
  const named = regions.map(({ code, kind, name }) => ({ code, kind, name: name[lang] }));
  named.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, lang));
  return (
    <Choice
      name="region"
      label={t('region')}
      any={t('anyRegion')}
      chosen={query.region}
      counts={counts.region}
      choices={named.map(({ code, name }) => [code, name])}
      empty
    />
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The choice that does not narrow. */
  any: string;
  chosen: string | null;
  counts: Record<string, number>;
  choices: [string, string][];
  /** Also offers what would give nothing. */
  empty?: boolean;
}

function Choice({ name, label, any, chosen, counts, choices, empty }: ChoiceProps) {
  const offered = choices.filter(([value]) => empty || counts[value] || value === chosen);
  return (
    <Select id={name} name={name} label={label}>
      <option value="">{any}</option>
      {offered.map(([value, words]) => (
        <option key={value} value={value} selected={value === chosen}>
          {words} ({counts[value] ?? 0})
        </option>
      ))}
    </Select>
  );
}

const byCount = (counts: Record<string, number>, lang: Lang, words: (value: string) => string): [string, string][] =>
  Object.keys(counts)
    .map((value): [string, string] => [value, words(value)])
    .sort((a, b) => (counts[b[0]] ?? 0) - (counts[a[0]] ?? 0) || a[1].localeCompare(b[1], lang));

/** Less common filters behind one tap; open when one of them is in force. */
function More({ view, t }: T) {
  const { lang, query, counts } = view;
  const narrower = { ...query, q: '', region: null, kind: null };
  const city = (value: string) => cityName(lang, value, view.regions).text;
  return (
    <details class="more" open={isNarrowed(narrower) || query.sort !== 'relevance'}>
      <summary>{t('more')}</summary>
      <div class="more-fields">
        <Choice
          name="city"
          label={t('city')}
          any={t('anyCity')}
          chosen={query.city}
          counts={counts.city}
          choices={byCount(counts.city, lang, city)}
        />
        <Choice
          name="service"
          label={t('service')}
          any={t('anyService')}
          chosen={query.service}
          counts={counts.service}
          choices={byCount(counts.service, lang, (value) => serviceIn(lang, value))}
        />
        <Choice
          name="forWhom"
          label={t('forWhom')}
          any={t('anyone')}
          chosen={query.forWhom}
          counts={counts.forWhom}
          choices={AUDIENCES.map((value) => [value, t(value)])}
        />
        <Choice
          name="language"
          label={t('language')}
          any={t('anyLanguage')}
          chosen={query.language}
          counts={counts.language}
          choices={byCount(counts.language, lang, (value) => tongueIn(lang, value))}
        />
        <Choice
          name="cost"
          label={t('cost')}
          any={t('anyCost')}
          chosen={query.cost}
          counts={counts.cost}
          choices={COSTS.map((value) => [value, t(value)])}
        />
        <Select id="sort" name="sort" label={t('sort')}>
          <option value="">{t('relevance')}</option>
          <option value="freshest" selected={query.sort === 'freshest'}>
            {t('freshest')}
          </option>
        </Select>
        <Tick
          name="addictionSpecific"
          label={t('addictionSpecific', { n: counts.addictionSpecific.yes ?? 0 })}
          on={query.addictionSpecific}
        />
        <Tick name="hasPhone" label={t('hasPhone', { n: counts.hasPhone.yes ?? 0 })} on={query.hasPhone} />
      </div>
    </details>
  );
}

const Tick = ({ name, label, on }: { name: string; label: string; on: boolean | null }) => (
  <label class="tick">
    <input type="checkbox" name={name} value="yes" checked={on === true} />
    <span>{label}</span>
  </label>
);

/** To the next and the previous part of a long list. */
export function Paging({ view }: { view: View }) {
  const { lang, query, listings, found } = view;
  const t = sayIn(lang, directoryWords);
  const size = Math.max(listings.length, 1);
  const next = query.offset + listings.length;
  if (query.offset === 0 && next >= found) return null;
  return (
    <nav class="row apart" aria-label={t('pages')}>
      {query.offset > 0 && (
        <LinkButton icon="back" href={href(lang, directoryPath(query, { offset: Math.max(0, query.offset - size) }))}>
          {t('previous')}
        </LinkButton>
      )}
      {next < found && (
        <LinkButton icon="next" href={href(lang, directoryPath(query, { offset: next }))}>
          {t('next')}
        </LinkButton>
      )}
    </nav>
  );
}
