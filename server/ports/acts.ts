import type { Database } from '../database/types.ts';
import type { StaffWho } from './deps.ts';

type Functions = Database['public']['Functions'];
type Given<Name extends keyof Functions> = { act: Name; input: Functions[Name]['Args'] };

/** What a member of staff decided: ids and codes alone. Its rights are asked for by the database's function of that name. */
export type StaffAct =
  | Given<'claim_case'>
  | Given<'release_case'>
  | Given<'decide_case'>
  | Given<'note_sanction'>
  | Given<'lift_sanction'>
  | Given<'write_audit'>;

/** What the server itself writes for guests. Writing one twice changes nothing. */
export type ServerAct = Given<'open_case'> | Given<'mark_told'>;

/**
 * The way of acts into the database: once each, in the order in which they were taken. While the database is away they wait
 * in the Keep, for whichever node sees its return first. Rejects with `Unavailable` when the store does not answer either.
 */
export interface Acts {
  /**
   * Written as the person, or put aside. `whileAway` runs before an act is put aside: what the database would have refused
   * must be refused there. Throws `Refusal` when the database refuses.
   */
  write(who: StaffWho, act: StaffAct, whileAway?: () => Promise<void>): Promise<void>;
  writeForGuest(act: ServerAct): Promise<void>;
}
