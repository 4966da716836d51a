import { effect } from '@preact/signals';
import type { Reaction } from '../shared/entries.ts';
import type { Reply } from '../shared/errors.ts';
import {
  dropBefore,
  hasOlder,
  holeOf,
  keepLast,
  missing,
  startOf,
  takeFrame,
  takeJoin,
  takeOlder,
  takePage,
} from './log.ts';
import { heldEnded, heldNow, strand } from './outbox.ts';
import { listenForSafety } from './safety.ts';
import { sendWaiting } from './sending.ts';
import { type App, createRoom, type RoomState, serverNow, setLog } from './state.ts';

/** More missed places than this: the newest page is shown and the rest is history to page back to. */
const CATCH_UP = 200;
/** A screen of more entries than this is cut to half of them while its reader follows. */
const LONG = 400;
/** A typing sign is repeated no sooner than this, and believed a little longer; milliseconds. */
const TYPING_EVERY = 4000;
const TYPING_BELIEVED = 6000;
/** Everybody in a room asks the same thing within this time; milliseconds. */
const SPREAD = 5000;

/** Binds what the server says to the state, and joins again after every reconnect. Resolves nothing; the way out is returned. */
export function listen(app: App): () => void {
  const { connection } = app;
  const here = (id: string) => (app.room.value?.id === id ? app.room.value : null);
  connection.on('entries', (frame) => {
    const room = here(frame.room);
    if (!room) return;
    const log = takeFrame(room.log.value, frame);
    setLog(room, room.following && log.entries.length > LONG ? keepLast(log, LONG / 2) : log);
    stopTyping(
      room,
      frame.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.by.member] : [])),
    );
    void fill(app, room);
  });
  connection.on('people', ({ room, count, people }) => {
    const open = here(room);
    if (open) open.people.value = { count, people };
  });
  connection.on('gate', ({ room, gate }) => {
    const open = here(room);
    if (!open) return;
    if (gate.duty === 'off' && open.gate.value?.duty !== 'off') askNextShift(app, open);
    open.gate.value = gate;
  });
  connection.on('typing', ({ room, member }) => believeTyping(app, here(room), member));
  connection.on('held', (frame) => {
    const room = here(frame.room);
    if (room) room.outbox.value = heldEnded(room.outbox.value, frame.id, frame);
  });
  connection.on('store', ({ away }) => {
    app.storeAway.value = away;
    const room = app.room.value;
    if (room && !away) sendWaiting(app, room);
  });
  connection.on('ended', (frame) => {
    app.end.value = frame;
  });
  listenForSafety(app);
  connection.onNewSession(() => {
    const room = app.room.value;
    if (!room) return;
    room.outbox.value = strand(room.outbox.value);
    room.renamed.value = room.me.value !== null;
  });
  return effect(() => {
    if (connection.status.value === 'online') void back(app);
  });
}

/** A new connection: nothing of the old one is known to the server. */
async function back(app: App): Promise<void> {
  app.storeAway.value = false;
  const room = app.room.peek();
  await (room ? join(app, room) : readRooms(app));
}

export async function readRooms(app: App): Promise<void> {
  const reply = await app.connection.ask('room:list', {});
  if (reply.ok) app.rooms.value = reply.data.rooms;
  app.problem.value = reply.ok ? null : reply.code;
}

/** Opens a room; the screen changes at once and fills when the answer comes. */
export async function enter(app: App, id: string): Promise<void> {
  const previous = app.room.value;
  if (previous) void app.connection.ask('room:leave', { room: previous.id });
  const room = createRoom(id, app.rooms.value?.find((card) => card.id === id) ?? null);
  app.asking.value = null;
  app.room.value = room;
  await join(app, room);
}

export async function join(app: App, room: RoomState): Promise<void> {
  const { epoch, last } = room.log.value;
  const reply = await app.connection.ask('room:join', {
    room: room.id,
    ...(epoch !== null && { epoch, seq: last }),
  });
  if (app.room.value !== room) return;
  room.problem.value = reply.ok ? null : reply.code;
  room.instead.value = reply.ok ? null : (reply.instead ?? null);
  if (!reply.ok) return joinLater(app, room, reply.code);
  const joined = reply.data;
  app.clockGap.value = joined.now - app.now();
  room.card.value = joined.room;
  room.me.value = joined.me;
  room.gate.value = joined.gate;
  room.people.value = joined.people;
  room.nextShift.value = joined.nextShift;
  room.life = joined.life;
  app.receipts.value = joined.receipts;
  app.sanctions.value = joined.sanctions;
  room.outbox.value = heldNow(room.outbox.value, joined.held);
  setLog(room, takeJoin(room.log.value, joined.log, joined.gone));
  sendWaiting(app, room);
  await fill(app, room);
}

