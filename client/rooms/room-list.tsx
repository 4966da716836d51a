import type { RoomCard } from '../../shared/events.ts';
import { endVisit, enter, readRooms } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import type { App } from '../state.ts';
import { errorWords } from '../words/errors.ts';
import { languageNames } from '../words/languages.ts';
import { roomWords } from '../words/rooms.ts';
import { say, sayIn } from '../words/say.ts';
import { DutyTag } from './duty-tag.tsx';

/** The rooms to choose from. One tap on a card is enough. */
export function RoomList({ app }: { app: App }) {
  const t = sayIn(app.lang, roomWords);
  const rooms = app.rooms.value;
  const problem = app.problem.value;
  return (
    <section class="stack" aria-labelledby="rooms-title">
      <div class="stack tight read">
        <h1 id="rooms-title">{t('rooms')}</h1>
        <p class="lead">{t('roomsLead')}</p>
      </div>
      <ListStatus app={app} />
      {problem && (
        <Notice role="status">
          <p>{say(app.lang, errorWords, problem)}</p>
          <Button onClick={() => void readRooms(app)}>{say(app.lang, roomWords, 'tryNow')}</Button>
        </Notice>
      )}
      {rooms ? (
        <ul class="room-list grid">
          {rooms.map((room) => (
            <li key={room.id}>
              <Choice app={app} room={room} />
            </li>
          ))}
        </ul>
      ) : (
        !problem && <Skeleton lang={app.lang} rows={6} />
      )}
      {rooms && (
        <p>
          <Button look="quiet" icon="exit" onClick={() => void endVisit(app)}>
            {t('endVisit')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Choice({ app, room }: { app: App; room: RoomCard }) {
  const t = sayIn(app.lang, roomWords);
  const full = room.people >= room.capacity;
  const language = room.lang ? t('langOne', { lang: languageNames[app.lang][room.lang] }) : t('langAny');
  return (
    <article class="card card-link room-card">
      <h2>
        <button type="button" disabled={full} onClick={() => open(app, room)}>
          {room.name[app.lang]}
        </button>
      </h2>
      <p>{room.about[app.lang]}</p>
      <p class="row room-facts">
        <DutyTag lang={app.lang} duty={room.duty} />
        {room.youth && <span class="tag">{t('youth')}</span>}
        <span class="soft small">{language}</span>
        <span class="room-count small">
          <Icon name="people" size={18} />
          {full ? t('full') : t('people', { n: room.people })}
        </span>
      </p>
    </article>
  );
}

function open(app: App, room: RoomCard): void {
  if (room.youth) app.asking.value = room;
  else void enter(app, room.id);
}

function ListStatus({ app }: { app: App }) {
  const status = app.connection.status.value;
  return (
    <div role="status" class="visit-status">
      {app.checking.value && <p class="soft">{say(app.lang, roomWords, 'checking')}</p>}
      {status === 'offline' && (
        <div class="row notice">
          <span>{say(app.lang, roomWords, 'listOffline')}</span>
          <Button look="quiet" onClick={() => void app.connection.open()}>
            {say(app.lang, roomWords, 'tryNow')}
          </Button>
        </div>
      )}
    </div>
  );
}
