import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openSupabase } from '../../server/database/open.ts';
import { readDirectory } from '../../server/database/read-directory.ts';
import { seedDirectory } from '../../server/database/seed.ts';
import { createDirectory } from '../../server/directory/snapshot.ts';
import { PlannedShifts } from '../../server/duty/shifts.ts';
import { createGuard } from '../../server/guard/guard.ts';
import { createLogger } from '../../server/log.ts';
import { loadPages } from '../../server/pages.ts';
import type { Accounts, Sealer, Supabase } from '../../server/ports/database.ts';
import type { Guard } from '../../server/ports/guard.ts';
import { Rooms } from '../../server/rooms/table.ts';
import { memoryStores, type Stores } from '../../server/stores.ts';

/** A database as a fresh machine has it: embedded, migrated, seeded, in a temporary folder. */
export interface House {
  supabase: Supabase;
  accounts: Accounts;
  sealer: Sealer;
  folder: string;
  close(): Promise<void>;
}

/** A folder that `services.ts` has made once for the run; copying it is faster than migrating and seeding each time. */
export const TEMPLATE = 'TIREK_TEST_HOUSE';

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-house-'));
  const template = process.env[TEMPLATE];
  if (template) cpSync(template, folder, { recursive: true });
  const { supabase, accounts, sealer } = await openSupabase({ dataDir: folder, supabase: null });
  await seedDirectory(supabase.asService());
  return {
    supabase,
    accounts,
    sealer,
    folder,
    close: async () => {
      await supabase.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface TestNode {
  address: string;
  app: App;
  /** Every line this node logged. */
  lines: string[];
  stores: Stores;
  close(): Promise<void>;
}

export interface NodeOptions {
  stores?: Stores;
  clock?: () => number;
  guard?: Guard;
  drainMs?: number;
  env?: Record<string, string>;
}

/** A real server on a free port. */
export async function startNode(house: House, options: NodeOptions = {}): Promise<TestNode> {
  const clock = options.clock ?? Date.now;
  const stores = options.stores ?? memoryStores({ clock });
  const lines: string[] = [];
  const directory = await createDirectory({
    read: () => readDirectory(house.supabase.asPublic()),
    file: join(house.folder, 'directory.json'),
    clock,
  });
  const app = await createApp({
    config: readConfig({ PORT: '0', DATA_DIR: house.folder, RATE_SCALE: '1000', POW_COST: '0', ...options.env }),
    clock,
    logger: createLogger('trace', { write: (line) => void lines.push(line) }),
    ...stores,
    guard: options.guard ?? createGuard({ allow: directory.helplines().map(({ number }) => number) }),
    directory,
    supabase: house.supabase,
    accounts: house.accounts,
    sealer: house.sealer,
    renderPage: await loadPages(),
    drainMs: options.drainMs ?? 0,
    rooms: new Rooms(house.supabase.asPublic(), stores.keep),
    shifts: new PlannedShifts(house.supabase.asPublic()),
  });
  const address = await app.listen();
  return {
    address,
    app,
    lines,
    stores,
    close: async () => {
      await app.close();
      await directory.stop();
      if (!options.stores) await stores.close();
    },
  };
}
