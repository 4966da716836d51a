import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import type { Person } from '../shared/entries.ts';
import { LIMITS } from '../shared/limits.ts';
import { ActBook } from './acts/book.ts';
import { CaseBook } from './cases/book.ts';
import { expireHeld } from './cases/held.ts';
import { forgetMembers } from './cases/rows.ts';
import { every, Pending } from './close.ts';
import { NodeBroadcast, socketRoom } from './delivery/broadcast.ts';
import { TextEncoder } from './delivery/encoder.ts';
import { Feeds } from './delivery/feeds.ts';
import { staffHere } from './delivery/staff-here.ts';
import { storeWatch } from './delivery/store-watch.ts';
import { localVoice, Wires } from './delivery/wires.ts';
import { hearChanges } from './directory/changed.ts';
import { ViewCounts } from './directory/repair/views.ts';
import { openDoor } from './door.ts';
import { DutyRoster } from './duty/roster.ts';
import { RingMemory } from './guard/rings.ts';
import { createPages, type RenderPage } from './pages.ts';
import type { Config } from './ports/config.ts';
import type { Deps, RoomTable, Shifts, Who } from './ports/deps.ts';
import type { Rings } from './ports/watch.ts';
import { SharedKeys } from './proofs/keys.ts';
import { ProofDesk } from './proofs/proofs.ts';
import { AddressTags } from './proofs/tags.ts';
import { Buckets } from './rates/buckets.ts';
import { memberOf, roomFor, servedBy, sessionOf } from './rooms/access.ts';
import { personIn } from './rooms/person.ts';
import { SanctionBook } from './sanctions/book.ts';
import { removeSession } from './sessions/end.ts';
import { prolongSession } from './sessions/resume.ts';
import { recordAct } from './staff/audit.ts';
import { StaffWatch } from './staff/watch.ts';
import { RaidWatch } from './watch/raid.ts';
import { MessageWatch } from './watch/watch.ts';

/** What main (or a test) brings: the outer parts, opened already. */
export type Outer = Pick<
  Deps,
  'config' | 'clock' | 'logger' | 'log' | 'presence' | 'keep' | 'bus' | 'guard' | 'directory'
> &
  Pick<Deps, 'supabase' | 'accounts' | 'sealer'> & {
    renderPage: RenderPage;
    /** Resolves when the stores answer. */
    ping(): Promise<void>;
    /** How long clients have to move to another node when this one closes, ms. */
    drainMs?: number;
    /** Absent: kept in this process. A bench of a message's way without the guard brings none that remember. */
    rings?: Rings;
    rooms: RoomTable & Refreshed;
    shifts: Shifts & Refreshed;
  };

/** Reads itself again; rejects when its source does not answer and keeps what it knew. */
interface Refreshed {
  refresh(): Promise<void>;
}

export interface App {
  /** Resolves to the address it listens on. Rejects with the system's error (EADDRINUSE, EACCES). */
  listen(): Promise<string>;
  /** Once-only, ordered: not ready, clients told to move, pending work awaited, sockets and timers closed. Stores stay open: who opened them closes them. */
  close(): Promise<void>;
}

const DRAIN = 3000;
/** Seldom, so that the database's own log does not tell when a page was opened. */
const VIEWS_EVERY = 1_800_000;

/** Tells the clients to move, each after a random part of the time, and waits until they have gone or the time is over. */
async function drain(io: Server, withinMs: number): Promise<void> {
  if (withinMs === 0 || io.of('/').sockets.size === 0) return;
  io.emit('moved', { withinMs });
  const until = performance.now() + withinMs + 500;
  while (io.of('/').sockets.size > 0 && performance.now() < until) await wait(50);
}

