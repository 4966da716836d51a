import { useSignal } from '@preact/signals';
import { SANCTIONS } from '../../../shared/cases.ts';
import type { InRoom } from '../../rooms/room.tsx';
import type { ShownMessage } from '../../view.ts';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import { ActPicker } from '../cases/act-picker.tsx';
import type { Act, Choice } from '../cases/case-state.ts';
import type { Desk } from '../desk-state.ts';
import { actOnMessage } from './room-acts.ts';

/** Under an open message: take it away, or do something about its writer; a figure for the act, a figure for the reason. */
export function MessageActs({ desk, room, message }: InRoom & { desk: Desk; message: ShownMessage }) {
  const { lang } = desk.app;
  const t = sayIn(lang, caseWords);
  const busy = useSignal(false);
  if (message.by.member === room.me.value?.member) return null;
  // What a volunteer did wrong is for leads: by a report, not by a pause.
  const acts: Act[] = message.by.staff ? ['removed'] : ['removed', ...SANCTIONS];
  const pick = async (choice: Choice) => {
    busy.value = true;
    const done = await actOnMessage(desk, room, { message, choice });
    busy.value = false;
    if (done) close();
  };
  const close = () => {
    room.active.value = null;
    document.querySelector<HTMLElement>(`#m${message.seq} .bubble-more, .room .log`)?.focus();
  };
  return (
    <section class="message-acts" aria-label={t('staffActs')}>
      <ActPicker
        lang={lang}
        title={t('actOn', { name: message.by.name })}
        acts={acts}
        busy={busy.value}
        onBack={close}
        onPick={(choice) => void pick(choice)}
      />
    </section>
  );
}
