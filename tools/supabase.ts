import { resolve } from 'node:path';
import { readConfig } from '../server/config.ts';
import { clients } from '../server/database/clients.ts';
import { serve } from '../server/database/embedded/serve.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { seedDirectory } from '../server/database/seed.ts';

/**
 * `npm run supabase [-- PORT]`: the embedded Supabase over HTTP on loopback, for several nodes on one machine.
 * The keys stay in their file; only its name is printed.
 */
const port = Number(process.argv[2] ?? 54321);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error('The port must be a number from 0 to 65535.');
  const embedded = await startEmbedded(resolve(readConfig(process.env).dataDir));
  await seedDirectory(clients(embedded.address, async () => {}).asService());
  const server = await serve(embedded, port).catch(async (error: NodeJS.ErrnoException) => {
    await embedded.close();
    if (error.code === 'EADDRINUSE')
      throw new Error(`The port ${port} is taken. Choose another: npm run supabase -- PORT`);
    throw error;
  });
  console.log(`SUPABASE_URL=${server.url}`);
  console.log(`Keys (publishableKey, secretKey): ${embedded.secretsFile}`);
  const stop = async () => {
    await server.close();
    await embedded.close();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
