import type { Server, Socket } from 'socket.io';
import { type ConnectRefusal, type ErrorCode, okay, type Reply, refuse } from '../shared/errors.ts';
import { EVENTS, type EventName, type Joined, mayAsk } from '../shared/events.ts';
import type { Pending } from './close.ts';
import { AnsweredJoin } from './delivery/answered-join.ts';
import { socketRoom } from './delivery/broadcast.ts';
import type { Feeds } from './delivery/feeds.ts';
import type { Wires } from './delivery/wires.ts';
import { HANDLERS, type Handler } from './handlers.ts';
import { identify, Turned } from './identify.ts';
import type { Deps, Who } from './ports/deps.ts';
import { Unavailable } from './ports/log.ts';
import { Refusal } from './ports/refusal.ts';

type Ack = (reply: Reply<unknown> | AnsweredJoin) => void;

/** Sends have a bucket of their own inside the use case, after the crisis step; a call for help has none (promise 7). */
const OWN_RATE: ReadonlySet<string> = new Set<EventName>(['message:send', 'care:ask']);
/** Sent by the desk itself after a reconnect; everything else is an act of the person who sits at it. */
const BY_ITSELF: ReadonlySet<string> = new Set<EventName>(['desk:open', 'log:after']);

/**
 * The one way in for sockets: who is it, is the event known, its shape right, the right there, the rate kept; then the use
 * case runs, and whatever happens the client gets one reply. Work under way is tracked in `pending` for the shutdown.
 */
export function openDoor(
  io: Server,
  deps: Deps,
  { feeds, wires, pending, open }: Pick<Caller, 'feeds' | 'wires'> & { pending: Pending; open: () => boolean },
): void {
  io.use((socket, next) => {
    if (!open()) return next(new Error('draining' satisfies ConnectRefusal));
    identify(deps, socket)
      .then((who) => {
        (socket.data as { who: Who }).who = who;
        // Headers, address and token are needed no more, and nothing keeps them.
        Object.assign(socket, { handshake: FORGOTTEN });
        next();
      })
      .catch((error: unknown) => next(turnAway(deps, error)));
  });
  io.on('connection', (socket) => {
    const { who } = socket.data as { who: Who };
    settle(socket, who, deps);
    socket.onAny((event: string, ...args: unknown[]) => {
      const ack = args.at(-1);
      if (typeof ack !== 'function') return void socket.emit('problem', { code: 'no_ack' });
      const answer = answerTo({ deps, feeds, wires, socket, who }, event, args[0]).then(ack as Ack);
      pending.track(answer);
    });
    socket.on('disconnect', () => pending.track(depart({ deps, feeds, who })));
  });
}

/** In place of what a visitor's browser said of itself. */
const FORGOTTEN = Object.freeze({ headers: Object.freeze({}), auth: Object.freeze({}) });

interface Caller {
  deps: Deps;
  feeds: Feeds;
  wires: Wires;
  socket: Socket;
  who: Who;
}

/** One event's way through the door. Never rejects. */
async function answerTo(caller: Caller, event: string, raw: unknown): Promise<Reply<unknown> | AnsweredJoin> {
  const { deps, who } = caller;
  try {
    if (!Object.hasOwn(EVENTS, event)) return refuse('unknown_event');
    const name = event as EventName;
    const input = EVENTS[name].input.safeParse(raw ?? {});
    if (!input.success) return refuse('bad_input');
    if (!mayAsk(who.capabilities, name)) return refuse('not_allowed');
    const wait = OWN_RATE.has(name) ? null : deps.rates.take('event', who.session);
    if (wait !== null) return refuse('rate', wait);
    if (who.kind === 'staff' && !BY_ITSELF.has(name)) await who.seen();
    const run = () => (HANDLERS[name] as Handler<EventName>)(deps, who, input.data as never);
    const { room } = input.data as { room?: string };
    if (name === 'room:join' && room) {
      const joined = (await enter(caller, room, run)) as Joined;
      return new AnsweredJoin(joined, (chunks) => caller.wires.answer(caller.socket.id, chunks));
    }
    const data = await run();
    if (name === 'room:leave' && room) await left(caller, room);
    return okay(data);
  } catch (error) {
    return refusal(deps, error);
  }
}

function refusal(deps: Deps, error: unknown): Reply<never> {
  if (error instanceof Refusal) {
    const reply = refuse(error.code, error.until, error.care);
    return error.instead === undefined || reply.ok ? reply : { ...reply, instead: error.instead };
  }
  if (error instanceof Unavailable) return refuse('unavailable');
  deps.logger.error({ err: error }, 'a use case failed');
  return refuse('internal');
}

function refusalOf(deps: Deps, error: unknown): ErrorCode | string {
  if (error instanceof Refusal) return error.code;
  if (error instanceof Unavailable) return 'unavailable';
  deps.logger.error({ err: error }, 'a connection could not be identified');
  return 'unavailable';
}

/** `data` tells a tab that was away why a volunteer ended its session. */
function turnAway(deps: Deps, error: unknown): Error {
  const turned = new Error(refusalOf(deps, error));
  const reason = error instanceof Turned ? error.reason : null;
  return reason === null ? turned : Object.assign(turned, { data: { why: 'removed', reason } });
}

function settle(socket: Socket, who: Who, deps: Deps): void {
  void socket.join(socketRoom.session(who.session));
  if (who.kind === 'staff' && who.capabilities.has('held.decide')) {
    for (const row of deps.access.servedBy(who)) void socket.join(socketRoom.desk(row.id));
    if (who.capabilities.has('staff.certify')) {
      void socket.join(socketRoom.leads(false));
      if (who.youthVetted) void socket.join(socketRoom.leads(true));
    }
  }
}

/** The feed runs and the socket listens before the log is read, so that nothing falls between the two. */
async function enter<T>({ feeds, deps, socket, who }: Caller, room: string, run: () => Promise<T>): Promise<T> {
  deps.access.roomFor(who, room);
  await feeds.open(room);
  await socket.join(socketRoom.room(room));
  try {
    const joined = await run();
    await feeds.peopleChanged(room);
    return joined;
  } finally {
    // Banned, full, unavailable: who is not in the room must not hear it.
    if (!who.rooms.has(room)) await socket.leave(socketRoom.room(room));
  }
}

async function left({ feeds, socket }: Caller, room: string): Promise<void> {
  await socket.leave(socketRoom.room(room));
  await feeds.peopleChanged(room);
}

async function depart({ feeds, deps, who }: Pick<Caller, 'feeds' | 'deps' | 'who'>): Promise<void> {
  deps.roster.drop(who.connection);
  const rooms = [...who.rooms.keys()];
  who.rooms.clear();
  const left = rooms.map(async (room) => {
    await deps.presence.leave(room, who.connection);
    await feeds.peopleChanged(room);
  });
  // A store that is away loses nothing here: the lease ends by itself.
  for (const result of await Promise.allSettled(left)) {
    if (result.status === 'rejected') deps.logger.warn({ err: result.reason }, 'a leave waits for its lease to end');
  }
}
