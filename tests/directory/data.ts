import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSupabase } from '../../server/database/open.ts';
import { readDirectory } from '../../server/database/read-directory.ts';
import { seedDirectory } from '../../server/database/seed.ts';
import type { DirectoryData } from '../../server/ports/directory.ts';

/** The directory as a new installation has it: migrations, seed and reading, on an embedded database of its own. */
export async function seededDirectory(): Promise<DirectoryData> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-directory-'));
  const { supabase } = await openSupabase({ dataDir: join(folder, 'data'), supabase: null });
  try {
    await seedDirectory(supabase.asService());
    return await readDirectory(supabase.asPublic());
  } finally {
    await supabase.close();
    rmSync(folder, { recursive: true });
  }
}

/** What the run's own database published after migrations and seed (tests/support/services.ts). */
export const publishedDirectory = (): DirectoryData =>
  JSON.parse(readFileSync(`${process.env.TIREK_TEST_HOUSE}.directory.json`, 'utf8')) as DirectoryData;
