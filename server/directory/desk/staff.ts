import type { Client } from '../../ports/database.ts';
import type { Deps, StaffWho, Who } from '../../ports/deps.ts';
import { Refusal } from '../../ports/refusal.ts';

export type StaffNeeds = Pick<Deps, 'supabase'>;

/** The database as this person may see and change it: their own token, so that policies act. Throws `not_allowed`. */
export async function staffClient(deps: StaffNeeds, who: Who): Promise<{ client: Client; who: StaffWho }> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  return { client: deps.supabase.asStaff(await who.access()), who };
}
