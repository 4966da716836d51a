import type { Accounts, Supabase } from '../ports/database.ts';
import { clients } from './clients.ts';

export interface DatabaseConfig {
  /** The folder of the embedded database; not touched when `supabase` is set. */
  dataDir: string;
  /** A hosted project; null: the embedded one. */
  supabase: { url: string; publishableKey: string; secretKey: string } | null;
}

/**
 * Opens the hosted project or starts the embedded database. Only what is chosen is loaded.
 *
 * @throws a sentence for the operator when the folder is in use, cannot be read or holds newer data
 */
export async function openSupabase(config: DatabaseConfig): Promise<{ supabase: Supabase; accounts: Accounts }> {
  if (config.supabase) {
    const { hostedAccounts } = await import('./accounts/hosted.ts');
    return { supabase: clients(config.supabase, async () => {}), accounts: hostedAccounts(config.supabase) };
  }
  const { startEmbedded } = await import('./embedded.ts');
  const { embeddedAccounts } = await import('./accounts/embedded.ts');
  const embedded = await startEmbedded(config.dataDir);
  return { supabase: clients(embedded.address, embedded.close), accounts: embeddedAccounts(embedded) };
}
