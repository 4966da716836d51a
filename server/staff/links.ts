import { createHash, randomBytes } from 'node:crypto';
import type { DeskInput, DeskReplies } from '../../shared/desk-api.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { tellNodes } from './nodes.ts';

type Needs = Pick<Deps, 'supabase' | 'accounts'>;

export const newToken = (): string => randomBytes(32).toString('base64url');
/** The database keeps the SHA-256 (hex) of a link's token alone. */
export const hashLink = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A fresh link for the first coordinator, valid for 72 hours; the links made before it end. Null when there is an active
 * coordinator already.
 */
export async function makeFirstLink({ supabase }: Pick<Deps, 'supabase'>): Promise<string | null> {
  const token = newToken();
  const { error } = await supabase.asService().rpc('create_setup_link', { token_hash: hashLink(token) });
  if (!error) return token;
  if (error.message === 'taken') return null;
  throw new Error('The link for the first coordinator could not be made.', { cause: error });
}

/** What a link is for, without using it. Refusals: link_used, unavailable. */
export async function readLink(deps: Needs, token: string): Promise<DeskReplies['/link'] & { staff: string | null }> {
  const { data, error } = await deps.supabase.asService().rpc('open_link', { token_hash: hashLink(token) });
  if (error) throw new Refusal('unavailable', undefined, error);
  const [link] = data;
  if (!link) throw new Refusal('link_used');
  return { kind: link.kind, until: Date.parse(link.expires_at), staff: link.staff_id };
}

/**
 * Somebody with a link becomes staff: an account, then a place among the staff, in one go or not at all.
 * Refusals: link_used, weak_password, taken (e-mail or working name), unavailable.
 */
export async function redeemLink(deps: Needs, input: DeskInput<'/setup'>): Promise<void> {
  const { kind } = await readLink(deps, input.token);
  if (kind === 'recover') throw new Refusal('link_used');
  const { userId } = await deps.accounts.create(input.email, input.password);
  const { error } = await deps.supabase.asService().rpc('redeem_invite', {
    token_hash: hashLink(input.token),
    user_id: userId,
    working_name: input.workingName,
  });
  if (!error) return;
  await deps.accounts.remove(userId);
  throw refusalOf(error);
}

/**
 * A new password by a link that the operator made. All sessions end; a second factor stays in force (OWASP ASVS 5.0.0,
 * 6.4.3). Refusals: link_used, weak_password, unavailable.
 */
export async function recover(
  deps: Needs & Pick<Deps, 'bus' | 'keep'>,
  { token, password }: DeskInput<'/recover'>,
): Promise<Record<string, never>> {
  const { kind } = await readLink(deps, token);
  if (kind !== 'recover') throw new Refusal('link_used');
  await deps.accounts.check(password);
  const { data: staff, error } = await deps.supabase
    .asService()
    .rpc('redeem_recovery', { token_hash: hashLink(token) });
  if (error) throw refusalOf(error);
  await deps.accounts.setPassword(staff, password);
  await tellNodes(deps, staff);
  return {};
}
