import { useEffect, useRef } from 'preact/hooks';
import type { CaseFile, EvidenceItem } from '../../../shared/events.ts';
import type { Lang } from '../../../shared/languages.ts';
import { classes } from '../../parts/classes.ts';
import { Badge } from '../../rooms/badge.tsx';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import { timeOf, whenOf } from '../../words/times.ts';
import { hitsIn } from './hit-words.ts';
import { stretchesOf } from './stretches.ts';

/** What was written, in order; what the case is about stands out among it. Texts are text nodes. */
export function Evidence({ lang, file, now }: { lang: Lang; file: CaseFile; now: number }) {
  const t = sayIn(lang, caseWords);
  const { evidence, evidenceUntil } = file;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector('.said-marked')?.scrollIntoView({ block: 'center' }), []);
  return (
    <section class="stack tight" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('evidence')}</h2>
      {evidence.length === 0 && <p class="soft">{t('evidenceNone')}</p>}
      <ol class="evidence" ref={list}>
        {evidence.map((item) => (
          <Item key={`${item.at} ${item.seq}`} lang={lang} item={item} />
        ))}
      </ol>
      {evidenceUntil !== null && (
        <p class="soft small">{t('evidenceUntil', { when: whenOf(lang, evidenceUntil, now) })}</p>
      )}
    </section>
  );
}

function Item({ lang, item }: { lang: Lang; item: EvidenceItem }) {
  const t = sayIn(lang, caseWords);
  const { by, text, at, marked, hits } = item;
  return (
    <li class={classes('said', marked && 'said-marked')}>
      <p class="row small">
        <b>{by.name}</b>
        {by.staff && <Badge lang={lang} />}
        <time dateTime={new Date(at).toISOString()} class="soft">
          {timeOf(at)}
        </time>
        {marked && <span class="tag">{t('marked')}</span>}
      </p>
      <p class="said-text">
        {stretchesOf(text, hits).map((piece) => (piece.hits.length > 0 ? <mark>{piece.text}</mark> : piece.text))}
      </p>
      {hits.length > 0 && (
        <dl class="hits small">
          <dt>{t('hits')}</dt>
          {hitsIn(lang, item).map(({ quote, why }) => (
            <dd key={quote + why}>
              <q>{quote}</q> – {why}
            </dd>
          ))}
        </dl>
      )}
    </li>
  );
}
