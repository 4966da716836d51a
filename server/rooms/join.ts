import type { LogPage, People, Person } from '../../shared/entries.ts';
import type { HeldMine, Input, Joined } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, RoomRow, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { roomFor } from './access.ts';
import { roomInstead } from './instead.ts';
import { cardOf } from './list.ts';
import { personIn } from './person.ts';

type Needs = Pick<
  Deps,
  'rooms' | 'presence' | 'log' | 'keep' | 'clock' | 'shifts' | 'config' | 'sanctions' | 'cases' | 'raid'
>;

/**
 * Enters a room, or enters it again after a reconnect: `epoch` and `seq` are the last place the client has seen.
 * Refusals: not_found, not_allowed, too_many_rooms, room_full (with another room), banned.
 */
export async function joinRoom(deps: Needs, who: Who, input: Input<'room:join'>): Promise<Joined> {
  const row = roomFor(deps, who, input.room);
  if (!who.rooms.has(row.id) && who.rooms.size >= LIMITS.roomsAtOnce && who.kind === 'guest')
    throw new Refusal('too_many_rooms');
  const [{ banUntil }, sanctions] = await Promise.all([
    deps.log.sanctions(row.id, who.session),
    deps.sanctions.of(who.session),
  ]);
  if (banUntil !== null) throw new Refusal('banned', banUntil);
  const me = await personIn(deps, who, row.id);
  if (sanctions.length > 0) await deps.sanctions.enforceIn(row.id, who.session);
  // Before it is known whether there is a place: a crowd at a full room is a crowd.
  if (who.kind === 'guest') await deps.raid.joined(who, row.id);
  const people = await arrive(deps, who, row, me);
  who.rooms.set(row.id, me);
  const [gate, missed, held, receipts] = await Promise.all([
    deps.log.gate(row.id),
    readMissed(deps, input),
    heldOf(deps, who, row.id),
    deps.cases.receiptsOf(who.session),
  ]);
  const now = deps.clock();
  const nextShift = gate.duty === 'on' ? null : deps.shifts.next(row.group, now);
  const { messageLife: life } = deps.config;
  const room = cardOf(row, people.count, gate.duty);
  return { room, me, gate, people, ...missed, held, sanctions, receipts, nextShift, now, life };
}

/** Another tab of somebody inside takes no place; staff come in all the same. Refuses with `room_full` and another room. */
async function arrive(...[deps, who, row, me]: [Needs, Who, RoomRow, Person]): Promise<People> {
  if (who.kind === 'staff') return deps.presence.arrive(row.id, who.connection, me);
  const people = await deps.presence.arrive(row.id, who.connection, me, row.capacity);
  if (people) return people;
  const refusal = new Refusal('room_full');
  refusal.instead = await roomInstead(deps, row);
  throw refusal;
}

/** What was missed when the client's place is still in the log, otherwise the tail and `gone`. */
async function readMissed(
  deps: Pick<Deps, 'log'>,
  input: Input<'room:join'>,
): Promise<{ log: LogPage; gone: boolean }> {
  if (input.epoch === undefined || input.seq === undefined) {
    return { log: await deps.log.before(input.room, Number.POSITIVE_INFINITY, LIMITS.pageSize), gone: false };
  }
  const log = await deps.log.after(input.room, input.seq, LIMITS.pageSize);
  if (log.epoch === input.epoch && input.seq >= log.first - 1 && input.seq <= log.last) return { log, gone: false };
  return { log: await deps.log.before(input.room, Number.POSITIVE_INFINITY, LIMITS.pageSize), gone: true };
}

async function heldOf(deps: Pick<Deps, 'log'>, who: Who, room: string): Promise<HeldMine[]> {
  const held = await deps.log.held([room]);
  return held
    .filter((message) => message.session === who.session)
    .map(({ heldId, id, text, until }) => ({ heldId, room, id, text, until }));
}
