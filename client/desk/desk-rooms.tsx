import { enter } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { DutyTag } from '../rooms/duty-tag.tsx';
import { deskWords } from '../words/desk.ts';
import { roomWords } from '../words/rooms.ts';
import { say, sayIn } from '../words/say.ts';
import type { Desk } from './desk-state.ts';

/** The rooms this volunteer serves: who is in, who looks after them, what waits there. */
export function DeskRooms({ desk }: { desk: Desk }) {
  const { app, state } = desk;
  const t = sayIn(app.lang, deskWords);
  const rooms = state.value?.rooms ?? [];
  const held = state.value?.held ?? [];
  return (
    <section class="stack tight" aria-labelledby="desk-rooms-title">
      <h2 id="desk-rooms-title">{t('roomsTitle')}</h2>
      {rooms.length === 0 && <p class="soft">{t('roomsNone')}</p>}
      <ul class="desk-rooms">
        {rooms.map((room) => {
          const waiting = held.filter((card) => card.room === room.id).length;
          const name = room.name[app.lang];
          return (
            <li key={room.id} aria-current={app.room.value?.id === room.id ? 'true' : undefined}>
              <div>
                <h3>{name}</h3>
                <p class="row small">
                  <DutyTag lang={app.lang} duty={room.duty} />
                  <span class="room-count">
                    <Icon name="people" size={18} />
                    {say(app.lang, roomWords, 'people', { n: room.people })}
                  </span>
                  {room.gate.lockdown && <span class="tag">{t('guarded')}</span>}
                  {waiting > 0 && <span class="tag">{t('waiting', { n: waiting })}</span>}
                </p>
              </div>
              <Button icon="next" iconOnly onClick={() => void enter(app, room.id)}>
                {t('open', { room: name })}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
