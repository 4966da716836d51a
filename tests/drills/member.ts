import { effect } from '@preact/signals';
import { enter, listen } from '../../client/actions.ts';
import { Connection } from '../../client/connection.ts';
import { send } from '../../client/sending.ts';
import { guestIdentity } from '../../client/session.ts';
import { type App, createApp, type RoomState } from '../../client/state.ts';
import type { People } from '../../shared/entries.ts';
import type { Seen, Written } from './judge.ts';

/** Somebody in a room with the client that browsers run, who writes down what their screen showed. */
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
  const connection = new Connection({ lang: 'en', origin, identity: guestIdentity('en', store, origin) });
  const written: Member['written'] = new Map();
  const gaps: number[] = [];
  const app = createApp('en', noting(connection, written, gaps));
  const stop = listen(app);
  await connection.open();
  await enter(app, roomId);
  const room = app.room.value as RoomState;
  await shows(() => room.me.value !== null);
  const seen: Seen[] = [];
  const rosters: Member['rosters'] = [];
  const ends = [
    stop,
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
      send(app, room, { text });
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

/** The connection itself, with a note of each acknowledgement and of each way back. */
function noting(connection: Connection, written: Member['written'], gaps: number[]): App['connection'] {
  let away: number | null = null;
  effect(() => {
    if (connection.status.value !== 'online') away ??= performance.now();
  });
  return {
    status: connection.status,
    on: connection.on.bind(connection),
    onNewSession: connection.onNewSession.bind(connection),
    open: () => connection.open(),
    close: () => connection.close(),
    ask: async (event, input) => {
      const reply = await connection.ask(event, input);
      if (!reply.ok) return reply;
      if (event === 'room:join' && away !== null) {
        gaps.push(performance.now() - away);
        away = null;
      }
      const note = event === 'message:send' ? written.get((input as { text: string }).text) : undefined;
      const data = reply.data as { epoch: string; seq: number };
      if (note) note.acknowledged = { epoch: data.epoch, seq: data.seq };
      return reply;
    },
  };
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
