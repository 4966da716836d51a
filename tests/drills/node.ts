/**
 * One app node in a process of its own, on the Redis of REDIS_URL, with rooms given directly: drills are about what nodes
 * share, which is Redis. Says its address to the parent; `{ stall: ms }` from the parent blocks its event loop. Ends as
 * server/main.ts does.
 */
import { redisStores } from '../../server/stores.ts';
import { bareNode } from '../support/bare-node.ts';

const stores = await redisStores({ url: process.env.REDIS_URL ?? '', prefix: 'drill' });
const { app, takeDuty } = await bareNode(stores, Number(process.env.ROOMS), { level: 'error' });
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
