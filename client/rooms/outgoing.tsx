import { clock } from '../clock.ts';
import { type Outgoing, PASSING } from '../outbox.ts';
import { Button } from '../parts/button.tsx';
import { discard, edit, retry } from '../sending.ts';
import { serverNow } from '../state.ts';
import { actWords } from '../words/acts.ts';
import { errorWords } from '../words/errors.ts';
import { say, sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { minutesLeft } from '../words/times.ts';
import type { InRoom } from './room.tsx';

/** My messages that are not in the room yet, each with what becomes of it. */
export function OutgoingList({ app, room }: InRoom) {
  return (
    <>
      {room.outbox.value.map((message) => (
        <div key={message.id} class="group group-own">
          <article class="bubble-row">
            <div class="bubble bubble-own bubble-waiting">
              <p class="bubble-text">{message.text}</p>
            </div>
            <State app={app} room={room} message={message} />
          </article>
        </div>
      ))}
    </>
  );
}

function State({ app, room, message }: InRoom & { message: Outgoing }) {
  const t = sayIn(app.lang, sendWords);
  const { id, state } = message;
  const final = state.is === 'failed' || state.is === 'returned';
  const again = state.is === 'failed' && canGoAgain(state.code);
  return (
    <div class="outgoing">
      <p class="small" role={final ? 'alert' : 'status'}>
        {sentence(app, message)}
      </p>
      {final && (
        <p class="row">
          {again && <Button onClick={() => retry(app, room, id)}>{t('tryAgain')}</Button>}
          <Button look="quiet" onClick={() => takeBack(room, id)}>
            {t('edit')}
          </Button>
          <Button look="quiet" onClick={() => discard(room, id)}>
            {t('remove')}
          </Button>
        </p>
      )}
    </div>
  );
}

function takeBack(room: InRoom['room'], id: string): void {
  edit(room, id);
  document.getElementById('composer')?.focus();
}

const canGoAgain = (code: string) => !['empty_text', 'too_long', 'bad_input', 'refused'].includes(code);

function sentence(app: InRoom['app'], { state }: Outgoing): string {
  const t = sayIn(app.lang, sendWords);
  const online = app.connection.status.value === 'online';
  if (state.is === 'sent') return t('sent');
  if (state.is === 'sending') return t(online ? 'sending' : 'waitsWay');
  if (state.is === 'returned') {
    const reason = state.reason && say(app.lang, actWords, 'reason', { reason: say(app.lang, actWords, state.reason) });
    return [t(state.why), reason].filter(Boolean).join(' ');
  }
  if (state.is === 'held') {
    void clock.value;
    const minutes = minutesLeft(state.until, serverNow(app));
    return minutes > 0 ? t('held', { n: minutes }) : t('heldSoon');
  }
  if (state.code === 'no_session') return t('stranded');
  if (!PASSING.includes(state.code)) return say(app.lang, errorWords, state.code);
  if (!online) return t('waitsWay');
  return `${say(app.lang, errorWords, state.code)} ${t('waitsPace')}`;
}
