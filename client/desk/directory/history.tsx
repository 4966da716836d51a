import type { HistoryItem } from '../../../shared/directory-events.ts';
import { fieldWords } from '../../words/directory-desk.ts';
import { say } from '../../words/say.ts';
import { dateOf, timeOf } from '../../words/times.ts';
import type { DirectoryState } from './state.ts';

/** Who changed which field, from what to what, the newest first. */
export function History({ state, items }: { state: DirectoryState; items: readonly HistoryItem[] }) {
  const { t, desk } = state;
  const { lang } = desk.app;
  const nameOf = (field: string) =>
    field === 'created'
      ? t('created')
      : field in fieldWords.kk
        ? say(lang, fieldWords, field as keyof typeof fieldWords.kk)
        : field;
  return (
    <section class="stack tight" aria-labelledby="history-title">
      <h3 id="history-title">{t('history')}</h3>
      {items.length === 0 && <p class="soft">{t('noHistory')}</p>}
      <ol class="history">
        {items.map((item) => (
          <li key={`${item.at} ${item.field}`}>
            <p class="small soft">
              {dateOf(lang, item.at)}, {timeOf(item.at)} · {item.by ?? t('server')}
            </p>
            <p>
              <b>{nameOf(item.field)}</b>
              {item.field !== 'created' && (
                <>
                  : <del>{item.before || '–'}</del> → <ins>{item.after || '–'}</ins>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
