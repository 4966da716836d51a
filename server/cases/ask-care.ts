import type { Input } from '../../shared/events.ts';
import type { Deps, Who } from '../ports/deps.ts';

type Needs = Pick<Deps, 'cases' | 'rooms' | 'log' | 'shifts' | 'clock'>;
type Answer = { room: string; onDuty: boolean; nextShift: number | null };

/**
 * "Stay with me": asks a volunteer to come now. No mute, ban, rate or closed room refuses it. When nobody is on duty in the
 * room, a room of the same age with somebody on duty is asked, and the answer says which.
 */
export async function askForCare(deps: Needs, who: Who, { room }: Input<'care:ask'>): Promise<Answer> {
  const desk = await deps.cases.raise({
    kind: 'care',
    ring: null,
    room: room ?? null,
    about: { session: who.session, person: (room && who.rooms.get(room)) || null },
    text: null,
    id: null,
    place: null,
    heldId: null,
    labels: [],
    hits: [],
  });
  const onDuty = (await deps.log.gate(desk)).duty === 'on';
  const group = deps.rooms.get(desk)?.group ?? '';
  return { room: desk, onDuty, nextShift: onDuty ? null : deps.shifts.next(group, deps.clock()) };
}
