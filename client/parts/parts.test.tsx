import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Helpline, Listing, Source as SourceOf } from '../../shared/directory.ts';
import { LANGUAGES, type Lang } from '../../shared/languages.ts';
import { Button, LinkButton } from './button.tsx';
import { Card } from './card.tsx';
import { Dialog } from './dialog.tsx';
import { Emergency } from './emergency.tsx';
import { Empty } from './empty.tsx';
import { Select, TextArea, TextField } from './field.tsx';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { Lines } from './lines.tsx';
import { ListingCard, nameIn } from './listing.tsx';
import { Notice } from './notice.tsx';
import { Phone } from './phone.tsx';
import { Skeleton } from './skeleton.tsx';
import { Source } from './source.tsx';
import { Toast } from './toast.tsx';

const source: SourceOf = {
  url: 'https://kazpravda.kz/n/1',
  date: '',
  readOn: '2026-11-22',
  calledOn: null,
  checkingSince: null,
  secondUrl: 'code-index:7',
};
const line: Helpline = {
  id: 'kz-150',
  number: '150',
  name: { kk: '', ru: 'Телефон доверия', en: '' },
  what: 'crisis',
  audience: 'youth',
  coverage: 'KZ',
  hours: 'SOURCES DISAGREE: 24/7, or Mon-Fri 9:00-18:00',
  languages: [],
  cost: '',
  otherChannels: '',
  note: 'Do not print "24/7"',
  confidence: 'medium',
  source,
};
/** As the database gives a name that is missing in a language. */
const AS_RUSSIAN = 'Молодежный центр здоровья «Самға»';
const listing: Listing = {
  id: 'youth-1',
  slug: 'youth-1',
  kind: 'youth_health_centre',
  name: { kk: AS_RUSSIAN, ru: AS_RUSSIAN, en: AS_RUSSIAN },
  organisation: '',
  region: 'KZ-23',
  city: 'Атырау',
  address: { ru: 'Геолог, 49', kk: '' },
  phones: [],
  hours: 'Mon-Fri 8:00-17:00',
  website: '',
  ownership: 'state',
  services: [],
  languages: [],
  cost: '',
  anonymous: '',
  addictionSpecific: false,
  lat: null,
  lon: null,
  confidence: 'medium',
  source,
  notes: '',
};
const html = (node: JSX.Element) => renderToString(node);

describe.each(LANGUAGES)('in %s', (lang: Lang) => {
  test.each<[string, JSX.Element]>([
    [
      'button',
      <Button look="primary" icon="send" iconOnly>
        Aigul
      </Button>,
    ],
    [
      'link',
      <LinkButton href="/kk/" big>
        Aigul
      </LinkButton>,
    ],
    ['card', <Card>Aigul</Card>],
    [
      'dialog',
      <Dialog lang={lang} id="d" title="Aigul" open={false} onClose={() => {}}>
        text
      </Dialog>,
    ],
    ['emergency', <Emergency lang={lang} />],
    ['empty', <Empty title="Aigul" />],
    ['text field', <TextField id="a" label="Aigul" hint="hint" error="wrong" />],
    ['text area', <TextArea id="a" label="Aigul" />],
    [
      'select',
      <Select id="a" label="Aigul">
        <option>one</option>
      </Select>,
    ],
    ['foot', <Foot lang={lang} lines={[line]} />],
    ['head', <Head lang={lang} path="/help" here="help" />],
    ['lines', <Lines lang={lang} lines={[line]} />],
    ['listing', <ListingCard lang={lang} listing={listing} />],
    [
      'notice',
      <Notice look="alarm" role="alert">
        Aigul
      </Notice>,
    ],
    ['phone', <Phone lang={lang} number="+7 (727) 382-36-21" copy />],
    ['skeleton', <Skeleton lang={lang} />],
    ['source', <Source lang={lang} source={source} />],
    ['toast', <Toast>Aigul</Toast>],
  ])('%s stands, with its words and without inline styles', (_, node) => {
    const text = html(node);
    expect(text).not.toMatch(/style=|undefined|NaN|\[object|\{\w+\}/);
    expect(text.replace(/<[^>]*>/g, '').trim()).not.toBe('');
  });

  test('hours that the sources dispute are never shown as a fact', () => {
    const text = html(<Lines lang={lang} lines={[line]} />);
    expect(text).not.toMatch(/DISAGREE|24\/7|Do not print/);
    expect(text).toMatch(/9:00.+18:00/);
  });

  test('a source without a date of its own shows the day it was read', () => {
    const text = html(<Source lang={lang} source={source} />).replace(/<[^>]*>/g, '');
    expect(text).toMatch(/kazpravda\.kz/);
    expect(text).toMatch(/22/);
    expect(text).toMatch({ kk: /әлі қоңырау шалған жоқпыз/, ru: /ещё не звонили/, en: /not called yet/ }[lang]);
  });
});

test('an error of a field is tied to it', () => {
  const text = html(<TextField id="mail" label="E-mail" hint="of work" error="empty" />);
  expect(text).toContain('aria-describedby="mail-hint mail-error"');
  expect(text).toContain('aria-invalid="true"');
});

test('a number that two volunteers called says so', () => {
  const called = { ...source, date: '2026-03-09', calledOn: '2026-11-23' };
  expect(html(<Source lang="ru" source={called} />)).toContain('Проверили звонком 23 ноября 2026 г.');
});

test('a name that only Russian sources print is said in the language of the page where it can be', () => {
  expect(nameIn('kk', listing)).toEqual({ text: '«Самға» жастар денсаулық орталығы' });
  expect(nameIn('ru', listing)).toEqual({ text: 'Молодежный центр здоровья «Самға»' });
  expect(nameIn('en', { ...listing, name: { kk: '', ru: 'Поликлиника №8', en: 'Поликлиника №8' } })).toEqual({
    text: 'Поликлиника №8',
    lang: 'ru',
  });
});

test('text from the data cannot become markup', () => {
  const hostile = { ...listing, name: { kk: '<img src=x onerror=alert(1)>', ru: '', en: '' }, city: '"><script>' };
  expect(html(<ListingCard lang="kk" listing={hostile} />)).not.toMatch(/<img|<script/);
});
