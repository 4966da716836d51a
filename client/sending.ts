import type { Outgoing } from './outbox.ts';
import { answered, drop, lookedAt, PASSING, put, remembered, sendingAgain, toSendAgain } from './outbox.ts';
import { type App, type RoomState, serverNow, setLog } from './state.ts';

/** Puts a message in the outbox and sends what is there, in order. `replyTo` is the sequence it answers. */
export function send(app: App, room: RoomState, message: { text: string; replyTo?: number | undefined }): void {
  const outgoing: Outgoing = {
    id: newId(),
    text: message.text,
    since: app.now(),
    state: { is: 'sending' },
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
  };
  room.outbox.value = put(room.outbox.value, outgoing);
  // With what waits before it, so that the order stays as written.
  sendWaiting(app, room);
}

/** Sends one message again by the writer's wish. An id the server has forgotten gets a new one. */
export function retry(app: App, room: RoomState, id: string): void {
  const message = room.outbox.value.find((one) => one.id === id);
  if (!message) return;
  const same =
    message.state.is === 'failed' && message.state.code !== 'no_session' && remembered(message.since, app.now());
  if (same) room.outbox.value = sendingAgain(room.outbox.value, id);
  else
    room.outbox.value = put(drop(room.outbox.value, id), {
      ...message,
      id: newId(),
      since: app.now(),
      state: { is: 'sending' },
    });
  void pump(app, room);
}

/** Takes a message out of the outbox for good. */
export function discard(room: RoomState, id: string): void {
  room.outbox.value = drop(room.outbox.value, id);
}

/** Gives an unsent message back to the composer, before what is being written there. */
export function edit(room: RoomState, id: string): void {
  const message = room.outbox.value.find((one) => one.id === id);
  if (!message) return;
  room.draft.value = [message.text, room.draft.value].filter(Boolean).join('\n');
  room.replyTo.value = message.replyTo ?? null;
  discard(room, id);
}

/** Sends again what nothing but the way to the server kept back. */
export function sendWaiting(app: App, room: RoomState): void {
  let box = room.outbox.value;
  for (const { id } of toSendAgain(box, app.now(), serverNow(app))) box = sendingAgain(box, id);
  room.outbox.value = box;
  void pump(app, room);
}

/** One at a time, so that the room sees them in the order they were written. Ends at the first that has to wait. */
async function pump(app: App, room: RoomState): Promise<void> {
  if (room.busy.sending) return;
  room.busy.sending = true;
  try {
    for (let next = sendable(room); next; next = sendable(room)) {
      const { id, text, replyTo } = next;
      if (app.look && !next.looked) {
        const checked = await app.look(app, room, text);
        if (checked === null) edit(room, id);
        else room.outbox.value = lookedAt(room.outbox.value, id, checked);
        continue;
      }
      const reply = await app.connection.ask('message:send', {
        room: room.id,
        id,
        text,
        ...(replyTo !== undefined && { replyTo }),
      });
      room.outbox.value = answered(room.outbox.value, id, reply);
      setLog(room, room.log.value);
      if (reply.ok ? reply.data.care : reply.care) room.care.value = true;
      if (reply.ok && reply.data.masked) room.masked.value = reply.data.text;
      if (!reply.ok && PASSING.includes(reply.code)) return sendLater(app, room, reply.until);
    }
  } finally {
    room.busy.sending = false;
  }
}

const sendable = (room: RoomState): Outgoing | undefined =>
  room.outbox.value.find(({ state }) => state.is === 'sending');

/** `until` is the server's time. Without a connection there is nothing to plan: a new join sends what waits. */
function sendLater(app: App, room: RoomState, until: number | undefined): void {
  if (app.connection.status.value !== 'online') return;
  clearTimeout(room.busy.timer);
  const wait = until === undefined ? app.retryDelay : Math.max(0, until - serverNow(app)) + 50;
  room.busy.timer = setTimeout(() => {
    if (app.room.value === room) sendWaiting(app, room);
  }, wait);
}

/** 128 random bits; `randomUUID` does not exist on a page without a secure context. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
