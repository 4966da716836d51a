import type { Input, Replies } from '../../../shared/events.ts';
import type { Deps, Who } from '../../ports/deps.ts';
import { Refusal, refusalOf } from '../../ports/refusal.ts';
import { directoryChanged } from '../changed.ts';
import { dropSuggestion } from '../repair/suggest.ts';
import { staffClient } from './staff.ts';

type Needs = Pick<Deps, 'supabase' | 'directory' | 'bus' | 'keep'>;

/** Ends a repair, once; readers see it at once. Refusals: already_decided, not_found, unavailable. */
export async function decideRepair(
  deps: Needs,
  asked: Who,
  input: Input<'directory:repair'>,
): Promise<Replies['directory:repair']> {
  const { client } = await staffClient(deps, asked);
  const { error } = await client.rpc('decide_repair', input);
  if (error) throw refusalOf(error);
  await directoryChanged(deps);
  return {};
}

/** Shows an entry to readers, holds it back or closes it. A line is only shown or held back. Refusals: not_found, bad_input, unavailable. */
export async function setStatus(
  deps: Needs,
  asked: Who,
  { kind, id, status }: Input<'directory:status'>,
): Promise<Replies['directory:status']> {
  const { client } = await staffClient(deps, asked);
  const { data, error } =
    kind === 'listing'
      ? await client.from('listings').update({ status }).eq('id', id).select('id')
      : await client
          .from('helplines')
          .update({ publish: publishOf(status) })
          .eq('id', id)
          .select('id');
  if (error) throw refusalOf(error);
  if (data.length === 0) throw new Refusal('not_found');
  await directoryChanged(deps);
  return {};
}

/** A line that is shown again carries its note: nobody has said since that its sources agree. */
const publishOf = (status: Input<'directory:status'>['status']) => (status === 'published' ? 'yes_with_note' : 'no');

/** A suggestion that becomes no entry is gone. */
export async function refuseSuggestion(
  deps: Needs,
  _asked: Who,
  { suggestion }: Input<'directory:refuse'>,
): Promise<Replies['directory:refuse']> {
  await dropSuggestion(deps, suggestion);
  return {};
}
