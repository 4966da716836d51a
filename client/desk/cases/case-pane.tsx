import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CaseCard, CaseFile } from '../../../shared/events.ts';
import { enter } from '../../actions.ts';
import { clock } from '../../clock.ts';
import { Button } from '../../parts/button.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { serverNow } from '../../state.ts';
import { actWords } from '../../words/acts.ts';
import { caseWords } from '../../words/cases.ts';
import { say, sayIn } from '../../words/say.ts';
import type { Desk } from '../desk-state.ts';
import { useKeys } from '../keys.tsx';
import { ActPicker } from './act-picker.tsx';
import { claim, closeFile, decideCase, release } from './case-actions.ts';
import { type Act, actsFor } from './case-state.ts';
import { ageOf, reasonsOf } from './case-words.ts';
import { Claimed, holderOf } from './claimed.tsx';
import { Evidence } from './evidence.tsx';

/** One case: what it is about, what was written, and what can be decided. */
export function CasePane({ desk, id }: { desk: Desk; id: string }) {
  const { app } = desk;
  const t = sayIn(app.lang, caseWords);
  const title = useRef<HTMLHeadingElement>(null);
  const file = desk.file.value?.file ?? null;
  const card = file?.card ?? desk.state.value?.cases.find((one) => one.id === id);
  useLayoutEffect(() => title.current?.focus(), []);
  useKeys((code) => {
    if (code === 'Escape') closeFile(desk);
    return code === 'Escape';
  });
  return (
    <section class="case-pane" aria-labelledby="case-title">
      <header class="room-bar case-bar">
        <Button look="quiet" icon="back" iconOnly onClick={() => closeFile(desk)}>
          {t('close')}
        </Button>
        <h1 id="case-title" tabIndex={-1} ref={title}>
          {card ? t(`kind_${card.kind}`) : t('title')}
        </h1>
      </header>
      <div class="case-body stack">
        {card && <Facts desk={desk} card={card} file={file} />}
        {file ? <Evidence lang={app.lang} file={file} now={serverNow(app)} /> : <Skeleton lang={app.lang} rows={5} />}
      </div>
      {file && <Decision desk={desk} card={file.card} />}
    </section>
  );
}

function Facts({ desk, card, file }: { desk: Desk; card: CaseCard; file: CaseFile | null }) {
  const { app, state } = desk;
  const t = sayIn(app.lang, caseWords);
  void clock.value;
  const room = state.value?.rooms.find(({ id }) => id === card.room);
  const was = file?.sanction;
  return (
    <div class="stack tight">
      <p class="row apart small">
        <b>{room?.name[app.lang] ?? card.room}</b>
        <span class="soft">{ageOf(app.lang, card.at, serverNow(app))}</span>
      </p>
      {reasonsOf(app.lang, card) && <p class="lead">{reasonsOf(app.lang, card)}</p>}
      {card.about && <p class="small">{t('about', { name: card.about.name })}</p>}
      {was && <p>{t('sanctionWas', { what: t(`act_${was.kind}`), reason: say(app.lang, actWords, was.reason) })}</p>}
      <Claimed desk={desk} card={card} />
      <p class="row">
        <ClaimButton desk={desk} card={card} />
        {room && (
          <Button
            icon="talk"
            onClick={() => {
              closeFile(desk);
              void enter(app, room.id);
            }}
          >
            {t('goRoom')}
          </Button>
        )}
      </p>
    </div>
  );
}

function ClaimButton({ desk, card }: { desk: Desk; card: CaseCard }) {
  const t = sayIn(desk.app.lang, caseWords);
  const holder = holderOf(desk, card);
  const busy = desk.file.value?.busy === true;
  if (holder === 'other') return null;
  if (holder === 'me')
    return (
      <Button aria-disabled={busy} onClick={() => void release(desk, card)}>
        {t('release')}
      </Button>
    );
  return (
    <Button
      look={card.kind === 'care' ? 'primary' : 'plain'}
      icon="check"
      aria-disabled={busy}
      onClick={() => void claim(desk, card)}
    >
      {t(card.kind === 'care' ? 'claimCare' : 'claim')}
    </Button>
  );
}

/** What can be decided, unless somebody else is at it. */
function Decision({ desk, card }: { desk: Desk; card: CaseCard }) {
  const { lang } = desk.app;
  const t = sayIn(lang, caseWords);
  if (holderOf(desk, card) === 'other') return null;
  const named = (act: Act) =>
    card.heldId !== null && card.kind === 'guard' && act === 'no_action' ? t('act_pass') : null;
  return (
    <footer class="case-acts">
      <ActPicker
        lang={lang}
        acts={actsFor(card)}
        named={named}
        busy={desk.file.value?.busy === true}
        onPick={(choice) => void decideCase(desk, card, choice)}
      />
      {!card.about && card.kind !== 'appeal' && card.kind !== 'volunteer' && <p class="soft small">{t('gone')}</p>}
    </footer>
  );
}
