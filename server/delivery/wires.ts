import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server, Socket } from 'socket.io';
import type { ServerEvents } from '../../shared/events.ts';
import { socketRoom } from './broadcast.ts';
import type { LocalVoice } from './feeds.ts';
import { frameOf } from './frame.ts';

/** A connection that began as a WebSocket. */
interface Wire {
  stream: Duplex;
  /** Not `writable` while something of Socket.IO's is on its way; what it sends meanwhile waits in its queue. */
  transport: Socket['conn']['transport'];
}

/**
 * The way of what a whole room hears, to its sockets on this node. The frame is made once and written straight to the
 * connections that began as a WebSocket, which is most of them: Socket.IO's own way leads through its queues and a two-part
 * write for each. The others (long polling, or upgraded from it) get the same event from Socket.IO, and so does who has
 * something of Socket.IO's waiting: a gate must not be overtaken by the older one in the answer to a join. No compression (app.ts).
 */
export class Wires {
  readonly #io: Server;
  readonly #fresh = new WeakMap<Socket['conn'], Wire>();
  readonly #wires = new Map<string, Wire>();

  /** `io` is attached to its HTTP server already. */
  constructor(io: Server) {
    this.#io = io;
    io.engine.on('connection', (conn: Socket['conn'] & { request: IncomingMessage | null }) => {
      const { transport, request } = conn;
      if (transport.name === 'websocket' && request) this.#fresh.set(conn, { stream: request.socket, transport });
      // Socket.IO would keep the first request, with the visitor's headers, for as long as they are here.
      conn.request = null as never;
    });
    io.on('connection', (socket) => {
      const wire = this.#fresh.get(socket.conn);
      this.#fresh.delete(socket.conn);
      if (wire) this.#wires.set(socket.id, wire);
      socket.on('disconnect', () => this.#wires.delete(socket.id));
    });
  }

  /** How many connections are written to directly. */
  get size(): number {
    return this.#wires.size;
  }

  /** To every socket in `name`, a room of Socket.IO's as in `socketRoom`. */
  say<E extends keyof ServerEvents>(name: string, event: E, frame: Parameters<ServerEvents[E]>[0]): void {
    const members = this.#io.of('/').adapter.rooms.get(name);
    if (!members) return;
    const encoded = frameOf(event, JSON.stringify(frame));
    const others: string[] = [];
    for (const id of members) {
      const wire = this.#wires.get(id);
      if (wire?.transport.writable && wire.stream.writable) wire.stream.write(encoded);
      else others.push(id);
    }
    if (others.length > 0) this.#io.to(others).emit(event, frame);
  }

  /** One frame, in pieces, to this socket alone; false when it must go through Socket.IO. */
  answer(id: string, chunks: readonly Buffer[]): boolean {
    const wire = this.#wires.get(id);
    if (!wire?.transport.writable || !wire.stream.writable) return false;
    wire.stream.cork();
    for (const chunk of chunks) wire.stream.write(chunk);
    wire.stream.uncork();
    return true;
  }
}

export function localVoice(wires: Wires): LocalVoice {
  return {
    entries: (room, epoch, entries) => wires.say(socketRoom.room(room), 'entries', { room, epoch, entries }),
    people: (room, now) => wires.say(socketRoom.room(room), 'people', { room, ...now }),
    gate: (room, gate) => wires.say(socketRoom.room(room), 'gate', { room, gate }),
    state: (room, gate, people) => wires.say(socketRoom.desk(room), 'desk:room', { room, gate, people }),
  };
}
