import { useEffect, useRef } from 'preact/hooks';
import type { HeldCard } from '../../shared/events.ts';
import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { serverNow } from '../state.ts';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';
import { minutesLeft, timeOf } from '../words/times.ts';
import { decide } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { keysOn, useHeldKeys } from './keys.ts';
import { Reason } from './reason.tsx';

/** Held messages of all rooms, oldest first; one key lets one through or keeps it out. */
export function HeldList({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, deskWords);
  const held = desk.state.value?.held ?? [];
  useHeldKeys(desk);
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
        <p class="soft small">{t(`why_${card.why}`)}</p>
        {desk.choosing.value === card.heldId && (
          <Reason
            lang={app.lang}
            onChoose={(reason) => void decide(desk, card.heldId, reason)}
            onCancel={() => (desk.choosing.value = null)}
          />
        )}
        <p class="row">
          <Button
            look="primary"
            icon="check"
            aria-keyshortcuts={keysOn.value ? 'a' : undefined}
            aria-disabled={busy}
            onClick={() => void decide(desk, card.heldId)}
          >
            {t('approve')}
            {keysOn.value && (
              <span class="key" aria-hidden="true">
                A
              </span>
            )}
          </Button>
          <Button icon="close" aria-disabled={busy} onClick={() => (desk.choosing.value = card.heldId)}>
            {t('remove')}
            {keysOn.value && (
              <span class="key" aria-hidden="true">
                R
              </span>
            )}
          </Button>
        </p>
      </article>
    </li>
  );
}

function TimeLeft({ desk, until }: { desk: Desk; until: number }) {
  const t = sayIn(desk.app.lang, deskWords);
  void clock.value;
  const minutes = minutesLeft(until, serverNow(desk.app));
  return <span class="tag">{minutes > 1 ? t('left', { n: minutes }) : t('leftSoon')}</span>;
}
