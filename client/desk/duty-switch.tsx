import { useSignal } from '@preact/signals';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { deskWords } from '../words/desk.ts';
import { sayIn } from '../words/say.ts';
import { dateOf } from '../words/times.ts';
import { setDuty } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';

/** On duty or not, in big letters, with what it means for the people in the rooms. */
export function DutySwitch({ desk }: { desk: Desk }) {
  const t = sayIn(desk.app.lang, deskWords);
  const busy = useSignal(false);
  const me = desk.state.value?.me;
  const on = desk.onDuty.value;
  const may = me?.capabilities.includes('duty.take') === true;
  const change = async () => {
    if (busy.value) return;
    busy.value = true;
    await setDuty(desk, !on);
    busy.value = false;
  };
  return (
    <section class={classes('duty-switch', 'stack', 'tight', on && 'duty-switch-on')} aria-labelledby="duty-title">
      <h2 id="duty-title" class="visually-hidden">
        {t('dutyTitle')}
      </h2>
      <div class="row apart">
        <p class="duty-state" role="status">
          <i class={classes('duty-dot-big', on && 'on')} aria-hidden="true" />
          {t(on ? 'dutyIsOn' : 'dutyIsOff')}
        </p>
        {may && (
          <Button look={on ? 'plain' : 'primary'} big wide aria-disabled={busy.value} onClick={() => void change()}>
            {t(on ? 'dutyEnd' : 'dutyStart')}
          </Button>
        )}
      </div>
      <p>{t(may ? (on ? 'dutyOnText' : 'dutyOffText') : 'dutyNot')}</p>
      {me?.certifiedUntil != null && (
        <p class="soft small">
          {[me.name, me.founding && t('founding'), t('certified', { date: dateOf(desk.app.lang, me.certifiedUntil) })]
            .filter(Boolean)
            .join('. ')}
        </p>
      )}
    </section>
  );
}