/** Puts a node together. No module keeps state: two apps in one process do not know of each other. */
export async function createApp(outer: Outer): Promise<App> {
  const { rooms, shifts } = outer;
  // Without the database the pages and the directory's last snapshot are served all the same; rooms come when it is back.
  for (const read of await Promise.allSettled([rooms.refresh(), shifts.refresh()])) {
    if (read.status === 'rejected') outer.logger.warn({ err: read.reason }, 'rooms or shifts could not be read');
  }
  let ready = false;
  const http = createServer();
  const io = new Server({
    serveClient: false,
    maxHttpBufferSize: LIMITS.payloadBytes * 2,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    cookie: false,
    parser: { Encoder: TextEncoder, Decoder },
  });
  const keys = new SharedKeys(outer);
  const deps = assemble(outer, io, keys);
  http.on('request', createPages(deps, { renderPage: outer.renderPage, ready: () => ready }));
  // After the pages: it takes its own requests from those who listen before it. Answered twice, one would end the process.
  io.attach(http);
  const wires = new Wires(io);
  const feeds = new Feeds(deps, localVoice(wires));
  const pending = new Pending();
  openDoor(io, deps, { feeds, wires, pending, open: () => ready });
  const stop = await startRounds({ deps, feeds, io, keys, ping: outer.ping });
  return {
    listen: async () => {
      const address = await listen(http, outer.config);
      ready = true;
      return address;
    },
    close: once(async () => {
      ready = false;
      await drain(io, outer.drainMs ?? DRAIN);
      await pending.settled();
      await stop();
      await io.close();
      await feeds.closeAll();
      await pending.settled();
    }),
  };
}

function assemble(outer: Outer, io: Server, keys: SharedKeys) {
  const { rooms } = outer;
  const access = {
    roomFor: (who: Parameters<typeof roomFor>[1], room: string) => roomFor({ rooms }, who, room),
    memberOf: (who: Parameters<typeof memberOf>[1], room: string) => memberOf({ rooms }, who, room),
    servedBy: (who: Parameters<typeof servedBy>[1]) => servedBy({ rooms }, who),
    sessionOf: (room: string, member: string) => sessionOf(outer, room, member),
  };
  const { renderPage: _renderPage, drainMs: _drainMs, ping: _ping, ...parts } = outer;
  const broadcast = new NodeBroadcast(io, outer.bus);
  const sessions = { end: removeSession.bind(null, { keep: outer.keep, broadcast }) };
  const tags = new AddressTags(keys);
  const acts = new ActBook(outer);
  const rings = outer.rings ?? new RingMemory(outer);
  const raid = new RaidWatch({ ...parts, broadcast });
  return {
    ...parts,
    access,
    acts,
    broadcast,
    sessions,
    cases: new CaseBook({ ...parts, access, acts, broadcast }),
    sanctions: new SanctionBook({ ...parts, acts, broadcast, sessions }),
    roster: new DutyRoster(outer),
    rates: new Buckets(outer.clock, outer.config.rateScale),
    tags,
    proofs: new ProofDesk({ ...outer, tags, raid }, keys),
    rings,
    raid,
    watch: new MessageWatch({ ...outer, rings, raid }),
    audit: { record: recordAct.bind(null, { acts }) },
    views: new ViewCounts(outer),
  } satisfies Deps;
}

type Parts = {
  deps: ReturnType<typeof assemble>;
  feeds: Feeds;
  io: Server;
  keys: SharedKeys;
  ping: Outer['ping'];
};

