import type { Accounts, Sealer, Supabase } from '../ports/database.ts';
import { clients } from './clients.ts';
import { sealer } from './seal.ts';

export interface DatabaseConfig {
  /** The folder of the embedded database; not touched when `supabase` is set. */
  dataDir: string;
  /** A hosted project; null: the embedded one. */
  supabase: { url: string; publishableKey: string; secretKey: string } | null;
  /** Seals the second factors of staff; null: drawn from the database's secret key. */
  staffKey?: string | null;
}

export interface Opened {
  supabase: Supabase;
  accounts: Accounts;
  sealer: Sealer;
}

/**
 * Opens the hosted project or starts the embedded database. Only what is chosen is loaded.
 *
 * @throws a sentence for the operator when the folder is in use, cannot be read or holds newer data
 */
export async function openSupabase(config: DatabaseConfig): Promise<Opened> {
  if (config.supabase) {
    const { hostedAccounts } = await import('./accounts/hosted.ts');
    const address = config.supabase;
    return {
      supabase: clients(address, async () => {}),
      accounts: hostedAccounts(address),
      sealer: sealer(config.staffKey ?? address.secretKey),
    };
  }
  const { startEmbedded } = await import('./embedded.ts');
  const { embeddedAccounts } = await import('./accounts/embedded.ts');
  const embedded = await startEmbedded(config.dataDir);
  return {
    supabase: clients(embedded.address, embedded.close),
    accounts: embeddedAccounts(embedded),
    sealer: sealer(config.staffKey ?? embedded.address.secretKey),
  };
}
