import type { Gate } from '../../shared/entries.ts';
import type { Input } from '../../shared/events.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';

type Needs = Pick<Deps, 'log' | 'access' | 'broadcast' | 'audit'>;

/** Nobody writes while a room is locked; the room says so. Locking a locked room is no error. Refusals: not_found, not_allowed. */
export async function lockRoom(deps: Needs, who: Who, { room, locked }: Input<'room:lock'>): Promise<{ gate: Gate }> {
  const before = (await control(deps, who, room)).locked;
  const gate = await deps.log.setGate(room, { locked });
  if (before !== locked) await deps.log.say(room, locked ? 'locked' : 'unlocked');
  await told(deps, who, room, { act: locked ? 'room.lock' : 'room.unlock' });
  return { gate };
}

/** Sets the pause between two messages of one person, in seconds; 0 ends slow mode. Refusals: not_found, not_allowed. */
export async function slowRoom(deps: Needs, who: Who, { room, seconds }: Input<'room:slow'>): Promise<{ gate: Gate }> {
  const before = (await control(deps, who, room)).slowSeconds;
  const gate = await deps.log.setGate(room, { slowSeconds: seconds });
  if (before > 0 !== seconds > 0) await deps.log.say(room, seconds > 0 ? 'slow_on' : 'slow_off');
  await told(deps, who, room, { act: 'room.slow', details: { seconds } });
  return { gate };
}

/** Begins or ends a lockdown, whoever began it. Refusals: not_found, not_allowed. */
export async function lockDownRoom(
  deps: Needs & Pick<Deps, 'raid'>,
  who: Who,
  { room, on }: Input<'room:lockdown'>,
): Promise<{ gate: Gate }> {
  deps.access.roomFor(who, room);
  const gate = await (on ? deps.raid.begin(room, 'staff') : deps.raid.end(room, 'staff'));
  await told(deps, who, room, { act: on ? 'room.lockdown' : 'room.lockdown_end' });
  return { gate };
}

/** Takes everything written in the room away, held messages too, from every screen. Refusals: not_found, not_allowed. */
export async function purgeRoom(deps: Needs, who: Who, { room }: Input<'room:purge'>): Promise<Record<string, never>> {
  await control(deps, who, room);
  await deps.log.purge(room);
  await told(deps, who, room, { act: 'room.purge' });
  return {};
}

/** The room's gate, for a volunteer who serves it. */
async function control(deps: Needs, who: Who, room: string): Promise<Gate> {
  deps.access.roomFor(who, room);
  return deps.log.gate(room);
}

async function told(
  deps: Needs,
  who: Who,
  room: string,
  { act, details }: { act: string; details?: Record<string, number> },
): Promise<void> {
  await deps.broadcast.gateChanged(room);
  await deps.audit.record(who as StaffWho, { act, kind: 'room', subject: room, ...(details ? { details } : {}) });
}
