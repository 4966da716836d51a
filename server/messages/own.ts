import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'log' | 'access'>;

/** Takes back one message of mine, from the log and from every screen. Refusals: not_member, not_found. */
export async function retractMessage(
  deps: Needs,
  who: Who,
  input: Input<'message:retract'>,
): Promise<Record<string, never>> {
  const { me } = deps.access.memberOf(who, input.room);
  if ((await deps.log.retract(input.room, input.seq, me.member)) === 'not_found') throw new Refusal('not_found');
  return {};
}

/** Takes back everything I wrote in this room, held messages too. */
export async function forgetMe(deps: Needs, who: Who, input: Input<'me:forget'>): Promise<{ removed: number }> {
  const { me } = deps.access.memberOf(who, input.room);
  return { removed: await deps.log.forget(input.room, me.member) };
}
