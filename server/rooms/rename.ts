import type { Person } from '../../shared/entries.ts';
import type { Input } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { freeName, personKey } from './person.ts';

type Needs = Pick<Deps, 'keep' | 'access' | 'broadcast'>;

/**
 * Draws another name, once per room; the old one stays taken, so that nobody else becomes it. Every tab of the session is
 * told with `me`. Refusals: not_member, already_decided (it was drawn again before).
 */
export async function redrawName(deps: Needs, who: Who, { room }: Input<'me:rename'>): Promise<{ me: Person }> {
  const { me } = deps.access.memberOf(who, room);
  if (!(await deps.keep.claim(`renamed:${room}:${who.session}`, true, LIMITS.sessionLife)))
    throw new Refusal('already_decided');
  const renamed: Person = { ...me, name: await freeName(deps, who, room) };
  await deps.keep.set(personKey(room, who.session), renamed, LIMITS.sessionLife);
  who.rooms.set(room, renamed);
  await deps.broadcast.toSession(who.session, 'me', { room, me: renamed });
  return { me: renamed };
}
