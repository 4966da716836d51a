import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { okay, refuse } from '../shared/errors.ts';
import { ChatServer } from '../tests/support/chat-server.ts';
import { until } from '../tests/support/until.ts';
import { endVisit, enter, leave, listen, readOlder, readRooms, typing } from './actions.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { retry, send } from './sending.ts';
import { guestIdentity } from './session.ts';
import { type App, createApp, type RoomState } from './state.ts';

const timur = { member: 'm-timur', name: 'Тихий Жаворонок' };
let server: ChatServer;
let origin: string;
let ends: (() => void)[];

beforeEach(async () => {
  server = new ChatServer();
  origin = await server.listen();
  ends = [];
});
afterEach(async () => {
  for (const end of ends) end();
  await server.close();
});

/** A tab of Aigul's: its own storage, connected at once, retries without waiting. */
function tab(options: Partial<ConnectionOptions> = {}) {
  const store = new Map<string, string>();
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  const identity = guestIdentity('kk', storage, { origin });
  const connection = new Connection({ lang: 'kk', identity, origin, delay: () => 0, ...options });
  const app = createApp('kk', connection, { retryDelay: 0 });
  ends.push(listen(app), () => connection.close());
  return { app, store, connection };
}

async function inRoom(
  options?: Partial<ConnectionOptions>,
): Promise<{ app: App; room: RoomState } & ReturnType<typeof tab>> {
  const opened = tab(options);
  await opened.connection.open();
  await until(() => opened.app.rooms.value !== null);
  await enter(opened.app, 'cravings');
  const room = opened.app.room.value;
  if (!room) throw new Error('not in the room');
  return { ...opened, room };
}

const texts = (room: RoomState) =>
  room.log.value.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : [entry.kind]));

describe('a visit', () => {
  test('begins a session, lists rooms, enters one and says who I am', async () => {
    const { app, room, store } = await inRoom();
    expect(app.rooms.value?.map(({ id }) => id)).toEqual(['cravings', 'families']);
    expect(room.me.value?.name).toBe('Тыныш Бозторғай');
    expect([...store.values()]).toEqual(['token-1']);
  });

  test('leaves to the list, and ends: the token is forgotten', async () => {
    const { app, store } = await inRoom();
    await leave(app);
    expect([app.room.value, server.count('room:leave'), server.count('room:list')]).toEqual([null, 1, 2]);
    await endVisit(app);
    expect([app.connection.status.value, store.size]).toEqual(['ended', 0]);
  });

  test('a session the server no longer knows is replaced, and nothing of the old one is sent again', async () => {
    const { app, room, store } = await inRoom();
    server.answers['message:send'] = () => 'silence';
    send(app, room, { text: 'Сәлем' });
    await until(() => room.outbox.value.length === 1);
    server.sessions.clear();
    server.sessions.set('other', { token: 'other', person: timur });
    server.cut();
    await until(
      () => room.renamed.value && app.connection.status.value === 'online' && room.me.value?.name !== 'Тыныш Бозторғай',
    );
    expect(store.get('tirek.session')).toBe('token-2');
    expect(room.outbox.value).toMatchObject([{ text: 'Сәлем', state: { is: 'failed', code: 'no_session' } }]);
  });
});