/** The rounds every node walks. Each is safe to run on many nodes: what can be done once is done once by the store. */
async function startRounds({ deps, feeds, io, keys, ping }: Parts): Promise<() => Promise<void>> {
  const warn = (what: string) => (error: unknown) => deps.logger.warn({ err: error }, what);
  const gateNow = (room: string) => void feeds.lookAtGate(room).catch(warn('a gate could not be read'));
  const renamed = (to: string, room: string, me: Person) =>
    void rename({ deps, io, to }, room, me).catch(warn('a new name could not be shown'));
  const watch = new StaffWatch(deps, () => staffHere(io));
  const leaves = await Promise.all([
    deps.broadcast.listen(gateNow, renamed),
    deps.roster.listen(),
    watch.listen(),
    keys.listen(),
    hearChanges(deps),
    deps.rings.listen(),
    deps.watch.listen(),
    deps.raid.listen(),
  ]);
  const { rooms, shifts } = deps;
  const ids = () => rooms.all().map((row) => row.id);
  const stops = [
    every(1000, () => lookAtRooms(feeds, io, ids()), warn('a room could not be looked at')),
    every(
      1000,
      storeWatch(ping, (away) => void io.emit('store', { away })),
      warn('the store could not be looked at'),
    ),
    every(LIMITS.lease / 3, () => renewLeases(deps, io), warn('leases could not be renewed')),
    every(
      2000,
      async () => {
        for (const { room } of await deps.presence.reap(ids())) await feeds.peopleChanged(room);
      },
      warn('leases could not be reaped'),
    ),
    every(LIMITS.sessionLife / 24, () => prolongSessions(deps, io), warn('sessions could not be prolonged')),
    every(5000, () => expireHeld(deps), warn('held messages could not be expired')),
    every(250, () => deps.rings.tell(), warn('fingerprints could not be told')),
    every(2000, () => deps.raid.look(), warn('joins could not be looked at')),
    every(20_000, () => keys.turn(), warn('the key of the hour could not be agreed on')),
    every(2000, () => deps.acts.writeWaiting(), warn('acts that wait could not be written')),
    every(VIEWS_EVERY, () => deps.views.flush(), warn('views could not be added')),
    every(3_600_000, () => forgetMembers(deps), warn('old cases could not be cleared')),
    // A removed volunteer's desk closes within five seconds even when no other node says so.
    every(3000, () => watch.look(), warn('staff could not be looked at')),
    every(
      60_000,
      async () => {
        await deps.log.trim(ids(), deps.config.messageLife);
        deps.rates.sweep();
        deps.watch.sweep();
      },
      warn('old messages could not be trimmed'),
    ),
    every(
      60_000,
      async () => {
        await rooms.refresh();
        await shifts.refresh();
      },
      warn('rooms could not be read again'),
    ),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await Promise.allSettled(leaves.map((leave) => leave()));
    await deps.views.flush().catch(warn('views could not be added'));
  };
}

/** A guest who stays connected for longer than a session's life must be able to come back all the same. */
async function prolongSessions(deps: Parts['deps'], io: Server): Promise<void> {
  for (const socket of io.of('/').sockets.values()) {
    const { who } = socket.data as { who: Who };
    await prolongSession(deps, who);
    if (who.kind === 'guest') for (const room of who.rooms.keys()) await personIn(deps, who, room);
  }
}

/** Gives a session's sockets on this node their new name in a room. */
async function rename({ deps, io, to }: Pick<Parts, 'deps' | 'io'> & { to: string }, room: string, me: Person) {
  const { adapter, sockets } = io.of('/');
  const here = [...(adapter.rooms.get(to) ?? [])]
    .map((id) => (sockets.get(id)?.data as { who?: Who } | undefined)?.who)
    .filter((who) => who?.rooms.has(room) === true);
  for (const who of here) who?.rooms.set(room, me);
  await Promise.all(here.map((who) => who && deps.presence.arrive(room, who.connection, me)));
}

/** Rooms with members or an open desk here are looked at; a room that nobody here needs any more is let go. */
async function lookAtRooms(feeds: Feeds, io: Server, ids: readonly string[]): Promise<void> {
  const needed = ids.filter((id) => has(io, socketRoom.room(id)) || has(io, socketRoom.desk(id)));
  for (const room of feeds.rooms()) if (!needed.includes(room)) await feeds.close(room);
  for (const room of needed) {
    await feeds.open(room);
    await feeds.look(room);
  }
}

const has = (io: Server, name: string): boolean => (io.of('/').adapter.rooms.get(name)?.size ?? 0) > 0;

async function renewLeases({ presence, roster }: Parts['deps'], io: Server): Promise<void> {
  await roster.renew();
  const here = new Map<string, Map<string, Parameters<typeof presence.arrive>[2]>>();
  for (const socket of io.of('/').sockets.values()) {
    const { who } = socket.data as {
      who: { connection: string; rooms: Map<string, Parameters<typeof presence.arrive>[2]> };
    };
    for (const [room, person] of who.rooms) {
      const inRoom = here.get(room) ?? new Map();
      here.set(room, inRoom.set(who.connection, person));
    }
  }
  for (const [room, people] of here) {
    const lost = await presence.renew(room, [...people.keys()]);
    // A lease can be lost while the store was away; the person is still here.
    for (const connection of lost) {
      const person = people.get(connection);
      if (person) await presence.arrive(room, connection, person);
    }
  }
}

function listen(http: ReturnType<typeof createServer>, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const { port: bound } = http.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
