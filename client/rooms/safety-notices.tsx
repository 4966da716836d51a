import { useSignal } from '@preact/signals';
import type { MySanction } from '../../shared/events.ts';
import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { answersToTell, appeal, noteTold, sanctionsToTell, toldKey } from '../safety.ts';
import type { App } from '../state.ts';
import { actWords } from '../words/acts.ts';
import { errorWords } from '../words/errors.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { whenOf } from '../words/times.ts';
import type { InRoom } from './room.tsx';

/** What was done about my reports and to me: in words, with the reason, its end, and the way to another look. */
export function SafetyNotices({ app, room }: InRoom) {
  const t = sayIn(app.lang, safetyWords);
  const why = room.removedMine.value;
  void clock.value;
  return (
    <>
      <div role="status">
        {answersToTell(app).map(({ receipt, outcome }) => (
          <Told key={receipt} app={app} onRead={() => noteTold(app, receipt)}>
            {t('answer', { outcome: t(`o_${outcome}`) })}
          </Told>
        ))}
      </div>
      <div role="status">
        {why && (
          <Told app={app} onRead={() => (room.removedMine.value = null)}>
            {t('myRemoved')} {because(app, why)}
          </Told>
        )}
      </div>
      <div role="alert">
        {sanctionsToTell(app).map((sanction) => (
          <SanctionNotice key={sanction.id} app={app} sanction={sanction} />
        ))}
      </div>
    </>
  );
}

const because = (app: App, reason: MySanction['reason']) =>
  say(app.lang, actWords, 'reason', { reason: say(app.lang, actWords, reason) });

function Told({ app, onRead, children }: { app: App; onRead: () => void; children: preact.ComponentChildren }) {
  return (
    <div class="notice notice-calm small row apart">
      <p>{children}</p>
      <Button look="quiet" onClick={onRead}>
        {say(app.lang, sendWords, 'understood')}
      </Button>
    </div>
  );
}

function SanctionNotice({ app, sanction }: { app: App; sanction: MySanction }) {
  const t = sayIn(app.lang, safetyWords);
  const problem = useSignal('');
  const { id, kind, lifted, until, reason } = sanction;
  const ask = async () => {
    const reply = await appeal(app, id);
    problem.value = reply.ok ? '' : say(app.lang, errorWords, reply.code);
  };
  if (lifted)
    return (
      <Told app={app} onRead={() => noteTold(app, toldKey(sanction))}>
        {t('lifted')}
      </Told>
    );
  return (
    <div class="notice small stack tight">
      <p>
        {t(kind === 'warn' ? 'warn' : 'mute')} {because(app, reason)}{' '}
        {until !== null && t('muteEnd', { when: whenOf(app.lang, until, app.now()) })}
      </p>
      {sanction.appeal === 'waiting' && <p>{t('a_waiting')}</p>}
      {sanction.appeal === 'upheld' && <p>{t('a_upheld')}</p>}
      <p class="row">
        {sanction.appeal === 'can' && <Button onClick={() => void ask()}>{t('appeal')}</Button>}
        {kind === 'warn' && (
          <Button look="quiet" onClick={() => noteTold(app, toldKey(sanction))}>
            {say(app.lang, sendWords, 'understood')}
          </Button>
        )}
      </p>
      {problem.value && <p class="field-error">{problem.value}</p>}
    </div>
  );
}
