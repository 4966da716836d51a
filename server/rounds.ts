import type { Server } from 'socket.io';
import type { Person } from '../shared/entries.ts';
import { LIMITS } from '../shared/limits.ts';
import type { Assembled, Outer } from './assemble.ts';
import { expireHeld } from './cases/held.ts';
import { forgetMembers } from './cases/rows.ts';
import { every } from './close.ts';
import { socketRoom } from './delivery/broadcast.ts';
import type { Feeds } from './delivery/feeds.ts';
import { staffHere } from './delivery/staff-here.ts';
import { storeWatch } from './delivery/store-watch.ts';
import { hearChanges } from './directory/changed.ts';
import type { Who } from './ports/deps.ts';
import type { SharedKeys } from './proofs/keys.ts';
import { personIn } from './rooms/person.ts';
import { prolongSession } from './sessions/resume.ts';
import { StaffWatch } from './staff/watch.ts';

/** Seldom, so that the database's own log does not tell when a page was opened. */
const VIEWS_EVERY = 1_800_000;

interface Parts {
  deps: Assembled;
  feeds: Feeds;
  io: Server;
  keys: SharedKeys;
  ping: Outer['ping'];
}

/** The rounds every node walks. Each is safe to run on many nodes: what can be done once is done once by the store. */
export async function startRounds({ deps, feeds, io, keys, ping }: Parts): Promise<() => Promise<void>> {
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
