import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlacedSanction } from '../../../shared/case-events.ts';
import { Button } from '../../parts/button.tsx';
import type { InRoom } from '../../rooms/room.tsx';
import { type RoomState, serverNow } from '../../state.ts';
import { actWords } from '../../words/acts.ts';
import { caseWords } from '../../words/cases.ts';
import { errorWords } from '../../words/errors.ts';
import { say, sayIn } from '../../words/say.ts';
import { whenOf } from '../../words/times.ts';
import { Confirm } from '../confirm.tsx';
import type { Desk } from '../desk-state.ts';
import { lift, purge } from './room-acts.ts';

/** In "about the room": the pauses in force, each with its end, and for leads taking everything away. */
export function RoomManage({ desk, room }: InRoom & { desk: Desk }) {
  const { app } = desk;
  const t = sayIn(app.lang, caseWords);
  if (!app.can.value.has('sanction.decide')) return null;
  return (
    <section class="stack tight" aria-label={t('manage')}>
      <InForce desk={desk} room={room} />
      {app.can.value.has('room.purge') && (
        <Confirm
          act={t('purge')}
          ask={t('purgeAsk')}
          no={t('keep')}
          icon="remove"
          onYes={() => void purge(desk, room)}
        />
      )}
    </section>
  );
}

function InForce({ desk, room }: { desk: Desk; room: RoomState }) {
  const { app } = desk;
  const t = sayIn(app.lang, caseWords);
  const list = useSignal<PlacedSanction[] | null>(null);
  const told = useSignal('');
  const read = async () => {
    const reply = await app.connection.ask('sanction:list', { room: room.id });
    if (reply.ok) list.value = reply.data.sanctions;
    else told.value = say(app.lang, errorWords, reply.code);
  };
  // What was done or taken back a moment ago changes the list.
  useEffect(() => void read(), [desk.done.value]);
  const end = async (id: string) => {
    const reply = await lift(desk, id);
    told.value = reply.ok ? t('told_lifted') : say(app.lang, errorWords, reply.code);
    await read();
  };
  return (
    <>
      <h3 class="about-title">{t('inForce')}</h3>
      {list.value?.length === 0 && <p class="soft">{t('inForceNone')}</p>}
      <ul class="stack tight">
        {list.value?.map(({ id, member, kind, reason, until }) => (
          <li key={id} class="stack tight">
            <p>
              <b>{nameOf(room, member) ?? t('away')}</b>: {t(`act_${kind}`)} ({say(app.lang, actWords, reason)}).{' '}
              {until !== null && t('untilWhen', { when: whenOf(app.lang, until, serverNow(app)) })}
            </p>
            <Button onClick={() => void end(id)}>{t('act_lifted')}</Button>
          </li>
        ))}
      </ul>
      <p role="status" class="small">
        {told.value}
      </p>
    </>
  );
}

/** By those who are here, or by what they wrote; null when neither is left. */
function nameOf({ people, log }: RoomState, member: string): string | null {
  const here = people.value.people.find((one) => one.member === member);
  if (here) return here.name;
  const wrote = log.value.entries.findLast((entry) => entry.kind === 'message' && entry.by.member === member);
  return wrote?.kind === 'message' ? wrote.by.name : null;
}
