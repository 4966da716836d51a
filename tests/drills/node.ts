/**
 * One app node in a process of its own, on the Redis of REDIS_URL, with rooms given directly: drills are about what nodes
 * share, which is Redis. Says its address to the parent; `{ stall: ms }` from the parent blocks its event loop. Ends as
 * server/main.ts does.
 */
import { createApp, type Outer } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLogger } from '../../server/log.ts';
import type { RoomRow } from '../../server/ports/deps.ts';
import { redisStores } from '../../server/stores.ts';

const words = { kk: 'x', ru: 'x', en: 'x' };
const rows: RoomRow[] = Array.from({ length: Number(process.env.ROOMS) }, (_, at) => ({
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
const stores = await redisStores({ url: process.env.REDIS_URL ?? '', prefix: 'drill' });
const app = await createApp({
  ...stores,
  clock: Date.now,
  config: readConfig({ PORT: '0', RATE_SCALE: '1000000' }),
  logger: createLogger('error'),
  guard: () => ({ outcome: 'pass', care: false, labels: [], hits: [] }),
  rooms: { all: () => rows, get: (id: string) => table.get(id), refresh: async () => {} },
  shifts: { next: () => null, refresh: async () => {} },
  renderPage: () => '',
  directory: { helplines: () => [] },
} as unknown as Outer);
const takeDuty = () => Promise.allSettled(rows.map((row) => stores.log.onDuty(row.id, 's-dana', 'Dana')));
await takeDuty();
const duty = setInterval(takeDuty, 1000);

process.on('message', ({ stall }: { stall: number }) => {
  const until = performance.now() + stall;
  while (performance.now() < until);
});
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  clearInterval(duty);
  await app.close();
  await stores.close();
  process.exit(0);
});
process.send?.({ address: await app.listen() });
