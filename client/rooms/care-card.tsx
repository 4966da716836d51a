import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Reply } from '../../shared/errors.ts';
import type { Replies } from '../../shared/events.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Emergency } from '../parts/emergency.tsx';
import { href } from '../parts/links.ts';
import { askCare } from '../safety.ts';
import { errorWords } from '../words/errors.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { whenOf } from '../words/times.ts';
import { enterSends } from './composer.tsx';
import type { InRoom } from './room.tsx';

/** The help card: shown to the writer alone, at once, whatever became of the message (promise 7). */
export function CareCard({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  const called = useSignal<string | null>(null);
  const shown = room.care.value;
  useEffect(() => {
    // The keyboard on a phone's screen would stand before the numbers.
    if (shown && !enterSends()) document.getElementById('composer')?.blur();
  }, [shown]);
  const call = async () => {
    called.value = answerTo(app, await askCare(app, room));
  };
  return (
    <div role="alert">
      {room.coming.value && (
        <p class="notice notice-calm">{say(app.lang, safetyWords, 'coming', { name: room.coming.value })}</p>
      )}
      {shown && (
        <div class="care-card stack tight">
          <Emergency lang={app.lang} title={t('cardTitle')} />
          <p>{t('cardText')}</p>
          {called.value && <p>{called.value}</p>}
          <p class="row">
            {!called.value && (
              <Button look="primary" wide onClick={() => void call()}>
                {say(app.lang, safetyWords, 'stayWithMe')}
              </Button>
            )}
            <LinkButton href={href(app.lang, '/help')} wide target="_blank" rel="noopener">
              {t('cardMore')}
            </LinkButton>
            <Button look="quiet" onClick={() => (room.care.value = false)}>
              {t('cardClose')}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}

/** Who comes, or when; and what to do when nobody can. */
function answerTo(app: InRoom['app'], reply: Reply<Replies['care:ask']>): string {
  const t = sayIn(app.lang, safetyWords);
  if (!reply.ok) return `${say(app.lang, errorWords, reply.code)} ${t('stayNobody')}`;
  const { onDuty, nextShift } = reply.data;
  if (onDuty) return t('stayAsked');
  return nextShift === null ? t('stayNobody') : t('stayLater', { when: whenOf(app.lang, nextShift, app.now()) });
}
