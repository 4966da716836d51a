import type { Server } from 'socket.io';
import type { Person } from '../../shared/entries.ts';
import type { ServerEvents } from '../../shared/events.ts';
import type { Broadcast, CaseDesks } from '../ports/deps.ts';
import type { Bus } from '../ports/keep.ts';

/** What travels between nodes: where to, which event, its frame. No node ever sends a visitor's handshake. */
interface Parcel {
  to: string | string[];
  except?: string[];
  event: string;
  frame: unknown;
}

export const socketRoom = {
  room: (room: string) => `room:${room}`,
  session: (session: string) => `session:${session}`,
  desk: (room: string) => `desk:${room}`,
  /** Desks of leads; those of leads who are vetted for young people too. */
  leads: (youth: boolean) => (youth ? 'leads:youth' : 'leads'),
};

const CHANNEL = 'parcels';
const GATES = 'gates';

/** Says things to sockets: here at once, on the other nodes through the bus. */
export class NodeBroadcast implements Broadcast {
  readonly #io: Server;
  readonly #bus: Bus;

  constructor(io: Server, bus: Bus) {
    this.#io = io;
    this.#bus = bus;
  }

  /**
   * Joins the bus. `gateChanged` is called with the room when any node says that its gate changed, `renamed` when a session
   * got another name in a room. Resolves to the way out.
   */
  async listen(
    gateChanged: (room: string) => void,
    renamed: (to: string, room: string, me: Person) => void,
  ): Promise<() => Promise<void>> {
    const ways = await Promise.all([
      this.#bus.subscribe(CHANNEL, (message) => {
        const parcel = message as Parcel;
        if (parcel.event === 'me') {
          const { room, me } = parcel.frame as Parameters<ServerEvents['me']>[0];
          renamed(String(parcel.to), room, me);
        }
        this.#deliver(parcel);
      }),
      this.#bus.subscribe(GATES, (room) => gateChanged(String(room))),
    ]);
    return async () => {
      await Promise.all(ways.map((leave) => leave()));
    };
  }

  toRoom<E extends keyof ServerEvents>(room: string, event: E, frame: Parameters<ServerEvents[E]>[0]): Promise<void> {
    return this.#bus.publish(CHANNEL, { to: socketRoom.room(room), event, frame } satisfies Parcel);
  }

  toSession<E extends keyof ServerEvents>(
    session: string,
    event: E,
    frame: Parameters<ServerEvents[E]>[0],
  ): Promise<void> {
    return this.#bus.publish(CHANNEL, { to: socketRoom.session(session), event, frame } satisfies Parcel);
  }

  toDesk<E extends keyof ServerEvents>(room: string, event: E, frame: Parameters<ServerEvents[E]>[0]): Promise<void> {
    return this.#bus.publish(CHANNEL, { to: socketRoom.desk(room), event, frame } satisfies Parcel);
  }

  toCaseDesks(
    { room, youth, leadsOnly, except }: CaseDesks,
    frame: Parameters<ServerEvents['case']>[0],
  ): Promise<void> {
    const to = [socketRoom.leads(youth), ...(leadsOnly ? [] : [socketRoom.desk(room)])];
    return this.#bus.publish(CHANNEL, {
      to,
      except: except.map(socketRoom.session),
      event: 'case',
      frame,
    } satisfies Parcel);
  }

  gateChanged(room: string): Promise<void> {
    return this.#bus.publish(GATES, room);
  }

  #deliver({ to, except = [], event, frame }: Parcel): void {
    this.#io.to(to).except(except).emit(event, frame);
    if (event === 'ended') this.#io.in(to).disconnectSockets(true);
  }
}
