import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Lockdown } from '../../shared/entries.ts';
import { leave } from '../actions.ts';
import { clock } from '../clock.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Room } from '../rooms/room.tsx';
import { serverNow } from '../state.ts';
import { deskWords } from '../words/desk.ts';
import { errorWords } from '../words/errors.ts';
import { roomWords } from '../words/rooms.ts';
import { say, sayIn } from '../words/say.ts';
import { timeOf } from '../words/times.ts';
import '../styles/cases.css';
import { UrgentCases } from './cases/case-list.tsx';
import { CasePane } from './cases/case-pane.tsx';
import { listed } from './cases/case-state.ts';
import { readDesk } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';
import { StillHere } from './still-here.tsx';
import { Tabs, tabOf } from './tabs.tsx';
import { UndoLine } from './undo-line.tsx';

/** The desk: who may be in danger, then the chosen screen; an open room beside it, or over it on a phone. */
export function DeskScreen({ desk, head }: { desk: Desk; head: ComponentChildren }) {
  const { app, state } = desk;
  const t = sayIn(app.lang, deskWords);
  const room = app.room.value;
  const open = desk.file.value;
  const tab = tabOf(desk);
  useSignalEffect(() => {
    const count = waitingAt(desk);
    const counted = `${count > 0 ? `(${count}) ` : ''}${t('desk')}`;
    // A hidden tab has its title alone to ask with.
    document.title = `${desk.asked.value === null ? counted : t('hereTitle')} – Тірек`;
    document.body.classList.toggle('in-room', app.room.value !== null || desk.file.value !== null);
  });
  return (
    <>
      {head}
      <main class="wrap desk" id="main">
        <div class="desk-work stack">
          <h1 class="visually-hidden">{t('desk')}</h1>
          <DeskStatus desk={desk} />
          {state.value && <UrgentCases desk={desk} />}
          <Tabs desk={desk} />
          {tab ? <tab.Part key={tab.id} desk={desk} /> : <Skeleton lang={app.lang} rows={6} />}
        </div>
        {open && (
          <div class="desk-room">
            <CasePane key={open.id} desk={desk} id={open.id} />
          </div>
        )}
        {room && !open && (
          <div class="desk-room">
            <Waiting desk={desk} />
            <Room key={room.id} app={app} room={room} lines={[]} staff onBack={() => void leave(app)} />
          </div>
        )}
      </main>
      <UndoLine desk={desk} />
      <StillHere desk={desk} />
    </>
  );
}

/** How much waits for a decision. */
const waitingAt = ({ state }: Desk): number => (state.value ? state.value.held.length + listed(state.value).length : 0);

/** Over an open room on a phone: what waits at the desk, and the way there. */
function Waiting({ desk }: { desk: Desk }) {
  const count = waitingAt(desk);
  if (count === 0) return null;
  return (
    <Button class="desk-waiting" icon="clock" onClick={() => void leave(desk.app)}>
      {say(desk.app.lang, deskWords, 'waiting', { n: count })}
    </Button>
  );
}

function DeskStatus({ desk }: { desk: Desk }) {
  const { app, problem, told } = desk;
  return (
    <div class="stack tight">
      <div role="status">
        {app.connection.status.value === 'offline' && <p class="notice">{say(app.lang, roomWords, 'listOffline')}</p>}
      </div>
      <Guarded desk={desk} />
      {problem.value && app.connection.status.value === 'online' && (
        <Notice role="alert">
          <p>{say(app.lang, errorWords, problem.value)}</p>
          <Button onClick={() => void readDesk(desk)}>{say(app.lang, deskWords, 'retry')}</Button>
        </Notice>
      )}
      <SessionEnd desk={desk} />
      <p role="status" class="desk-told small">
        {told.value}
      </p>
    </div>
  );
}

/** Which rooms are in lockdown, and whether that ends by itself. */
function Guarded({ desk: { app, state } }: { desk: Desk }) {
  const names = (by: Lockdown['by']) =>
    state.value?.rooms.flatMap(({ gate, name }) => (gate.lockdown?.by === by ? [name[app.lang]] : [])).join(', ');
  const told = { raidOn: names('raid'), guardedOn: names('staff') };
  return (
    <div role="status">
      {(['raidOn', 'guardedOn'] as const).map(
        (word) =>
          told[word] && (
            <p key={word} class="notice">
              {say(app.lang, deskWords, word, { rooms: told[word] })}
            </p>
          ),
      )}
    </div>
  );
}

/** A session ends after its hours whatever is done: said in time to finish, and to sign in again. */
const TOLD_BEFORE = 15 * 60_000;

function SessionEnd({ desk }: { desk: Desk }) {
  const { app, sessionUntil } = desk;
  void clock.value;
  const soon = sessionUntil - serverNow(app) < TOLD_BEFORE;
  return (
    <div role="status">
      {soon && <p class="notice">{say(app.lang, deskWords, 'sessionEnds', { time: timeOf(sessionUntil) })}</p>}
    </div>
  );
}