/** A join says when the next shift begins; at a random moment, so that a full room does not ask at once. */
function askNextShift(app: App, room: RoomState): void {
  setTimeout(() => {
    if (app.room.value === room && room.gate.value?.duty === 'off') void join(app, room);
  }, Math.random() * SPREAD);
}

function joinLater(app: App, room: RoomState, code: string): void {
  if (code !== 'unavailable' && code !== 'internal' && code !== 'rate') return;
  if (app.connection.status.value !== 'online') return;
  clearTimeout(room.busy.timer);
  room.busy.timer = setTimeout(() => {
    if (app.room.value === room && app.connection.status.value === 'online') void join(app, room);
  }, app.retryDelay);
}

/** Asks for what is missing until nothing is. Ends when the server does not bring it closer; the next frame asks again. */
async function fill(app: App, room: RoomState): Promise<void> {
  if (room.busy.filling) return;
  room.busy.filling = true;
  try {
    for (let hole = holeOf(room.log.value); hole !== null; hole = holeOf(room.log.value)) {
      const far = missing(room.log.value) > CATCH_UP;
      const reply = far
        ? await app.connection.ask('log:before', { room: room.id, seq: room.log.value.known + 1 })
        : await app.connection.ask('log:after', { room: room.id, seq: hole });
      if (!reply.ok || app.room.value !== room) return;
      setLog(room, far ? takeJoin(room.log.value, reply.data, false) : takePage(room.log.value, reply.data));
      if (holeOf(room.log.value) === hole) return;
    }
  } finally {
    room.busy.filling = false;
  }
}

/** One page of history, in front of what is shown. */
export async function readOlder(app: App, room: RoomState): Promise<void> {
  if (room.loadingOlder.value || !hasOlder(room.log.value)) return;
  room.loadingOlder.value = true;
  const reply = await app.connection.ask('log:before', { room: room.id, seq: startOf(room.log.value) });
  if (reply.ok && app.room.value === room) setLog(room, takeOlder(room.log.value, reply.data));
  room.loadingOlder.value = false;
}

/** Back to the list. What could not be sent stays unsent, so the screen asks before it calls this. */
export async function leave(app: App): Promise<void> {
  const room = app.room.value;
  if (!room) return;
  clearTimeout(room.busy.timer);
  app.room.value = null;
  await app.connection.ask('room:leave', { room: room.id });
  await readRooms(app);
}

export const retract = (app: App, room: RoomState, seq: number): Promise<Reply<unknown>> =>
  app.connection.ask('message:retract', { room: room.id, seq });

export const react = (
  app: App,
  room: RoomState,
  choice: { seq: number; reaction: Reaction; on: boolean },
): Promise<Reply<unknown>> => app.connection.ask('message:react', { room: room.id, ...choice });

/** Takes back everything I wrote in this room; how many messages. */
export const forget = (app: App, room: RoomState): Promise<Reply<{ removed: number }>> =>
  app.connection.ask('me:forget', { room: room.id });

/** Ends the visit: the server forgets the session, this tab its token. */
export async function endVisit(app: App): Promise<void> {
  await app.connection.ask('session:end', {});
  app.connection.close();
}

/** Says that I am writing, at most every few seconds. */
export function typing(app: App, room: RoomState): void {
  const now = app.now();
  if (now - room.busy.typedAt < TYPING_EVERY || app.connection.status.value !== 'online') return;
  room.busy.typedAt = now;
  void app.connection.ask('message:typing', { room: room.id });
}

/** Once a minute: what has reached the end of its life leaves the screen. */
export function tidy(app: App): void {
  const room = app.room.value;
  if (room?.me.value) setLog(room, dropBefore(room.log.value, serverNow(app) - room.life));
}

function believeTyping(app: App, room: RoomState | null, member: string): void {
  if (!room || member === room.me.value?.member) return;
  room.typing.value = new Map(room.typing.value).set(member, app.now() + TYPING_BELIEVED);
  setTimeout(() => {
    const still = [...room.typing.value].filter(([, until]) => until > app.now());
    if (still.length !== room.typing.value.size) room.typing.value = new Map(still);
  }, TYPING_BELIEVED + 50);
}

function stopTyping(room: RoomState, members: readonly string[]): void {
  if (!members.some((member) => room.typing.value.has(member))) return;
  room.typing.value = new Map([...room.typing.value].filter(([member]) => !members.includes(member)));
}
