import { AccountError, type Accounts } from '../../ports/database.ts';
import { type Address, client } from '../clients.ts';
import { checkPassword } from './password.ts';
import { digest, refusal, sessions } from './sessions.ts';

/** Accounts of a hosted project, through Auth's admin API. Uses the secret key. */
export function hostedAccounts(address: Address): Accounts {
  const { admin } = client(address, address.secretKey).auth;
  return {
    ...sessions(address),
    async create(email, password) {
      await checkPassword(password, email);
      const { data, error } = await admin.createUser({ email, password: digest(password), email_confirm: true });
      if (error) throw refusal(error, error.code === 'email_exists' ? 'taken' : codeOf(error.code));
      if (data.user === null) throw new AccountError('unavailable');
      return { userId: data.user.id };
    },
    async setPassword(userId, password) {
      await checkPassword(password);
      const { error } = await admin.updateUserById(userId, { password: digest(password) });
      if (error && error.code !== 'user_not_found') throw refusal(error, codeOf(error.code));
    },
    async remove(userId) {
      const { error } = await admin.deleteUser(userId);
      if (error && error.code !== 'user_not_found') throw refusal(error, 'unavailable');
    },
  };
}

const codeOf = (code: string | undefined): AccountError['code'] =>
  code === 'weak_password' ? 'weak_password' : 'unavailable';
