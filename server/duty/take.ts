import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

type Needs = Pick<Deps, 'log' | 'access' | 'roster' | 'broadcast' | 'audit' | 'clock'>;

/**
 * Goes on duty in every room the volunteer serves; rooms for young people are among them for the youth-vetted alone.
 * Refusals: not_allowed (no certificate that is in force), unavailable.
 */
export async function startDuty(deps: Needs, who: Who): Promise<{ rooms: string[] }> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  if (who.certifiedUntil === null || who.certifiedUntil <= deps.clock()) throw new Refusal('not_allowed');
  const rooms = deps.access.servedBy(who).map((row) => row.id);
  await deps.audit.record(who, { act: 'duty.start', details: { rooms: rooms.length } });
  await Promise.all(rooms.map((room) => deps.log.onDuty(room, who.staff, who.name)));
  deps.roster.start(who.connection, who, rooms);
  await Promise.all(rooms.map((room) => deps.broadcast.gateChanged(room)));
  return { rooms };
}

/** Goes off duty on every tab and node. The rooms notice at once; the gap begins. */
export async function endDuty(deps: Needs, who: Who): Promise<Record<string, never>> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  await deps.roster.end(who.staff);
  const rooms = deps.access.servedBy(who).map((row) => row.id);
  await Promise.all(rooms.map((room) => deps.log.offDuty(room, who.staff)));
  await Promise.all(rooms.map((room) => deps.broadcast.gateChanged(room)));
  await deps.audit.record(who, { act: 'duty.end', details: { rooms: rooms.length } });
  return {};
}
