import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '../../shared/languages.ts';
import type { PageCommon } from '../../shared/pages.ts';
import { Foot } from '../parts/foot.tsx';
import { Head, type Section } from '../parts/head.tsx';
import { href } from '../parts/links.ts';
import { assets, type Entry } from './assets.ts';

interface Props {
  view: PageCommon;
  /** Without the brand, which follows it in the window's title. */
  title: string;
  description: string;
  here?: Section;
  /** Archives keep no copy: numbers there would rot unseen. */
  noarchive?: boolean;
  noindex?: boolean;
  /** A live application on this page; otherwise the page gets the small script that enhances it. */
  app?: Entry;
  /** Extra class of the body, for a page with its own frame. */
  frame?: string;
  children: ComponentChildren;
}

/** The whole document of a visitor's page. No inline script or style: the content security policy refuses both. */
export function Document(props: Props) {
  const { view, here, frame, children } = props;
  return (
    <html lang={view.lang}>
      <Meta {...props} />
      <body class={frame}>
        <Head lang={view.lang} path={view.path} here={here} />
        <main id="main" class="main" tabIndex={-1}>
          {children}
        </main>
        <Foot lang={view.lang} lines={view.lines} />
      </body>
    </html>
  );
}

/** What stands in the document's head. Public pages name their address in each language. */
export function Meta({ view, title, description, noarchive, noindex, app }: Omit<Props, 'children'>) {
  const { css, enhance } = assets();
  const address = (lang: (typeof LANGUAGES)[number]) => `${view.origin}${href(lang, view.path)}`;
  // A node that does not know its public origin cannot name its pages.
  const named = !noindex && view.origin !== '';
  const robots = [noindex && 'noindex', noarchive && 'noarchive'].filter(Boolean).join(', ');
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fffdf9" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#24201b" media="(prefers-color-scheme: dark)" />
      <meta name="format-detection" content="telephone=no" />
      {robots && <meta name="robots" content={robots} />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {named && <link rel="canonical" href={address(view.lang)} />}
      {named && LANGUAGES.map((lang) => <link key={lang} rel="alternate" hreflang={lang} href={address(lang)} />)}
      {[...css, ...(app?.css ?? [])].map((file) => (
        <link key={file} rel="stylesheet" href={file} />
      ))}
      {app?.also.map((file) => (
        <link key={file} rel="modulepreload" href={file} />
      ))}
      <script type="module" src={app?.script ?? enhance} />
    </head>
  );
}