describe('delivery', () => {
  test('what others write arrives in order; what was missed while away comes with the return', async () => {
    const { room } = await inRoom();
    server.say(timur, 'бір');
    await until(() => texts(room).length === 1);
    server.cut();
    server.say(timur, 'екі');
    await until(() => texts(room).length === 2);
    expect(texts(room)).toEqual(['бір', 'екі']);
    expect(server.asked.filter(({ event }) => event === 'room:join').at(-1)?.input).toEqual({
      room: 'cravings',
      epoch: 'e1',
      seq: 1,
    });
  });

  test('a lost frame is noticed by the next one and asked for', async () => {
    const { room } = await inRoom();
    server.deaf = true;
    server.say(timur, 'бір');
    server.deaf = false;
    server.say(timur, 'екі');
    await until(() => texts(room).length === 2);
    expect([texts(room), server.count('log:after')]).toEqual([['бір', 'екі'], 1]);
  });

  test('after a long absence the newest page is shown and history leads back', async () => {
    const { app, room } = await inRoom();
    server.deaf = true;
    for (let count = 1; count <= 320; count += 1) server.say(timur, `${count}`);
    server.cut();
    await until(() => texts(room).at(-1) === '320');
    await readOlder(app, room);
    expect([texts(room)[0], texts(room).length]).toEqual(['221', 100]);
  });

  test('a log that was lost is said aloud', async () => {
    const { room } = await inRoom();
    server.say(timur, 'бір');
    await until(() => texts(room).length === 1);
    Object.assign(server, { epoch: 'e2', entries: [] });
    server.cut();
    await until(() => room.log.value.epoch === 'e2');
    expect([texts(room), room.log.value.gone]).toEqual([[], true]);
  });
});

describe('the outbox', () => {
  test('a message whose acknowledgement was lost is stored once and leaves the outbox', async () => {
    const { app, room } = await inRoom();
    server.answers['message:send'] = (session, input) => {
      server.deaf = true;
      server.accept(session, input);
      server.answers = {};
      server.cut();
      server.deaf = false;
      return 'silence';
    };
    send(app, room, { text: 'Сәлем' });
    await until(() => room.outbox.value.length === 1);
    await until(() => room.outbox.value.length === 0);
    expect([texts(room), server.entries.length]).toEqual([['Сәлем'], 1]);
  });

  test('what is written while away goes out after the return, in the order it was written', async () => {
    const { app, room } = await inRoom();
    server.refusal = 'unavailable';
    server.cut();
    await until(() => app.connection.status.value === 'offline');
    for (const text of ['бір', 'екі', 'үш']) send(app, room, { text });
    await until(() => room.outbox.value.some(({ state }) => state.is === 'failed'));
    server.refusal = null;
    await until(() => room.outbox.value.length === 0);
    expect(texts(room)).toEqual(['бір', 'екі', 'үш']);
  });

  test('a store that does not answer: kept, tried again by itself, in order', async () => {
    const { app, room } = await inRoom();
    let times = 0;
    server.answers['message:send'] = (session, input) => {
      times += 1;
      return times < 4 ? refuse('unavailable') : server.accept(session, input);
    };
    send(app, room, { text: 'бір' });
    send(app, room, { text: 'екі' });
    await until(() => room.outbox.value.length === 0);
    expect([texts(room), times]).toEqual([['бір', 'екі'], 5]);
  });

  test('no answer in time is not taken for an answer', async () => {
    const { app, room } = await inRoom({ patience: 50 });
    server.answers['message:send'] = () => {
      server.answers = {};
      return 'silence';
    };
    send(app, room, { text: 'бір' });
    await until(() => texts(room).length === 1);
    const sends = server.asked.filter(({ event }) => event === 'message:send');
    expect(sends.length).toBeGreaterThan(1);
    expect(new Set(sends.map(({ input }) => (input as { id: string }).id)).size).toBe(1);
  });

  test('a refusal stays with its code until the writer acts', async () => {
    const { app, room } = await inRoom();
    server.answers['message:send'] = () => refuse('muted', 5000);
    send(app, room, { text: 'бір' });
    await until(() => room.outbox.value[0]?.state.is === 'failed');
    expect(room.outbox.value[0]?.state).toEqual({ is: 'failed', code: 'muted', until: 5000 });
    server.answers = {};
    retry(app, room, room.outbox.value[0]?.id ?? '');
    await until(() => texts(room).length === 1);
    expect(room.outbox.value).toEqual([]);
  });

  test('what the guard did is told to the writer: help card, masked text', async () => {
    const { app, room } = await inRoom();
    server.answers['message:send'] = (session, input) => {
      const reply = server.accept(session, { ...input, text: '•••' });
      return reply.ok ? okay({ ...reply.data, care: true, masked: true, text: '•••' }) : reply;
    };
    send(app, room, { text: '8 700 000 00 00' });
    await until(() => room.outbox.value.length === 0 && room.masked.value !== null);
    expect([room.care.value, room.masked.value, texts(room)]).toEqual([true, '•••', ['•••']]);
  });

  test('a refused message brings the help card too', async () => {
    const { app, room } = await inRoom();
    server.answers['message:send'] = () => refuse('muted', 5000, true);
    send(app, room, { text: 'дем алмай жатыр' });
    await until(() => room.care.value);
  });

  test('a held message waits, survives a return and leaves through the log', async () => {
    const { app, room } = await inRoom();
    server.answers['message:send'] = (_session, { id, text, room: where }) => {
      server.held = [{ heldId: 'held-1', room: where, id, text, until: 9000 }];
      return okay({ state: 'held', heldId: 'held-1', until: 9000 });
    };
    send(app, room, { text: 'бір' });
    await until(() => room.outbox.value[0]?.state.is === 'held');
    const before = room.people.value;
    server.cut();
    await until(() => room.people.value !== before);
    const { id, state } = room.outbox.value[0] ?? { id: '' };
    expect(state).toMatchObject({ is: 'held', heldId: 'held-1' });
    const { person } = server.sessions.get('token-1') ?? { person: timur };
    server.say(person, 'бір', id);
    server.io.emit('held', { room: 'cravings', heldId: 'held-1', id, outcome: 'approved' });
    await until(() => room.outbox.value.length === 0 && texts(room).length === 1);
  });
});

