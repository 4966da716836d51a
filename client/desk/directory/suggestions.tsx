import type { SuggestionCard } from '../../../shared/directory-events.ts';
import { Button } from '../../parts/button.tsx';
import { kindWords } from '../../words/directory.ts';
import { repairWords } from '../../words/repair.ts';
import { say } from '../../words/say.ts';
import { whenOf } from '../../words/times.ts';
import { act, type DirectoryState } from './state.ts';

/** What visitors suggested, as they wrote it; it enters the database only in an editor's own words. */
export function Suggestions({ state, cards }: { state: DirectoryState; cards: readonly SuggestionCard[] }) {
  const { t } = state;
  return (
    <section class="stack tight" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">
        {t('suggestions')}
        {cards.length > 0 && <span class="count">{cards.length}</span>}
      </h2>
      <p class="soft">{cards.length === 0 ? t('noSuggestions') : t('suggestionsLead')}</p>
      <ul class="waiting stack tight">
        {cards.map((card) => (
          <Suggested key={card.id} state={state} card={card} />
        ))}
      </ul>
    </section>
  );
}

function Suggested({ state, card }: { state: DirectoryState; card: SuggestionCard }) {
  const { t, busy, data, desk } = state;
  const { lang } = desk.app;
  const region = data.value?.regions.find(({ code }) => code === card.region)?.name;
  const kind = say(lang, kindWords, card.kind as keyof typeof kindWords.kk);
  return (
    <li class="case-card stack tight">
      <h3>{card.name}</h3>
      <p>{[kind, card.city, region].filter(Boolean).join(' · ')}</p>
      <p>{[card.phone, card.web].filter(Boolean).join(' · ')}</p>
      <p class="small soft">
        {say(lang, repairWords, card.from as 'website')} ·{' '}
        {t('keptUntil', { date: whenOf(lang, card.until, data.value?.now ?? 0) })}
      </p>
      <p class="row">
        <Button
          look="primary"
          disabled={busy.value}
          onClick={() => {
            state.open.value = { suggestion: card };
          }}
        >
          {t('makeDraft')}
        </Button>
        <Button
          disabled={busy.value}
          onClick={() => void act(state, 'directory:refuse', { suggestion: card.id }, () => t('done'))}
        >
          {t('refuse')}
        </Button>
      </p>
    </li>
  );
}
