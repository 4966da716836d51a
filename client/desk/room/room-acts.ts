import type { Gate } from '../../../shared/entries.ts';
import type { Reply } from '../../../shared/errors.ts';
import type { RoomState } from '../../state.ts';
import type { ShownMessage } from '../../view.ts';
import { caseWords } from '../../words/cases.ts';
import { errorWords } from '../../words/errors.ts';
import { say } from '../../words/say.ts';
import { type Choice, isSanction } from '../cases/case-state.ts';
import type { Desk } from '../desk-state.ts';
import { tellDone } from '../done.ts';

/** What a volunteer does in a room of theirs, without a case. Each says what came of it, with "undo" where that harms nobody. */

type Word = keyof (typeof caseWords)['kk'];

/** Takes a message away, or does something about its writer. True when it was done. */
export async function actOnMessage(desk: Desk, room: RoomState, of: { message: ShownMessage; choice: Choice }) {
  const { connection } = desk.app;
  const { act, reason } = of.choice;
  if (!reason) return false;
  if (isSanction(act)) {
    const order = { room: room.id, member: of.message.by.member, sanction: act, reason };
    const reply = await connection.ask('sanction:place', order);
    if (!reply.ok) return refused(desk, reply);
    const { id } = reply.data;
    // An ended session cannot come back.
    tellDone(desk, words(desk, `told_${act}`), act === 'end_session' ? null : () => lift(desk, id));
    return true;
  }
  const reply = await connection.ask('message:remove', { room: room.id, seq: of.message.seq, reason });
  if (!reply.ok) return refused(desk, reply);
  tellDone(desk, words(desk, 'told_removed'));
  return true;
}

export const lift = ({ app }: Desk, id: string): Promise<Reply<unknown>> => app.connection.ask('sanction:lift', { id });

interface Change<T> {
  set: (to: T) => Promise<Reply<{ gate: Gate }>>;
  to: T;
  back: T;
  told: Word;
}

/** Changes the room's gate. An answer says how it was then: what was heard of the room meanwhile is newer. */
async function change<T>(desk: Desk, room: RoomState, { set, to, back, told }: Change<T>): Promise<void> {
  const before = room.gate.value;
  const reply = await set(to);
  if (!reply.ok) return void refused(desk, reply);
  if (room.gate.value === before) room.gate.value = reply.data.gate;
  tellDone(desk, words(desk, told), () => set(back));
}

/** Closes the room for writing, or opens it. */
export function lock(desk: Desk, room: RoomState, locked: boolean): Promise<void> {
  const set = (to: boolean) => desk.app.connection.ask('room:lock', { room: room.id, locked: to });
  return change(desk, room, { set, to: locked, back: !locked, told: locked ? 'told_locked' : 'told_unlocked' });
}

/** Sets the pause between two messages of one person, in seconds. */
export function slow(desk: Desk, room: RoomState, seconds: number): Promise<void> {
  const set = (to: number) => desk.app.connection.ask('room:slow', { room: room.id, seconds: to });
  return change(desk, room, { set, to: seconds, back: room.gate.value?.slowSeconds ?? 0, told: 'told_slow' });
}

/** Begins or ends a lockdown: slow mode, and what newcomers write waits for a volunteer. */
export function lockDown(desk: Desk, room: RoomState, on: boolean): Promise<void> {
  const set = (to: boolean) => desk.app.connection.ask('room:lockdown', { room: room.id, on: to });
  return change(desk, room, { set, to: on, back: !on, told: on ? 'told_guarded' : 'told_unguarded' });
}

/** Takes everything written in the room away. */
export async function purge(desk: Desk, room: RoomState): Promise<void> {
  const reply = await desk.app.connection.ask('room:purge', { room: room.id });
  if (reply.ok) tellDone(desk, words(desk, 'told_purged'));
  else refused(desk, reply);
}

const words = ({ app }: Desk, key: Word): string => say(app.lang, caseWords, key);

function refused(desk: Desk, { code }: Extract<Reply<never>, { ok: false }>): false {
  tellDone(desk, say(desk.app.lang, errorWords, code));
  return false;
}
