import type { Source as SourceOf } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { dateIn } from '../words/facts.ts';
import { partWords } from '../words/parts.ts';
import { say, sayIn } from '../words/say.ts';

/** Where a fact was read and when: the source's own date, otherwise the day we read it (promise 6). */
export function Source({ lang, source }: { lang: Lang; source: SourceOf }) {
  const t = sayIn(lang, partWords);
  const sentence = source.date
    ? t('sourceDated', { date: dateIn(lang, source.date) })
    : t('sourceRead', { date: dateIn(lang, source.readOn) });
  const [before = '', after = ''] = sentence.split('{source}');
  const called = source.calledOn
    ? ` ${t('calledOn', { date: dateIn(lang, source.calledOn) })}`
    : source.date && ` ${t('notCalled')}`;
  return (
    <p class="source">
      {before}
      <SourceLink lang={lang} url={source.url} />
      {after}
      {source.date && '.'}
      {called}
      {source.secondUrl && (
        <>
          {' '}
          (<SourceLink lang={lang} url={source.secondUrl} label={t('second')} />)
        </>
      )}
    </p>
  );
}

/** A link to a source where it has an address; otherwise what is known of it. */
export function SourceLink({ lang, url, label }: { lang: Lang; url: string; label?: string }) {
  if (!/^https?:\/\//.test(url)) return <>{label ? `${label}: ${sourceName(lang, url)}` : sourceName(lang, url)}</>;
  return (
    <a href={url} rel="noreferrer nofollow external">
      {label ?? sourceName(lang, url)}
    </a>
  );
}

/** A source's short name: the host; for public code also its owner and name. */
export function sourceName(lang: Lang, url: string): string {
  if (url.startsWith('code-index:')) return say(lang, partWords, 'unnamedCode');
  if (url.startsWith('npm:')) return say(lang, partWords, 'package', { name: url.slice(4) });
  if (!URL.canParse(url)) return url;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  return host === 'github.com' ? `${host}${pathname.split('/', 3).join('/')}` : host;
}
