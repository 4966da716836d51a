import { AccountError, type Accounts } from '../../ports/database.ts';
import type { Embedded } from '../embedded.ts';
import { checkPassword } from './password.ts';
import { digest, sessions } from './sessions.ts';

/** Accounts of the embedded Auth, where strangers cannot sign up. */
export function embeddedAccounts({ address, ask }: Embedded): Accounts {
  const asked: typeof ask = async (question) => {
    try {
      return await ask(question);
    } catch (error) {
      const { code } = error as { code?: string };
      throw new AccountError(code === 'taken' || code === 'weak_password' ? code : 'unavailable', error);
    }
  };
  return {
    ...sessions(address),
    async create(email, password) {
      await checkPassword(password, email);
      const answer = await asked({ do: 'createAccount', email, password: digest(password) });
      if (!('userId' in answer)) throw new AccountError('unavailable');
      return { userId: answer.userId };
    },
    async setPassword(userId, password) {
      await checkPassword(password);
      await asked({ do: 'setPassword', userId, password: digest(password) });
    },
    async remove(userId) {
      await asked({ do: 'removeAccount', userId });
    },
  };
}
