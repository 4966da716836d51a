/**
 * One server under measurement, in a process of its own: `tirek` (in-process or on the Redis of REDIS_URL), bare `socketio`
 * (io.to(room).emit and nothing else), or bare `ws`. Says its port and tokens on standard output; `usage` on standard input
 * is answered with CPU seconds and resident bytes.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { createApp, type Outer } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLogger } from '../../../server/log.ts';
import type { RoomRow } from '../../../server/ports/deps.ts';
import { memoryStores, redisStores } from '../../../server/stores.ts';

const [kind = 'tirek', rooms = '40', people = '1000'] = process.argv.slice(2);

async function tirek(): Promise<{ port: number; tokens: string[] }> {
  const clock = Date.now;
  const url = process.env.REDIS_URL;
  const stores = url ? await redisStores({ url, prefix: randomBytes(6).toString('hex') }) : memoryStores({ clock });
  const words = { kk: 'x', ru: 'x', en: 'x' };
  const rows: RoomRow[] = Array.from({ length: Number(rooms) }, (_, at) => ({
    id: `room-${at}`,
    group: 'main',
    lang: null,
    name: words,
    about: words,
    rules: { kk: [], ru: [], en: [] },
    youth: false,
    capacity: 1000,
  }));
  const table = new Map(rows.map((row) => [row.id, row]));
  const app = await createApp({
    ...stores,
    clock,
    config: readConfig({ PORT: '0', RATE_SCALE: '1000000' }),
    logger: createLogger('warn'),
    // The guard has a bench of its own.
    guard: () => ({ outcome: 'pass', care: false, labels: [], hits: [] }),
    rooms: { all: () => rows, get: (id: string) => table.get(id), refresh: async () => {} },
    shifts: { next: () => null, refresh: async () => {} },
    renderPage: () => '',
    directory: { helplines: () => [] },
  } as unknown as Outer);
  const renew = () => Promise.all(rows.map((row) => stores.log.onDuty(row.id, 'bench', 'Bench')));
  await renew();
  setInterval(() => void renew().catch(() => {}), 3000).unref();
  const tokens = Array.from({ length: Number(people) }, () => randomBytes(32).toString('base64url'));
  const hash = (token: string) => createHash('sha256').update(token).digest('base64url');
  await Promise.all(tokens.map((token) => stores.keep.set(`session:${hash(token)}`, { lang: 'en' }, 3_600_000)));
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
