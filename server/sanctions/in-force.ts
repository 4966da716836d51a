import type { Input, Replies } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'access' | 'supabase' | 'clock'>;

const MOST = 50;

/**
 * The mutes that were placed in a room and are in force, newest first; read as the volunteer, so that policies act.
 * Refusals: not_found, not_allowed, unavailable.
 */
export async function listSanctions(
  deps: Needs,
  who: Who,
  { room }: Input<'sanction:list'>,
): Promise<Replies['sanction:list']> {
  deps.access.roomFor(who, room);
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const now = new Date(deps.clock()).toISOString();
  const { data, error } = await deps.supabase
    .asStaff(await who.access())
    .from('sanctions')
    .select('id, session, kind, reason, decided_at, until')
    .eq('room', room)
    .is('lifted_at', null)
    .gt('until', now)
    .order('decided_at', { ascending: false })
    .limit(MOST);
  if (error) throw refusalOf(error);
  const sanctions = data.map(({ id, session, kind, reason, decided_at, until }) => ({
    id,
    member: session ?? '',
    kind,
    reason,
    at: Date.parse(decided_at),
    until: until === null ? null : Date.parse(until),
  }));
  return { sanctions };
}
