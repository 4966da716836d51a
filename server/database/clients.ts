import { createClient } from '@supabase/supabase-js';
import type { Client, Supabase } from '../ports/database.ts';
import type { Database } from './types.ts';

export interface Address {
  url: string;
  publishableKey: string;
  secretKey: string;
  /** How requests travel; absent: over the network. */
  fetch?: typeof fetch;
}

const NO_SESSION = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } as const;

/** The three clients of one project; `close` ends what the address needs. */
export function clients(address: Address, close: () => Promise<void>): Supabase {
  const service = client(address, address.secretKey);
  const open = client(address, address.publishableKey);
  return {
    asPublic: () => open,
    asStaff: (accessToken) => client(address, address.publishableKey, accessToken),
    asService: () => service,
    close,
  };
}

export function client(address: Address, key: string, accessToken?: string): Client {
  return createClient<Database>(address.url, key, {
    auth: NO_SESSION,
    global: address.fetch ? { fetch: address.fetch } : {},
    ...(accessToken === undefined ? {} : { accessToken: async () => accessToken }),
  });
}
