import { createHash, randomBytes } from 'node:crypto';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'supabase' | 'accounts'>;

/** The database keeps the SHA-256 (hex) of a link's token alone. */
const hashLink = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A fresh link for the first coordinator, valid for 72 hours; the links made before it end. Null when there is an active
 * coordinator already.
 */
export async function makeFirstLink({ supabase }: Pick<Deps, 'supabase'>): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const { error } = await supabase.asService().rpc('create_setup_link', { token_hash: hashLink(token) });
  if (!error) return token;
  if (error.message === 'taken') return null;
  throw new Error('The link for the first coordinator could not be made.', { cause: error });
}

/**
 * Somebody with a link becomes staff: an account, then a place among the staff, in one go or not at all.
 * Refusals: link_used, weak_password, taken (e-mail or working name), unavailable.
 */
export async function redeemLink(
  deps: Needs,
  input: { token: string; email: string; password: string; workingName: string },
): Promise<void> {
  const service = deps.supabase.asService();
  const token_hash = hashLink(input.token);
  const { data, error } = await service.rpc('open_link', { token_hash });
  if (error) throw new Refusal('unavailable', undefined, error);
  if (data.length === 0 || data[0]?.kind === 'recover') throw new Refusal('link_used');
  const { userId } = await deps.accounts.create(input.email, input.password);
  const joined = await service.rpc('redeem_invite', { token_hash, user_id: userId, working_name: input.workingName });
  if (!joined.error) return;
  await deps.accounts.remove(userId);
  const code = (['link_used', 'taken'] as const).find((known) => known === joined.error.message);
  throw new Refusal(code ?? 'unavailable', undefined, joined.error);
}
