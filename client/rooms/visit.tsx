import type { Helpline } from '../../shared/directory.ts';
import { Button } from '../parts/button.tsx';
import type { App } from '../state.ts';
import { actWords } from '../words/acts.ts';
import { errorWords } from '../words/errors.ts';
import { roomWords } from '../words/rooms.ts';
import { say, sayIn } from '../words/say.ts';
import { Room } from './room.tsx';
import { RoomList } from './room-list.tsx';
import { goBack } from './visit-history.ts';
import { YouthGate } from './youth-gate.tsx';

/** The whole chat: the list, one open room, or the end of the visit. */
export function Visit({ app, lines }: { app: App; lines: readonly Helpline[] }) {
  const status = app.connection.status.value;
  const room = app.room.value;
  if (status === 'ended' || status === 'old_client' || status === 'signed_out')
    return <Over app={app} old={status === 'old_client'} />;
  if (room) return <Room key={room.id} app={app} room={room} lines={lines} onBack={() => goBack(app)} />;
  if (app.asking.value) return <YouthGate app={app} room={app.asking.value} lines={lines} />;
  return <RoomList app={app} />;
}

function Over({ app, old }: { app: App; old: boolean }) {
  const t = sayIn(app.lang, roomWords);
  const end = app.end.value;
  return (
    <section class="stack read over">
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {t('endedTitle')}
      </h1>
      {end?.why === 'removed' && <p>{t('closedByVolunteer')}</p>}
      {end?.reason && <p>{say(app.lang, actWords, 'reason', { reason: say(app.lang, actWords, end.reason) })}</p>}
      <p>{old ? say(app.lang, errorWords, 'old_client') : t('ended')}</p>
      <p>
        <Button look="primary" big onClick={() => restart()}>
          {t(old ? 'reload' : 'again')}
        </Button>
      </p>
    </section>
  );
}

function restart(): void {
  history.replaceState(null, '');
  location.reload();
}
