import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** Adds or takes back one of the four supportive reactions. Refusals: not_member, not_found, muted, banned, rate. */
export async function reactTo(
  deps: Pick<Deps, 'log' | 'access' | 'rates'>,
  who: Who,
  input: Input<'message:react'>,
): Promise<Record<string, never>> {
  const { me } = deps.access.memberOf(who, input.room);
  const wait = deps.rates.take('send', who.session);
  if (wait !== null) throw new Refusal('rate', wait);
  const { muteUntil, banUntil } = await deps.log.sanctions(input.room, who.session);
  if (banUntil !== null) throw new Refusal('banned', banUntil);
  if (muteUntil !== null) throw new Refusal('muted', muteUntil);
  const done = await deps.log.react(input.room, input.seq, me.member, input.reaction, input.on);
  if (done === 'not_found') throw new Refusal('not_found');
  return {};
}
