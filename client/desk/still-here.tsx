import { useSignal } from '@preact/signals';
import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { serverNow } from '../state.ts';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';
import { minutesLeft } from '../words/times.ts';
import { answerHere } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';

/**
 * Asked some minutes before a session ends by itself, without a sound. Enter, Escape or a tap anywhere answers: whoever does
 * one of these is here.
 */
export function StillHere({ desk }: { desk: Desk }) {
  const { app, asked, onDuty } = desk;
  const t = sayIn(app.lang, deskWords);
  const busy = useSignal(false);
  void clock.value;
  const until = asked.value;
  const answer = async () => {
    if (busy.value) return;
    busy.value = true;
    await answerHere(desk);
    busy.value = false;
  };
  const minutes = until === null ? 0 : minutesLeft(until, serverNow(app));
  return (
    <Dialog lang={app.lang} id="here-title" title={t('hereTitle')} open={until !== null} onClose={() => void answer()}>
      <p>
        {minutes > 1 ? t('hereEnds', { n: minutes }) : t('hereSoon')} {onDuty.value && t('hereDuty')}
      </p>
      {until !== null && (
        <p>
          <Button look="primary" big wide autofocus aria-disabled={busy.value} onClick={() => void answer()}>
            {t('hereYes')}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
