import type { RepairCard } from '../../../shared/directory-events.ts';
import { REPAIR_DECISIONS, REPAIR_REASONS } from '../../../shared/repair.ts';
import { Button } from '../../parts/button.tsx';
import { openEntry } from './open-entry.ts';
import { act, type DirectoryState } from './state.ts';

/** What readers and callers found wrong, and what became of it. */
export function Repairs({ state, cards }: { state: DirectoryState; cards: readonly RepairCard[] }) {
  const { t } = state;
  return (
    <section class="stack tight" aria-labelledby="repairs-title">
      <h2 id="repairs-title">
        {t('repairs')}
        {cards.length > 0 && <span class="count">{cards.length}</span>}
      </h2>
      {cards.length === 0 && <p class="soft">{t('noRepairs')}</p>}
      <ul class="waiting stack tight">
        {cards.map((card) => (
          <Repair key={card.id} state={state} card={card} />
        ))}
      </ul>
    </section>
  );
}

function Repair({ state, card }: { state: DirectoryState; card: RepairCard }) {
  const { t, busy } = state;
  const reasons = REPAIR_REASONS.filter((reason) => card.reports[reason] > 0);
  const said = [
    ...reasons.map((reason) => t(reason, { n: card.reports[reason] })),
    ...(card.counted > 0 ? [t('counted', { n: card.counted })] : []),
    ...(card.called > 0 ? [t('called', { n: card.called })] : []),
  ];
  return (
    <li class="case-card stack tight">
      <h3>{card.name}</h3>
      <p>{said.join(' · ')}</p>
      {card.phones.length > 0 && <p class="soft">{card.phones.join(', ')}</p>}
      {card.marked && <p class="small">{t('marked')}</p>}
      <p class="row">
        <Button icon="book" onClick={() => void openEntry(state, card.kind, card.entry)}>
          {t('openEntry')}
        </Button>
        {REPAIR_DECISIONS.map((decision) => (
          <Button
            key={decision}
            look={decision === 'held_back' || decision === 'closed' ? 'quiet' : 'plain'}
            disabled={busy.value}
            onClick={() => void act(state, 'directory:repair', { id: card.id, decision }, () => t('done'))}
          >
            {t(`decide_${decision}`)}
          </Button>
        ))}
      </p>
    </li>
  );
}
