import type { DeskInput } from '../../shared/desk-api.ts';
import type { StaffRow } from '../database/types.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { accountKey } from './browser.ts';
import { tellNodes } from './nodes.ts';
import { proveOneself } from './proof.ts';
import { openStaffSession } from './session.ts';
import type { Entered } from './sign-in.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock' | 'sealer' | 'bus' | 'logger'>;

/**
 * Changes one's own password; every session ends and this browser gets a new one (OWASP ASVS 5.0.0, 6.2.2, 6.2.3, 7.4.3).
 * Refusals: weak_password, and as `proveOneself`.
 */
export async function changePassword(
  deps: Needs,
  me: { signedIn: string; row: StaffRow },
  { current, next, code }: DeskInput<'/password'>,
): Promise<Entered & { next: 'in' }> {
  await deps.accounts.check(next);
  const email = await proveOneself(deps, me, { password: current, code });
  await deps.accounts.check(next, email);
  await deps.accounts.setPassword(me.row.id, next);
  const service = deps.supabase.asService();
  const ended = await service.rpc('end_sessions', { staff_id: me.row.id });
  const noted = await service.rpc('write_audit', { act: 'password.set', subject_kind: 'staff', subject: me.row.id });
  if (ended.error || noted.error) throw new Refusal('unavailable', undefined, ended.error ?? noted.error);
  await tellNodes(deps, me.row.id);
  const tokens = await deps.accounts.signIn(email, next);
  const session = await openStaffSession(deps, tokens, me.row.session_epoch + 1);
  return { next: 'in', account: accountKey(email), name: me.row.working_name, session };
}
