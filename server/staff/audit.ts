import type { Act, Deps, StaffWho } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** Writes an act into the audit as the person who did it; the database sets the actor, the time and the chain. Throws `unavailable`. */
export async function recordAct(
  deps: Pick<Deps, 'supabase'>,
  who: StaffWho,
  { act, kind = '', subject = '', details = {} }: Act,
): Promise<void> {
  const client = deps.supabase.asStaff(await who.access());
  const { error } = await client.rpc('write_audit', { act, subject_kind: kind, subject, details });
  if (error) throw new Refusal(error.message === 'not_allowed' ? 'not_allowed' : 'unavailable', undefined, error);
}
