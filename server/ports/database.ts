import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../database/types.ts';

export type Client = SupabaseClient<Database>;

/** Supabase, hosted or embedded. Policies act in the first two; the third is used by the files that tests/access lists, no others. */
export interface Supabase {
  asPublic(): Client;
  /** Carries the person's own JWT. */
  asStaff(accessToken: string): Client;
  asService(): Client;
  close(): Promise<void>;
}

/** Short secrets of staff, sealed before they enter the database. `owner` (a staff id) is part of the seal. */
export interface Sealer {
  seal(text: string, owner: string): string;
  /** Null when it was not sealed with this key for this owner. */
  open(sealed: string, owner: string): string | null;
}

/** Accounts of staff in Supabase Auth, behind one port with two adapters. */
export interface Accounts {
  /** Creates a confirmed account; rejects with `AccountError`. */
  create(email: string, password: string): Promise<{ userId: string }>;
  signIn(email: string, password: string): Promise<StaffTokens>;
  /** New tokens for a refresh token; rejects with `AccountError('no_session')` when it is spent or revoked. */
  refresh(refreshToken: string): Promise<StaffTokens>;
  signOut(tokens: StaffTokens): Promise<void>;
  /** Rejects with `weak_password` for one that `create` and `setPassword` would refuse. */
  check(password: string, email?: string): Promise<void>;
  /** The account's e-mail when this is its password, null when it is not. */
  confirm(tokens: StaffTokens, password: string): Promise<string | null>;
  setPassword(userId: string, password: string): Promise<void>;
  remove(userId: string): Promise<void>;
}

export interface StaffTokens {
  userId: string;
  access: string;
  refresh: string;
  /** When the access token ends, ms since 1970. */
  expiresAt: number;
}

export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: 'wrong_credentials' | 'weak_password' | 'no_session' | 'taken' | 'unavailable';
  constructor(code: AccountError['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
