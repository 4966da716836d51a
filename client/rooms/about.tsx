import { useSignal } from '@preact/signals';
import { endVisit, forget } from '../actions.ts';
import { Button } from '../parts/button.tsx';
import { rename } from '../safety.ts';
import { errorWords } from '../words/errors.ts';
import { roomWords } from '../words/rooms.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { timeOf } from '../words/times.ts';
import { Badge } from './badge.tsx';
import type { InRoom } from './room.tsx';

/** What the room is for, its rules, who is in it, and the ways out. */
export function About({ app, room, inDialog }: InRoom & { inDialog?: boolean }) {
  const t = sayIn(app.lang, roomWords);
  const card = room.card.value;
  const me = room.me.value;
  return (
    <div class="stack about">
      {card && <p>{card.about[app.lang]}</p>}
      {me && <p class="soft">{t('yourName', { name: me.name })}</p>}
      {card && card.rules[app.lang].length > 0 && (
        <details class="rules" open={!inDialog}>
          <summary>{t('rules')}</summary>
          <ol>
            {card.rules[app.lang].map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </details>
      )}
      <PeopleList app={app} room={room} />
      {app.slots.control?.({ app, room })}
      <MyReports app={app} />
      {me && <MyTraces app={app} room={room} />}
    </div>
  );
}

function PeopleList({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  const { count, people } = room.people.value;
  const rest = count - people.length;
  return (
    <details class="people" open>
      <summary>
        {t('inRoom')}: {t('people', { n: count })}
      </summary>
      <ul class="people-list">
        {people.map(({ member, name, staff }) => (
          <li key={member}>
            <span>{name}</span>
            {staff && <Badge lang={app.lang} />}
            {member === room.me.value?.member && <span class="soft small">{t('you')}</span>}
          </li>
        ))}
        {rest > 0 && <li class="soft">{t('morePeople', { n: rest })}</li>}
      </ul>
    </details>
  );
}

/** What I reported and what became of it. */
function MyReports({ app }: Pick<InRoom, 'app'>) {
  const t = sayIn(app.lang, safetyWords);
  if (app.receipts.value.length === 0) return null;
  return (
    <details>
      <summary>{t('myReports')}</summary>
      <ul class="stack tight">
        {app.receipts.value.map(({ receipt, about, at, outcome }) => (
          <li key={receipt}>
            {t(about === 'message' ? 'aboutMessage' : 'aboutVolunteer', { time: timeOf(at) })}: {t(`o_${outcome}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Taking everything back, and leaving for good. */
function MyTraces({ app, room }: InRoom) {
  const t = sayIn(app.lang, roomWords);
  const asking = useSignal(false);
  const told = useSignal('');
  const remove = async () => {
    const reply = await forget(app, room);
    asking.value = false;
    told.value = reply.ok ? t('forgot', { n: reply.data.removed }) : say(app.lang, errorWords, reply.code);
  };
  return (
    <div class="stack tight traces">
      <Rename app={app} room={room} />
      {asking.value ? (
        <>
          <p>{t('forgetAsk')}</p>
          <p class="row">
            <Button look="alarm" onClick={() => void remove()}>
              {t('forgetYes')}
            </Button>
            <Button onClick={() => (asking.value = false)}>{t('stay')}</Button>
          </p>
        </>
      ) : (
        <Button look="quiet" icon="remove" onClick={() => (asking.value = true)}>
          {t('forget')}
        </Button>
      )}
      <p role="status" class="small">
        {told.value}
      </p>
      {app.can.value.size === 0 && (
        <Button look="quiet" icon="exit" onClick={() => void endVisit(app)}>
          {t('endVisit')}
        </Button>
      )}
    </div>
  );
}

/** A name that does not fit can be drawn again, once. */
function Rename({ app, room }: InRoom) {
  const t = sayIn(app.lang, safetyWords);
  const asking = useSignal(false);
  const told = useSignal('');
  const redraw = async () => {
    asking.value = false;
    const reply = await rename(app, room);
    told.value = reply.ok ? '' : say(app.lang, errorWords, reply.code);
  };
  if (app.can.value.size > 0) return null;
  return (
    <>
      {asking.value ? (
        <p class="row">
          <span>{t('renameAsk')}</span>
          <Button onClick={() => void redraw()}>{t('renameYes')}</Button>
        </p>
      ) : (
        <Button look="quiet" icon="person" onClick={() => (asking.value = true)}>
          {t('rename')}
        </Button>
      )}
      <p role="status" class="small">
        {told.value}
      </p>
    </>
  );
}
