import type { DeskState } from '../../shared/events.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'access' | 'log' | 'presence' | 'roster' | 'clock' | 'cases'>;

/** Everything the desk shows first. Takes up the duty of a volunteer whose connection was only interrupted. */
export async function openDesk(deps: Needs, who: Who): Promise<DeskState> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const mayWork = who.capabilities.has('held.decide');
  const served = mayWork ? deps.access.servedBy(who) : [];
  const ids = served.map((row) => row.id);
  const counts = await deps.presence.counts(ids);
  const rooms = await Promise.all(
    served.map(async ({ group: _group, ...row }) => {
      const gate = await deps.log.gate(row.id);
      return {
        ...row,
        people: counts.get(row.id) ?? 0,
        duty: gate.duty,
        gate,
        mine: gate.onDuty.some(({ staff }) => staff === who.staff),
      };
    }),
  );
  const onDuty = rooms.some((room) => room.mine);
  if (onDuty) deps.roster.start(who.connection, who, ids);
  const held = mayWork ? await deps.log.held(ids) : [];
  return {
    me: meOf(who),
    rooms,
    held: held.map(({ session: _session, id: _id, replyTo: _replyTo, ...card }) => card),
    cases: mayWork ? await deps.cases.openFor(who) : [],
    onDuty,
    now: deps.clock(),
  };
}

const meOf = (who: StaffWho): DeskState['me'] => ({
  staff: who.staff,
  name: who.name,
  role: who.role,
  capabilities: [...who.capabilities],
  certifiedUntil: who.certifiedUntil,
  founding: who.founding,
});
