import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { openSupabase } from './database/open.ts';
import { readDirectory } from './database/read-directory.ts';
import { seedDirectory } from './database/seed.ts';
import { createDirectory } from './directory/snapshot.ts';
import { PlannedShifts } from './duty/shifts.ts';
import { createGuard } from './guard/guard.ts';
import { createLogger } from './log.ts';
import { loadPages } from './pages.ts';
import type { Config } from './ports/config.ts';
import { Rooms } from './rooms/table.ts';
import { makeFirstLink } from './staff/links.ts';
import { memoryStores, redisStores, type Stores } from './stores.ts';

/** How often the directory is read again, for edits made elsewhere. */
const REREAD = 60_000;
/** How long a shutdown may take before the process ends all the same. */
const LAST_CALL = 10_000;

/** Environment, outer parts, app, listen, signals. Resolves when the server listens. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger('info');
  const renderPage = await loadPages();
  console.log(
    config.supabase ? 'Connecting to Supabase ...' : `Opening the embedded database in ${config.dataDir} ...`,
  );
  const { supabase, accounts, sealer } = await openSupabase(config);
  try {
    if (!config.supabase)
      await seedDirectory(supabase.asService(), (table, done, of) => console.log(`  ${table}: ${done} of ${of}`));
    const stores = await openStores(config, (problem) => logger.warn({ problem }, 'Redis'));
    const directory = await createDirectory({
      read: () => readDirectory(supabase.asPublic()),
      file: `${config.dataDir}/directory.json`,
      clock: Date.now,
      onProblem: (problem, cause) => logger.warn({ problem, err: cause }, 'the directory keeps its last snapshot'),
    });
    directory.start(REREAD);
    const guard = createGuard({ allow: directory.helplines().map((line) => line.number) });
    const rooms = new Rooms(supabase.asPublic(), stores.keep);
    const shifts = new PlannedShifts(supabase.asPublic());
    const outer = {
      config,
      clock: Date.now,
      logger,
      ...stores,
      guard,
      directory,
      supabase,
      accounts,
      sealer,
      renderPage,
      rooms,
      shifts,
    };
    const app = await createApp(outer);
    const address = await app.listen();
    const closeAll = async () => {
      await app.close();
      await directory.stop();
      await stores.close();
      await supabase.close();
    };
    onSignals(closeAll);
    const link = await makeFirstLink({ supabase }).catch((error: unknown) => {
      logger.warn({ err: error }, 'the first link could not be made');
      return null;
    });
    greet(config, address, link);
  } catch (error) {
    await supabase.close();
    throw error;
  }
}

function openStores(
  { redisUrl: url, messageLife }: Config,
  onProblem: (problem: string) => void,
): Promise<Stores> | Stores {
  return url ? redisStores({ url, prefix: 'tirek', messageLife, onProblem }) : memoryStores();
}

function greet(config: Config, address: string, link: string | null): void {
  const origin = config.publicOrigin ?? address;
  console.log(`Tirek ${config.version} listens at ${address}/`);
  if (link)
    console.log(
      `\nNobody works here yet. The first coordinator opens this link once, within 72 hours:\n${origin}/desk#setup=${link}\n`,
    );
}

function onSignals(close: () => Promise<void>): void {
  let closing = false;
  const end = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), LAST_CALL).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** One sentence for what the operator can mend; the rest as it is. */
function sentence(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `The port is taken. Choose another with PORT, or stop what uses it.`;
  if (code === 'EACCES')
    return `This user may not listen on that port or write to that folder. Choose another PORT or DATA_DIR.`;
  return message;
}

main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});
