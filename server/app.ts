import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import { LIMITS } from '../shared/limits.ts';
import { assemble, type Outer } from './assemble.ts';
import { Pending } from './close.ts';
import { PacketEncoder } from './delivery/encoder.ts';
import { Feeds } from './delivery/feeds.ts';
import { localVoice, Wires } from './delivery/wires.ts';
import { openDoor } from './door.ts';
import { createPages } from './pages.ts';
import type { Config } from './ports/config.ts';
import { SharedKeys } from './proofs/keys.ts';
import { startRounds } from './rounds.ts';

export interface App {
  /** Resolves to the address it listens on. Rejects with the system's error (EADDRINUSE, EACCES). */
  listen(): Promise<string>;
  /** Once-only, ordered: not ready, clients told to move, pending work awaited, sockets and timers closed. Stores stay open: who opened them closes them. */
  close(): Promise<void>;
}

const DRAIN = 3000;

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
    parser: { Encoder: PacketEncoder, Decoder },
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
