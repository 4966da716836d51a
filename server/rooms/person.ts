import { randomBytes } from 'node:crypto';
import type { Person } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { memberKey } from './access.ts';
import { drawName } from './names.ts';

/** With fifty people of one language in a room one in 1,500 gets a number. */
const DRAWS = 3;

export const personKey = (room: string, session: string): string => `person:${room}:${session}`;

/**
 * Who this session is in this room: the same person on every tab and after every reconnect, another one in another room,
 * so that nobody can be followed from room to room. Guests get a name that nobody else has in the room. The way back from
 * the member to the session is kept beside it, for what volunteers do to a member.
 */
export async function personIn(deps: Pick<Deps, 'keep'>, who: Who, room: string): Promise<Person> {
  const key = personKey(room, who.session);
  const known = await deps.keep.renew<Person>(key, LIMITS.sessionLife);
  if (known) {
    await rememberMember(deps, who, room, known.member);
    return known;
  }
  const member = randomBytes(9).toString('base64url');
  const person: Person =
    who.kind === 'staff' ? { member, name: who.name, staff: true } : { member, name: await freeName(deps, who, room) };
  await rememberMember(deps, who, room, member);
  // Two tabs may arrive at the same moment: the first claim is the person, for both.
  if (await deps.keep.claim(key, person, LIMITS.sessionLife)) return person;
  return (await deps.keep.get<Person>(key)) ?? person;
}

async function rememberMember(...[deps, who, room, member]: [Pick<Deps, 'keep'>, Who, string, string]): Promise<void> {
  const value = { session: who.session, staff: who.kind === 'staff' };
  await deps.keep.set(memberKey(room, member), value, LIMITS.sessionLife);
}

/** A name in the person's language that nobody has in the room, claimed for their session. */
export async function freeName(deps: Pick<Deps, 'keep'>, who: Who, room: string): Promise<string> {
  for (let draw = 0; ; draw += 1) {
    const drawn = drawName(who.lang);
    // A room that has used up the simple names gets numbered ones.
    const name = draw < DRAWS ? drawn : `${drawn} ${draw - DRAWS + 2}`;
    if (await deps.keep.claim(`name:${room}:${name}`, who.session, LIMITS.sessionLife)) return name;
  }
}
