import type { Source as SourceOf } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { dateIn } from '../words/facts.ts';
import { partWords } from '../words/parts.ts';
import { say, sayIn } from '../words/say.ts';

/**
 * Where a fact was read and when: the source's own date, otherwise the day we read it (promise 6). `brief`: beside other
 * entries under a line that says that none of them was called.
 */
export function Source({ lang, source, brief }: { lang: Lang; source: SourceOf; brief?: boolean }) {
  const t = sayIn(lang, partWords);
  const sentence = source.date
    ? t('sourceDated', { date: dateIn(lang, source.date) })
    : t('sourceRead', { date: dateIn(lang, source.readOn) });
  const [before = '', after = ''] = sentence.split('{source}');
  const called = source.calledOn
    ? ` ${t('calledOn', { date: dateIn(lang, source.calledOn) })}`
    : source.date && !brief && ` ${t('notCalled')}`;
  return (
    <p class="source">
      {before}
      <SourceLink lang={lang} url={source.url} />
      {after}
      {source.date && '.'}
      {called}
      {source.secondUrl && !brief && (
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

/** Public repositories that carried over a site's own texts; the reader is told the site. */
const COPIES: Record<string, string> = {
  '/bekssa/CPZ-Medical-Portal': 'cpzalmaty.kz',
  '/lime01777/nrchd.kz': 'nrchd.kz',
};

/** A source's short name: the host; for public code the site it copies, or its owner and name. */
export function sourceName(lang: Lang, url: string): string {
  if (url.startsWith('code-index:')) return say(lang, partWords, 'unnamedCode');
  if (url.startsWith('npm:')) return say(lang, partWords, 'package', { name: url.slice(4) });
  if (!URL.canParse(url)) return url;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const repository = pathname.split('/', 3).join('/');
  if (host !== 'github.com') return host;
  const site = COPIES[repository];
  return site ? say(lang, partWords, 'copyOf', { site }) : `${host}${repository}`;
}
