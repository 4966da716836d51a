import { useSignal } from '@preact/signals';
import type { CallCard } from '../../../shared/directory-events.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../../../shared/repair.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Phone } from '../../parts/phone.tsx';
import { SourceLink } from '../../parts/source.tsx';
import { kindWords } from '../../words/directory.ts';

import { say } from '../../words/say.ts';
import { dateOf } from '../../words/times.ts';
import { dayIn } from './day.ts';
import { act, type DirectoryState } from './state.ts';

/** Calls shown at first: enough for one sitting. */
const FIRST = 8;

type One = { state: DirectoryState; card: CallCard };

/** Whom to call next; what was heard is one tap. */
export function Calls({
  state,
  cards,
  mayEdit,
}: {
  state: DirectoryState;
  cards: readonly CallCard[];
  mayEdit: boolean;
}) {
  const { t } = state;
  const all = useSignal(false);
  return (
    <section class="stack tight" aria-labelledby="calls-title">
      <h2 id="calls-title">{t('calls')}</h2>
      <p class="soft">{cards.length === 0 ? t('noCalls') : t('callsLead')}</p>
      <ul class="waiting stack tight">
        {cards.slice(0, all.value ? undefined : FIRST).map((card) => (
          <li key={`${card.kind}/${card.entry}`} class="case-card stack tight">
            <About state={state} card={card} />
            {card.waiting && <Waiting state={state} card={card} />}
            {!card.waiting && card.kind !== 'lead' && <Outcomes state={state} card={card} />}
            {!card.waiting?.mine && <OtherNumber state={state} card={card} />}
            {card.kind === 'lead' && mayEdit && <LeadEnd state={state} card={card} />}
          </li>
        ))}
      </ul>
      {!all.value && cards.length > FIRST && (
        <p>
          <Button
            icon="down"
            onClick={() => {
              all.value = true;
            }}
          >
            {t('allCalls', { n: cards.length })}
          </Button>
        </p>
      )}
    </section>
  );
}

function About({ state: { t, desk }, card }: One) {
  const { lang } = desk.app;
  const kind =
    card.about in kindWords[lang] ? say(lang, kindWords, card.about as keyof typeof kindWords.kk) : card.about;
  const told = [
    card.kind === 'lead' ? '' : card.checkedOn ? t('checked', { date: dayIn(lang, card.checkedOn) }) : t('never'),
    card.views > 0 ? t('views', { n: card.views }) : '',
    card.last ? t('last', { what: t(`heard_${card.last.outcome}`), date: dateOf(lang, card.last.at) }) : '',
  ].filter(Boolean);
  return (
    <>
      <h3>{card.name}</h3>
      <p class="soft">{[kind, card.place].filter(Boolean).join(' · ')}</p>
      {card.kind === 'lead' && <p class="small">{t('lead')}</p>}
      {card.phones.map(({ number, dial, remark }) => (
        <p key={number} class="row">
          <Phone lang={lang} number={number} dial={dial} />
          {remark && <span class="soft">{remark}</span>}
        </p>
      ))}
      {told.length > 0 && <p class="small">{told.join(' · ')}</p>}
      <p class="small soft">
        {t('source')}: <SourceLink lang={lang} url={card.source} />
      </p>
    </>
  );
}

const heard = ({ state, card }: One, outcome: CallOutcome, phones?: string) =>
  act(
    state,
    'directory:call',
    { kind: card.kind, id: card.entry, outcome, ...(phones ? { phones } : {}) },
    ({ state: how }) => state.t(`state_${how}`),
  );

function Outcomes({ state, card }: One) {
  return (
    <p class="row">
      {CALL_OUTCOMES.map((outcome) => (
        <Button
          key={outcome}
          look={outcome === 'works' ? 'primary' : 'plain'}
          disabled={state.busy.value}
          aria-label={`${state.t(`heard_${outcome}`)}: ${card.name}`}
          onClick={() => void heard({ state, card }, outcome)}
        >
          {state.t(`heard_${outcome}`)}
        </Button>
      ))}
    </p>
  );
}

/** One calls, another confirms: one's own call has no buttons here, and the database takes none. */
function Waiting({ state, card }: One) {
  const { t, busy } = state;
  const { waiting } = card;
  if (!waiting) return null;
  if (waiting.mine) return <p class="notice small">{t('waitingMine')}</p>;
  const say = (works: boolean) =>
    act(state, 'directory:confirm', { call: waiting.call, works }, () => t(works ? 'state_confirmed' : 'done'));
  return (
    <>
      <p class="notice">{t('waitingSecond', { phones: waiting.phones.map(({ number }) => number).join(', ') })}</p>
      <p class="row">
        <Button look="primary" icon="check" disabled={busy.value} onClick={() => void say(true)}>
          {t('confirm')}
        </Button>
        <Button disabled={busy.value} onClick={() => void say(false)}>
          {t('notSo')}
        </Button>
      </p>
    </>
  );
}

function OtherNumber({ state, card }: One) {
  const { t, busy } = state;
  const id = `number-${card.kind}-${card.entry}`;
  return (
    <details class="other-number">
      <summary>{t('otherNumber')}</summary>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          const phones = String(new FormData(event.currentTarget).get('phones') ?? '').trim();
          if (phones) void heard({ state, card }, 'works', phones);
        }}
      >
        <TextField
          id={id}
          name="phones"
          type="text"
          inputMode="tel"
          maxLength={300}
          required
          label={t('otherNumber')}
          hint={t('otherNumberHint')}
          autocomplete="off"
        />
        <p>
          <Button type="submit" disabled={busy.value}>
            {t('saveNumber')}
          </Button>
        </p>
      </form>
    </details>
  );
}

function LeadEnd({ state, card }: One) {
  const { t, busy } = state;
  const end = (status: 'made' | 'dropped') => act(state, 'directory:lead', { id: card.entry, status }, () => t('done'));
  return (
    <p class="row">
      <Button look="quiet" disabled={busy.value} onClick={() => void end('made')}>
        {t('leadMade')}
      </Button>
      <Button look="quiet" disabled={busy.value} onClick={() => void end('dropped')}>
        {t('leadDropped')}
      </Button>
    </p>
  );
}
