import { hash } from 'bcryptjs';
import type { Lite, Settings } from './lite.ts';

/** bcrypt rounds of Supabase Auth's own default. */
const ROUNDS = 10;

/** Acts on the embedded Auth that its HTTP interface does not offer. Errors carry a `code`. */
export interface EmbeddedAccounts {
  /** @throws an error with code `taken` when the e-mail has an account, `weak_password` when Auth refuses the password */
  create(email: string, password: string): Promise<string>;
  /** Also ends all sessions; false when there is no such account. */
  setPassword(userId: string, password: string): Promise<boolean>;
  remove(userId: string): Promise<boolean>;
  exists(userId: string): Promise<boolean>;
}

export function embeddedAccounts(lite: Lite, settings: Settings): EmbeddedAccounts {
  const { sql } = lite;
  return {
    async create(email, password) {
      const response = await lite.fetchSignUp(
        new Request('http://embedded/auth/v1/signup', {
          method: 'POST',
          headers: { 'content-type': 'application/json', apikey: settings.publishableKey },
          body: JSON.stringify({ email, password }),
        }),
      );
      const said = (await response.json()) as { user?: { id: string }; error_code?: string };
      if (said.user === undefined) throw Object.assign(new Error('sign-up refused'), { code: codeOf(said.error_code) });
      // Signing up opens a session that nobody uses.
      await sql.query('delete from auth.sessions where user_id = $1', [said.user.id]);
      return said.user.id;
    },
    async setPassword(userId, password) {
      const encrypted = await hash(password, ROUNDS);
      const rows = await sql.query(
        'update auth.users set encrypted_password = $2, updated_at = now() where id = $1 returning id',
        [userId, encrypted],
      );
      await sql.query('delete from auth.sessions where user_id = $1', [userId]);
      return rows.length > 0;
    },
    async exists(userId) {
      return (await sql.query('select from auth.users where id = $1', [userId])).length > 0;
    },
    async remove(userId) {
      return (await sql.query('delete from auth.users where id = $1 returning id', [userId])).length > 0;
    },
  };
}

const codeOf = (error: string | undefined): string =>
  error === 'user_already_exists' || error === 'email_exists'
    ? 'taken'
    : error === 'weak_password'
      ? 'weak_password'
      : 'internal';
