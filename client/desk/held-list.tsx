import { useEffect, useRef } from 'preact/hooks';
import type { HeldCard } from '../../shared/events.ts';
import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { serverNow } from '../state.ts';
import { caseWords } from '../words/cases.ts';
import { deskWords } from '../words/desk.ts';
import { say, sayIn } from '../words/say.ts';
import { minutesLeft, timeOf } from '../words/times.ts';
import { ReasonPicker } from './cases/act-picker.tsx';
import { openFile } from './cases/case-actions.ts';
import { decide } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { Key, keysOn } from './keys.tsx';

/** Held messages of all rooms, oldest first; one key lets one through or keeps it out. */
export function HeldList({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, deskWords);
  const held = desk.state.value?.held ?? [];
  return (
    <section class="stack tight" aria-labelledby="held-title">
      <div class="row apart">
        <h2 id="held-title">
          {t('heldTitle')}
          {held.length > 0 && <span class="count">{held.length}</span>}
        </h2>
        <p class="visually-hidden" role="status">
          {held.length > 0 ? t('heldCount', { n: held.length }) : t('heldNone')}
        </p>
        <label class="check keys-switch">
          <input
            type="checkbox"
            checked={keysOn.value}
            onChange={(event) => (keysOn.value = event.currentTarget.checked)}
            aria-describedby="keys-help"
          />
          {t('keysOn')}
        </label>
      </div>
      <p id="keys-help" class="soft small keys-help">
        {t('keysHelp')}
      </p>
      {held.length === 0 ? (
        <Empty title={t('heldNone')}>
          <p class="soft">{t('heldNoneText')}</p>
        </Empty>
      ) : (
        <ul class="waiting stack tight">
          {held.map((card) => (
            <Held key={card.heldId} desk={desk} card={card} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Held({ desk, card }: { desk: Desk; card: HeldCard }) {
  const { app, state, current, deciding } = desk;
  const t = sayIn(app.lang, deskWords);
  const item = useRef<HTMLLIElement>(null);
  const chosen = current.value === card.heldId;
  const room = state.value?.rooms.find(({ id }) => id === card.room);
  const about = state.value?.cases.find(({ heldId }) => heldId === card.heldId);
  const labels = about?.labels.map((label) => say(app.lang, caseWords, `label_${label}`)).join(', ');
  const busy = deciding.value.has(card.heldId);
  useEffect(() => {
    if (chosen) item.current?.focus();
  }, [chosen]);
  return (
    <li
      ref={item}
      tabIndex={-1}
      aria-current={chosen ? 'true' : undefined}
      onFocusIn={() => {
        current.value = card.heldId;
      }}
    >
      <article class="stack tight">
        <p class="row apart small">
          <span>
            <b>{room?.name[app.lang] ?? card.room}</b>{' '}
            <span class="soft">
              {card.by.name}, {timeOf(card.at)}
            </span>
          </span>
          <TimeLeft desk={desk} until={card.until} />
        </p>
        <p class="held-text">{card.text}</p>
        <p class="soft small">
          {t(`why_${card.why}`)}
          {labels && `: ${labels}`}
        </p>
        {desk.choosing.value === card.heldId ? (
          <ReasonPicker
            lang={app.lang}
            of={t('remove')}
            busy={busy}
            onBack={() => {
              desk.choosing.value = null;
              item.current?.focus();
            }}
            onPick={(reason) => void decide(desk, card.heldId, reason)}
          />
        ) : (
          <HeldActs desk={desk} card={card} busy={busy} />
        )}
      </article>
    </li>
  );
}

function HeldActs({ desk, card, busy }: { desk: Desk; card: HeldCard; busy: boolean }) {
  const t = sayIn(desk.app.lang, deskWords);
  const about = desk.state.value?.cases.find(({ kind, heldId }) => kind === 'guard' && heldId === card.heldId);
  return (
    <p class="row">
      <Button
        look="primary"
        icon="check"
        aria-keyshortcuts={keysOn.value ? 'a' : undefined}
        aria-disabled={busy}
        onClick={() => void decide(desk, card.heldId)}
      >
        {t('approve')}
        <Key>A</Key>
      </Button>
      <Button
        icon="close"
        aria-keyshortcuts={keysOn.value ? 'r' : undefined}
        aria-disabled={busy}
        onClick={() => {
          desk.choosing.value = card.heldId;
        }}
      >
        {t('remove')}
        <Key>R</Key>
      </Button>
      {about && (
        <Button look="quiet" onClick={() => void openFile(desk, about.id)}>
          {t('whyHeld')}
        </Button>
      )}
    </p>
  );
}

function TimeLeft({ desk, until }: { desk: Desk; until: number }) {
  const t = sayIn(desk.app.lang, deskWords);
  void clock.value;
  const minutes = minutesLeft(until, serverNow(desk.app));
  return <span class="tag">{minutes > 1 ? t('left', { n: minutes }) : t('leftSoon')}</span>;
}
