import { createHash } from 'node:crypto';
import type { AuthError, Session } from '@supabase/supabase-js';
import { AccountError, type Accounts, type StaffTokens } from '../../ports/database.ts';
import { type Address, client } from '../clients.ts';
import { checkPassword } from './password.ts';

/**
 * What Auth gets in place of the password. Auth's bcrypt reads 72 bytes, which is 36 Kazakh letters; a digest lets every
 * character of a long password count (OWASP ASVS 5.0.0, 6.2.8 and 6.2.9). The prefix keeps digests that leaked elsewhere
 * from being tried here. 64 characters.
 */
export const digest = (password: string): string =>
  createHash('sha384')
    .update(`tirek:${password.normalize('NFC')}`)
    .digest('base64');

/** Signing in and out works alike on hosted and embedded Auth. */
export function sessions(address: Address): Pick<Accounts, 'signIn' | 'refresh' | 'signOut' | 'check' | 'confirm'> {
  // A client for each act: supabase-js keeps the last session in the client's memory.
  const auth = () => client(address, address.publishableKey).auth;
  return {
    async signIn(email, password) {
      const { data, error } = await auth().signInWithPassword({ email, password: digest(password) });
      if (error) throw refusal(error, 'wrong_credentials');
      return tokens(data.session);
    },
    async confirm({ access }, password) {
      const own = auth();
      const { data, error } = await own.getUser(access);
      if (error) throw refusal(error, 'no_session');
      const email = data.user.email ?? '';
      const tried = await own.signInWithPassword({ email, password: digest(password) });
      if (tried.error && isAnswer(tried.error) && tried.error.status !== 429) return null;
      if (tried.error) throw new AccountError('unavailable', tried.error);
      // Signing in only to see whether it works opened a session that nobody uses.
      await auth().admin.signOut(tokens(tried.data.session).access, 'local');
      return email;
    },
    check: checkPassword,
    async refresh(refreshToken) {
      const { data, error } = await auth().refreshSession({ refresh_token: refreshToken });
      if (error) throw refusal(error, 'no_session');
      return tokens(data.session);
    },
    async signOut({ access }) {
      const { error } = await auth().admin.signOut(access, 'local');
      // A session that is already over is what was asked for.
      if (error && !isAnswer(error)) throw new AccountError('unavailable', error);
    },
  };
}

function tokens(session: Session | null): StaffTokens {
  if (session === null) throw new AccountError('no_session');
  const { access_token: access, refresh_token: refresh, expires_at: end, user } = session;
  return { userId: user.id, access, refresh, expiresAt: (end ?? 0) * 1000 };
}

/** Auth answered with a refusal, rather than not at all or with an error of its own. */
const isAnswer = (error: AuthError): boolean => error.status !== undefined && error.status >= 400 && error.status < 500;

export function refusal(error: AuthError, code: AccountError['code']): AccountError {
  return new AccountError(isAnswer(error) && error.status !== 429 ? code : 'unavailable', error);
}
