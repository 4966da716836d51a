import { useSignal } from '@preact/signals';
import type { Helpline } from '../../shared/directory.ts';
import { enter, join } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import type { App, RoomState } from '../state.ts';
import { errorWords } from '../words/errors.ts';
import { roomWords } from '../words/rooms.ts';
import { say } from '../words/say.ts';
import { sendWords } from '../words/sending.ts';
import { About } from './about.tsx';
import { Announcer } from './announcer.tsx';
import { Care } from './care.tsx';
import { CareCard } from './care-card.tsx';
import { Composer } from './composer.tsx';
import { RoomHeader } from './header.tsx';
import { Messages } from './messages.tsx';
import { RoomNotices } from './notices.tsx';
import { Typing } from './typing.tsx';

export interface InRoom {
  app: App;
  room: RoomState;
}
export interface RoomProps extends InRoom {
  /** Help lines for the care page. */
  lines: readonly Helpline[];
  onBack: () => void;
  /** A volunteer's view: what a closed room shows to guests does not stand in their way. */
  staff?: boolean;
}

/** One open room: head, messages, and at the foot the composer, or the care page when nobody is on duty. */
export function Room(props: RoomProps) {
  const { app, room, staff } = props;
  const off = room.gate.value?.duty === 'off' && !staff;
  return (
    <section class="room" aria-labelledby="room-title">
      <RoomHeader {...props} />
      {app.slots.bar?.({ app, room })}
      <div class="room-body">
        <div class="room-main">
          <RoomNotices app={app} room={room} />
          {!room.me.value ? <Waiting {...props} /> : off ? <Closed {...props} /> : <Open {...props} />}
        </div>
        <aside class="room-aside" aria-label={say(app.lang, roomWords, 'about')}>
          <About app={app} room={room} />
        </aside>
      </div>
      <Announcer app={app} room={room} />
    </section>
  );
}

function Open({ app, room }: InRoom) {
  return (
    <>
      <Messages app={app} room={room} />
      <Typing app={app} room={room} />
      <CareCard app={app} room={room} />
      <Composer app={app} room={room} />
      {room.question.value}
    </>
  );
}

/** Nobody on duty: help first; what was written can still be read. */
function Closed({ app, room, lines }: RoomProps) {
  const reading = useSignal(false);
  return (
    <>
      {reading.value ? <Messages app={app} room={room} /> : <Care app={app} room={room} lines={lines} />}
      <p class="room-switch">
        <Button
          wide
          onClick={() => {
            reading.value = !reading.value;
          }}
        >
          {say(app.lang, sendWords, reading.value ? 'careHide' : 'careRead')}
        </Button>
      </p>
    </>
  );
}

/** Before the first answer, or when the room cannot be entered. */
function Waiting({ app, room, onBack }: RoomProps) {
  const problem = room.problem.value;
  const instead = app.rooms.value?.find(({ id }) => id === room.instead.value);
  if (!problem || app.connection.status.value !== 'online')
    return (
      <div class="room-waiting">
        <Skeleton lang={app.lang} rows={6} />
      </div>
    );
  return (
    <div class="room-waiting" role="status">
      <Notice>
        <p>{say(app.lang, errorWords, problem)}</p>
        <p class="row">
          {instead && (
            <Button look="primary" onClick={() => void enter(app, instead.id)}>
              {say(app.lang, roomWords, 'instead', { room: instead.name[app.lang] })}
            </Button>
          )}
          <Button look={instead ? 'plain' : 'primary'} onClick={() => void join(app, room)}>
            {say(app.lang, sendWords, 'tryAgain')}
          </Button>
          <Button onClick={onBack}>{say(app.lang, roomWords, 'back')}</Button>
        </p>
      </Notice>
    </div>
  );
}
