import { randomUUID } from 'node:crypto';
import { effect, type Signal, signal } from '@preact/signals';
import { Connection } from '../../client/connection.ts';
import { emptyLog, holeOf, type LogState, takeFrame, takeJoin, takePage } from '../../client/log.ts';
import { answered, type Outbox, put, sendingAgain, settle, toSendAgain } from '../../client/outbox.ts';
import { guestIdentity } from '../../client/session.ts';
import type { People, Person } from '../../shared/entries.ts';
import type { Seen, Written } from './judge.ts';

interface RoomState {
  id: string;
  me: Signal<Person | null>;
  people: Signal<People>;
  log: Signal<LogState>;
  outbox: Signal<Outbox>;
}

/** Somebody in a room with the browser client's connection, log and outbox, who writes down what their screen showed. */
export interface Member {
  room: RoomState;
  status: () => string;
  seen: Seen[];
  written: Map<string, Written>;
  /** The rosters this screen showed, and when (performance.now()). */
  rosters: { at: number; people: People }[];
  /** How long the ways back into the room took, ms. */
  gaps: number[];
  write(text: string): void;
  close(): void;
}

export async function joinAs(origin: string, roomId: string): Promise<Member> {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const connection = new Connection({ lang: 'en', origin, identity: guestIdentity('en', store, { origin }) });
  const written: Member['written'] = new Map();
  const gaps: number[] = [];
  const room: RoomState = {
    id: roomId,
    me: signal(null),
    people: signal({ count: 0, people: [] }),
    log: signal(emptyLog),
    outbox: signal([]),
  };
  const pump = follow(connection, room, { written, gaps });
  await connection.open();
  await shows(() => room.me.value !== null);
  const seen: Seen[] = [];
  const rosters: Member['rosters'] = [];
  const ends = [
    effect(() => noteEntries(seen, room)),
    effect(() => void rosters.push({ at: performance.now(), people: room.people.value })),
  ];
  return {
    room,
    status: () => connection.status.peek(),
    seen,
    written,
    rosters,
    gaps,
    write: (text) => {
      written.set(text, { room: roomId, text, acknowledged: null });
      room.outbox.value = put(room.outbox.value, {
        id: randomUUID(),
        text,
        since: Date.now(),
        state: { is: 'sending' },
      });
      void pump();
    },
    close: () => {
      for (const end of ends) end();
      connection.close();
    },
  };
}

/** Resolves when `wanted`, which reads signals, is true. */
export function shows(wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!wanted()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** Keeps the room's log and outbox as the browser's client does; resolves to what sends what waits. */
function follow(connection: Connection, room: RoomState, notes: Pick<Member, 'written' | 'gaps'>): () => Promise<void> {
  let away: number | null = null;
  let joined = false;
  let sending = false;
  const setLog = (log: LogState) => {
    room.log.value = log;
    room.outbox.value = settle(room.outbox.value, log, room.me.value?.member ?? '');
  };
  const fill = async () => {
    for (let hole = holeOf(room.log.value); hole !== null; hole = holeOf(room.log.value)) {
      const reply = await connection.ask('log:after', { room: room.id, seq: hole });
      if (!reply.ok) return;
      setLog(takePage(room.log.value, reply.data));
      if (holeOf(room.log.value) === hole) return;
    }
  };
  const pump = async () => {
    if (sending || !joined) return;
    sending = true;
    for (const { id } of toSendAgain(room.outbox.value, Date.now(), Date.now()))
      room.outbox.value = sendingAgain(room.outbox.value, id);
    for (;;) {
      const next = room.outbox.value.find(({ state }) => state.is === 'sending');
      if (!next || !joined) break;
      const { id, text } = next;
      const reply = await connection.ask('message:send', { room: room.id, id, text });
      const note = notes.written.get(text);
      if (reply.ok && reply.data.state === 'sent' && note)
        note.acknowledged = { epoch: reply.data.epoch, seq: reply.data.seq };
      room.outbox.value = answered(room.outbox.value, id, reply);
      setLog(room.log.value);
      if (!reply.ok) setTimeout(() => void pump(), 1000);
      if (!reply.ok) break;
    }
    sending = false;
  };
  const join = async (): Promise<void> => {
    const { epoch, last } = room.log.peek();
    const reply = await connection.ask('room:join', { room: room.id, ...(epoch !== null && { epoch, seq: last }) });
    if (!reply.ok) {
      if (connection.status.peek() === 'online') setTimeout(() => void join(), 1000);
      return;
    }
    joined = true;
    if (away !== null) notes.gaps.push(performance.now() - away);
    away = null;
    room.me.value = reply.data.me;
    room.people.value = reply.data.people;
    setLog(takeJoin(room.log.value, reply.data.log, reply.data.gone));
    void pump();
    await fill();
  };
  connection.on('entries', (frame) => {
    setLog(takeFrame(room.log.value, frame));
    void fill();
  });
  connection.on('people', ({ count, people }) => {
    room.people.value = { count, people };
  });
  effect(() => {
    const online = connection.status.value === 'online';
    joined = false;
    if (online) void join();
    else away ??= performance.now();
  });
  return pump;
}

/** What this screen shows now and did not show before. */
function noteEntries(seen: Seen[], { log }: RoomState): void {
  const { epoch, entries } = log.value;
  const latest = seen.at(-1);
  for (const entry of entries) {
    if (entry.kind !== 'message' || epoch === null) continue;
    if (latest && latest.epoch === epoch && entry.seq <= latest.seq) continue;
    seen.push({ epoch, seq: entry.seq, text: entry.text });
  }
}