describe('the way to the server', () => {
  test('a join the store could not answer is tried again', async () => {
    let times = 0;
    const opened = tab();
    await opened.connection.open();
    await until(() => opened.app.rooms.value !== null);
    server.answers['room:join'] = () => {
      times += 1;
      if (times === 2) server.answers = {};
      return refuse('unavailable');
    };
    await enter(opened.app, 'cravings');
    await until(() => opened.app.room.value?.me.value != null);
    expect(server.count('room:join')).toBe(3);
  });

  test('a full room names another one', async () => {
    const opened = tab();
    await opened.connection.open();
    await until(() => opened.app.rooms.value !== null);
    server.answers['room:join'] = () => ({ ...refuse('room_full'), instead: 'families' });
    await enter(opened.app, 'cravings');
    const { problem, instead } = opened.app.room.value ?? {};
    expect([problem?.value, instead?.value]).toEqual(['room_full', 'families']);
  });

  test('a page older than the server is told, and does not knock again', async () => {
    server.refusal = 'old_client';
    const { connection } = tab();
    await connection.open();
    await until(() => connection.status.value === 'old_client');
    await connection.open();
    expect(connection.status.value).toBe('old_client');
  });

  test('a node that closes sends its people away and they come back', async () => {
    const { app, room } = await inRoom();
    server.io.emit('moved', { withinMs: 1 });
    await until(() => app.connection.status.value === 'offline');
    await until(() => app.connection.status.value === 'online');
    server.say(timur, 'бір');
    await until(() => texts(room).length === 1);
  });

  test('an ended session is the end: the token is forgotten and nothing knocks again', async () => {
    const { app, store } = await inRoom();
    server.io.emit('ended', { why: 'removed' });
    await until(() => app.connection.status.value === 'ended');
    expect([store.size, (await app.connection.ask('room:list', {})).ok]).toEqual([0, false]);
  });

  test('typing is said at most every few seconds, believed for a while, and ends with the message', async () => {
    const { app, room } = await inRoom();
    for (let key = 0; key < 20; key += 1) typing(app, room);
    server.io.emit('typing', { room: 'cravings', member: timur.member });
    await until(() => room.typing.value.has(timur.member));
    server.say(timur, 'бір');
    await until(() => room.typing.value.size === 0);
    await readRooms(app);
    expect(server.count('message:typing')).toBe(1);
  });
});
