/**
 * One server under measurement, in a process of its own: `tirek` (in-process, or on the Redis of REDIS_URL; with the guard when
 * GUARD is set), bare `socketio` (io.to(room).emit and nothing else), or bare `ws`. Says its port and tokens on standard output;
 * `usage` on standard input is answered with CPU seconds, `memory` with what lives after a collection, bytes.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { createGuard } from '../../../server/guard/guard.ts';
import { hashToken, sessionKey } from '../../../server/sessions/start.ts';
import { memoryStores, redisStores, type Stores } from '../../../server/stores.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { bareNode } from '../../support/bare-node.ts';

interface Started {
  port: number;
  tokens: string[];
}

const [kind = 'tirek', rooms = '40', people = '1000', texts = ''] = process.argv.slice(2);

async function tirek(): Promise<Started> {
  const url = process.env.REDIS_URL;
  const stores = url ? await redisStores({ url, prefix: randomBytes(6).toString('hex') }) : memoryStores();
  const guard = process.env.GUARD ? { guard: createGuard() } : {};
  const { app, takeDuty } = await bareNode(stores, Number(rooms), { level: 'warn', ...guard });
  await takeDuty();
  setInterval(() => void takeDuty(), 3000).unref();
  await fill(stores);
  const tokens = Array.from({ length: Number(people) }, () => randomBytes(32).toString('base64url'));
  const begin = (token: string) => stores.keep.set(sessionKey(hashToken(token)), { lang: 'en' }, LIMITS.sessionLife);
  await Promise.all(tokens.map(begin));
  return { port: Number(new URL(await app.listen()).port), tokens };
}

/** What a join answers with: the last 50 messages of each room. */
async function fill({ log }: Stores): Promise<void> {
  const said = JSON.parse(readFileSync(texts, 'utf8')) as string[];
  const by = { member: randomBytes(9).toString('base64url'), name: 'Тыныш Бозторғай' };
  for (let room = 0; room < Number(rooms); room += 1) {
    for (let at = 0; at < LIMITS.pageSize; at += 1) {
      const id = randomBytes(9).toString('base64url');
      await log.append({ room: `room-${room}`, id, by, session: 'before', text: said[at % said.length] ?? '' });
    }
  }
}

async function socketio(): Promise<Started> {
  const http = createServer();
  const io = new Server(http, { serveClient: false, perMessageDeflate: false });
  io.on('connection', (socket) => {
    socket.on('room:join', async ({ room }: { room: string }, ack: (reply: unknown) => void) => {
      await socket.join(room);
      ack({ count: io.of('/').adapter.rooms.get(room)?.size ?? 0 });
    });
    socket.on('message:send', (message: { room: string }, ack: (reply: unknown) => void) => {
      io.to(message.room).emit('entries', message);
      ack({ ok: true });
    });
  });
  return { port: await open(http), tokens: [] };
}

async function bareWs(): Promise<Started> {
  const http = createServer();
  const members = new Map<string, Set<import('ws').WebSocket>>();
  new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
    socket.on('message', (raw) => {
      const text = raw.toString();
      const [event, message] = JSON.parse(text) as [string, { room: string }];
      const inRoom = members.get(message.room) ?? new Set();
      members.set(message.room, inRoom);
      if (event === 'room:join') {
        inRoom.add(socket);
        socket.send('joined');
      } else for (const member of inRoom) member.send(text);
    });
  });
  return { port: await open(http), tokens: [] };
}

function open(http: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve((http.address() as AddressInfo).port)));
}

process.on('SIGINT', () => process.exit(0));
const started = await (kind === 'socketio' ? socketio() : kind === 'ws' ? bareWs() : tirek());
console.log(JSON.stringify(started));
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'memory') {
    for (let time = 0; time < 4; time += 1) {
      globalThis.gc?.();
      await wait(100);
    }
    const { heapUsed, external } = process.memoryUsage();
    console.log(heapUsed + external);
  } else {
    const { user, system } = process.cpuUsage();
    console.log((user + system) / 1e6);
  }
}
