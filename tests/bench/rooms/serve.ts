/**
 * One server under measurement, in a process of its own: `tirek` (in-process or on the Redis of REDIS_URL), bare `socketio`
 * (io.to(room).emit and nothing else), or bare `ws`. Says its port and tokens on standard output; `usage` on standard input
 * is answered with CPU seconds and resident bytes.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { hashToken, sessionKey } from '../../../server/sessions/start.ts';
import { memoryStores, redisStores } from '../../../server/stores.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { bareNode } from '../../support/bare-node.ts';

const [kind = 'tirek', rooms = '40', people = '1000'] = process.argv.slice(2);

async function tirek(): Promise<{ port: number; tokens: string[] }> {
  const url = process.env.REDIS_URL;
  const stores = url ? await redisStores({ url, prefix: randomBytes(6).toString('hex') }) : memoryStores();
  // The guard has a bench of its own.
  const { app, takeDuty } = await bareNode(stores, Number(rooms), 'warn');
  await takeDuty();
  setInterval(() => void takeDuty(), 3000).unref();
  const tokens = Array.from({ length: Number(people) }, () => randomBytes(32).toString('base64url'));
  const begin = (token: string) => stores.keep.set(sessionKey(hashToken(token)), { lang: 'en' }, LIMITS.sessionLife);
  await Promise.all(tokens.map(begin));
  return { port: Number(new URL(await app.listen()).port), tokens };
}

async function socketio(): Promise<{ port: number; tokens: string[] }> {
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

async function bareWs(): Promise<{ port: number; tokens: string[] }> {
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

const started = await (kind === 'socketio' ? socketio() : kind === 'ws' ? bareWs() : tirek());
console.log(JSON.stringify(started));
createInterface({ input: process.stdin }).on('line', () => {
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, rss: process.memoryUsage.rss() }));
});
