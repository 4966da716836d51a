import type { StaffRow } from '../database/types.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { spendCode } from './factor.ts';
import { peek } from './session.ts';
import { countTry, forgiveTries, type Tries } from './slow.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock' | 'sealer' | 'logger'>;

/**
 * Whoever sits at a signed-in desk shows again who they are before they change how they sign in: by the password, and by
 * a code where a second factor is set (OWASP ASVS 5.0.0, 7.5.1). The account's e-mail. Refusals: wrong_credentials,
 * wrong_code, rate, no_session, unavailable.
 */
export async function proveOneself(
  deps: Needs,
  { signedIn, row }: { signedIn: string; row: StaffRow },
  { password, code }: { password: string; code?: string | undefined },
): Promise<string> {
  const session = await peek(deps, signedIn);
  if (!session) throw new Refusal('no_session');
  const tries: Tries = { what: 'password', who: row.id, browser: signedIn };
  await countTry(deps, tries);
  const email = await deps.accounts.confirm(session.tokens, password);
  if (email === null) throw new Refusal('wrong_credentials');
  if (row.second_factor_at !== null && !(await spendCode(deps, row.id, code ?? ''))) throw new Refusal('wrong_code');
  await forgiveTries(deps, tries);
  return email;
}
