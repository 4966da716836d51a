import type { Input, Replies } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { hashLink, newToken } from './links.ts';
import { clientOf, INVITE_COLUMNS, inviteOf } from './people.ts';

type Needs = Pick<Deps, 'supabase'>;

/** A link for one person, 72 hours long. Its token is in this answer and nowhere else. Refusals: not_allowed, unavailable. */
export async function inviteStaff(
  deps: Needs,
  who: Who,
  { languages, groups }: Input<'staff:invite'>,
): Promise<Replies['staff:invite']> {
  const client = await clientOf(deps, who);
  const token = newToken();
  const made = await client.rpc('create_invite', { token_hash: hashLink(token), languages, room_groups: groups });
  if (made.error) throw refusalOf(made.error);
  const { data, error } = await client.from('invites').select(INVITE_COLUMNS).eq('id', made.data).single();
  if (error) throw new Refusal('unavailable', undefined, error);
  return { token, invite: inviteOf(data) };
}

/** The link opens nothing any more. Refusals: link_used (already used or ended), not_allowed, unavailable. */
export async function endInvite(
  deps: Needs,
  who: Who,
  { invite }: Input<'staff:uninvite'>,
): Promise<Record<string, never>> {
  const { error } = await (await clientOf(deps, who)).rpc('revoke_invite', { id: invite });
  if (error) throw refusalOf(error);
  return {};
}
