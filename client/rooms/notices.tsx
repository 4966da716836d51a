import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { serverNow } from '../state.ts';
import { roomWords } from '../words/rooms.ts';
import { sayIn } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { minutesLeft } from '../words/times.ts';
import type { InRoom } from './room.tsx';
import { SafetyNotices } from './safety-notices.tsx';

/** What a person in the room has to know now: no connection, nobody on duty for a while, room locked, new name. */
export function RoomNotices({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  return (
    <div class="room-notices">
      <div role="status">
        {app.connection.status.value === 'offline' && (
          <p class="notice row apart small">
            <span>{t('offline')}</span>
            <Button look="quiet" onClick={() => void app.connection.open()}>
              {t('tryNow')}
            </Button>
          </p>
        )}
      </div>
      <div role="status">
        {app.storeAway.value && app.connection.status.value === 'online' && (
          <p class="notice small">{t('storeAway')}</p>
        )}
      </div>
      <div role="status">{room.gate.value?.duty === 'gap' && <Gap app={app} room={room} />}</div>
      <div role="status">
        {room.renamed.value && room.me.value && (
          <p class="notice small">{t('renamed', { name: room.me.value.name })}</p>
        )}
      </div>
      <SafetyNotices app={app} room={room} />
      <div role="status">{room.masked.value !== null && <Masked app={app} room={room} />}</div>
    </div>
  );
}

/** Contact details were taken out: says why, and what the room sees. */
function Masked({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  return (
    <div class="notice small stack tight">
      <p>{t('masked')}</p>
      <p class="quote">{room.masked.value}</p>
      <p>
        <Button onClick={() => (room.masked.value = null)}>{t('understood')}</Button>
      </p>
    </div>
  );
}

function Gap({ app, room }: InRoom) {
  const t = sayIn(app.lang, sendWords);
  const until = room.gate.value?.gapUntil;
  // Read for its ticks; the server's time is what counts.
  void clock.value;
  const minutes = until === undefined ? 0 : minutesLeft(until, serverNow(app));
  return (
    <Notice>
      <p class="small">{minutes > 0 ? t('gap', { n: minutes }) : t('gapSoon')}</p>
    </Notice>
  );
}
