import type { Lang } from '../../shared/languages.ts';
import { type Area, sayIn } from '../words/say.ts';
import type { CitationName } from './citations.ts';
import { Cite } from './cite.tsx';

/** A statement and where it was read; without a source it is marked in its words as our own. */
export type Statement<K extends string> = [K, ...CitationName[]];

interface Props<K extends string, T> {
  lang: Lang;
  words: Area<K>;
  /** The heading; its key is also the section's anchor. */
  title: K;
  of: readonly T[];
}

/** A section of statements, each with its sources. */
export function Statements<K extends string>({ lang, words, title, of }: Props<K, Statement<K>>) {
  const t = sayIn(lang, words);
  return (
    <section id={title} class="stack">
      <h2>{t(title)}</h2>
      <ul class="points">
        {of.map(([key, ...sources]) => (
          <li key={key}>
            <p>{t(key)}</p>
            {sources.length > 0 && <Cite lang={lang} of={sources} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What could not be shown, said aloud. */
export function Unknown<K extends string>({ lang, words, title, of }: Props<K, K>) {
  const t = sayIn(lang, words);
  return (
    <section class="notice notice-calm stack tight">
      <h2>{t(title)}</h2>
      <ul class="points">
        {of.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  );
}
