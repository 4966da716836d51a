import type { Input, Replies } from '../../../shared/events.ts';
import type { Deps, Who } from '../../ports/deps.ts';
import { readPhones } from '../../ports/phones.ts';
import { Refusal, refusalOf } from '../../ports/refusal.ts';
import { directoryChanged } from '../changed.ts';
import { staffClient } from './staff.ts';

type Needs = Pick<Deps, 'supabase' | 'directory' | 'bus'>;

/**
 * What a volunteer heard when they called. "Works" waits for a second person; the database holds the two apart. "Wrong" and
 * "closed" tell readers at once that somebody looks into it. Refusals: not_found, bad_input, not_allowed, unavailable.
 */
export async function recordCall(
  deps: Needs,
  asked: Who,
  { kind, id, outcome, phones }: Input<'directory:call'>,
): Promise<Replies['directory:call']> {
  const { client } = await staffClient(deps, asked);
  const other = phones?.trim() ? readPhones(phones) : null;
  const { data: state, error } = await client.rpc('record_call', {
    entry_kind: kind,
    entry: id,
    outcome,
    ...(other ? { phones: other } : {}),
  });
  if (error) throw refusalOf(error);
  if (kind !== 'lead') await directoryChanged(deps);
  return { state };
}

/** The second person's word on a call. Refusals: not_allowed (it was one's own), already_decided, not_found, unavailable. */
export async function confirmCall(
  deps: Needs,
  asked: Who,
  { call, works }: Input<'directory:confirm'>,
): Promise<Replies['directory:confirm']> {
  const { client } = await staffClient(deps, asked);
  const { error } = await client.rpc('confirm_call', { call, works });
  if (error) throw refusalOf(error);
  await directoryChanged(deps);
  return {};
}

/** An editor is done with a lead: an entry was made of it, or it leads nowhere. Refusals: not_found, unavailable. */
export async function closeLead(
  deps: Needs,
  asked: Who,
  { id, status }: Input<'directory:lead'>,
): Promise<Replies['directory:lead']> {
  const { client } = await staffClient(deps, asked);
  const { data, error } = await client.from('leads').update({ status }).eq('id', id).select('id');
  if (error) throw refusalOf(error);
  if (data.length === 0) throw new Refusal('not_found');
  return {};
}
