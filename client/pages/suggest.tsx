import { LISTING_KINDS } from '../../shared/directory.ts';
import type { Suggestion } from '../../shared/directory-events.ts';
import { LIMITS } from '../../shared/limits.ts';
import { SUGGESTION_FROM } from '../../shared/repair.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { href } from '../parts/links.ts';
import { Notice } from '../parts/notice.tsx';
import { SlipForm } from '../parts/slip-form.tsx';
import { kindWords } from '../words/directory.ts';
import { repairWords } from '../words/repair.ts';
import { type Say, say, sayIn } from '../words/say.ts';
import { Document } from './document.tsx';
import type { ViewOf } from './view.ts';

type View = ViewOf<'suggest'>;
type T = Say<keyof typeof repairWords.kk>;
const WRONG = {
  name: 'wrongName',
  kind: 'wrongKind',
  region: 'wrongRegion',
  city: 'wrongCity',
  phone: 'wrongPhone',
  web: 'wrongWeb',
  from: 'wrongFrom',
} as const satisfies Record<keyof Suggestion, string>;

/** A place the directory lacks, in fields: nothing in it is about the one who writes. */
export function SuggestPage({ view }: { view: View }) {
  const { lang, state } = view;
  const t = sayIn(lang, repairWords);
  const done = state === 'sent';
  return (
    <Document
      view={{ ...view, path: '/suggest' }}
      title={`${t('suggest')} – Тірек`}
      description={t('suggestDescription')}
      here="directory"
    >
      <div class="wrap read stack loose">
        <div class="stack">
          <h1>{done ? t('suggestSent') : t('suggestTitle')}</h1>
          <p class="lead">{done ? t('suggestSentText') : t('suggestLead')}</p>
          <Problem view={view} t={t} />
        </div>
        {done ? (
          <p class="row">
            <LinkButton look="primary" href={href(lang, '/directory')}>
              {t('backToDirectory')}
            </LinkButton>
            <LinkButton href={href(lang, '/suggest')}>{t('another')}</LinkButton>
          </p>
        ) : (
          <SlipForm lang={lang} action={href(lang, '/suggest')} purpose="suggest" slip={view.slip}>
            <Fields view={view} t={t} />
            <p class="soft">{t('suggestKept', { n: LIMITS.suggestionLife / 3_600_000 })}</p>
            <p>
              <Button type="submit" look="primary" big wide icon="send">
                {t('send')}
              </Button>
            </p>
          </SlipForm>
        )}
      </div>
    </Document>
  );
}

function Problem({ view, t }: { view: View; t: T }) {
  const { lang, state, known } = view;
  if (state === 'ask' || state === 'sent') return null;
  return (
    <Notice role="alert">
      {known === null ? (
        <p>{t(state === 'wrong' ? 'suggestWrong' : state)}</p>
      ) : (
        <p>
          {t('known')}: <a href={href(lang, `/directory/${known}`)}>{t('knownLink')}</a>
        </p>
      )}
    </Notice>
  );
}

function Fields({ view, t }: { view: View; t: T }) {
  const { lang, values, wrong, regions } = view;
  const field = (name: keyof Suggestion, maxLength?: number) => ({
    id: name,
    name,
    label: t(name),
    value: values[name],
    error: wrong.includes(name) ? t(WRONG[name]) : undefined,
    ...(maxLength ? { maxLength } : {}),
  });
  const named = regions.map(({ code, name }) => ({ code, name: name[lang] }));
  named.sort((a, b) => a.name.localeCompare(b.name, lang));
  const choices = (name: 'kind' | 'region' | 'from', any: string, list: readonly (readonly [string, string])[]) => (
    <Select {...field(name)}>
      <option value="">{any}</option>
      {list.map(([value, text]) => (
        <option key={value} value={value} selected={values[name] === value}>
          {text}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      <TextField {...field('name', 120)} required autocomplete="off" />
      {choices(
        'kind',
        t('choose'),
        LISTING_KINDS.map((kind) => [kind, say(lang, kindWords, kind)]),
      )}
      {choices(
        'region',
        t('noRegion'),
        named.map(({ code, name }) => [code, name]),
      )}
      <TextField {...field('city', 60)} autocomplete="off" />
      <TextField {...field('phone', 40)} hint={t('phoneHint')} type="tel" autocomplete="off" />
      <TextField {...field('web', 200)} inputMode="url" autocomplete="off" />
      {choices(
        'from',
        t('choose'),
        SUGGESTION_FROM.map((from) => [from, t(from)]),
      )}
    </>
  );
}
