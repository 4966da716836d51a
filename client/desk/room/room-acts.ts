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

/** An answer says how the room was then; what was heard from it meanwhile is newer. `before`: its gate at the question. */
function answered(
  room: RoomState,
  before: RoomState['gate']['value'],
  gate: NonNullable<RoomState['gate']['value']>,
): void {
  if (room.gate.value === before) room.gate.value = gate;
}

/** Closes the room for writing, or opens it. */
export async function lock(desk: Desk, room: RoomState, locked: boolean): Promise<void> {
  const before = room.gate.value;
  const set = (to: boolean) => desk.app.connection.ask('room:lock', { room: room.id, locked: to });
  const reply = await set(locked);
  if (!reply.ok) return void refused(desk, reply);
  answered(room, before, reply.data.gate);
  tellDone(desk, words(desk, locked ? 'told_locked' : 'told_unlocked'), () => set(!locked));
}

/** Sets the pause between two messages of one person, in seconds. */
export async function slow(desk: Desk, room: RoomState, seconds: number): Promise<void> {
  const before = room.gate.value;
  const set = (to: number) => desk.app.connection.ask('room:slow', { room: room.id, seconds: to });
  const reply = await set(seconds);
  if (!reply.ok) return void refused(desk, reply);
  answered(room, before, reply.data.gate);
  tellDone(desk, words(desk, 'told_slow'), () => set(before?.slowSeconds ?? 0));
}

/** Begins or ends a lockdown: slow mode, and what newcomers write waits for a volunteer. */
export async function lockDown(desk: Desk, room: RoomState, on: boolean): Promise<void> {
  const before = room.gate.value;
  const set = (to: boolean) => desk.app.connection.ask('room:lockdown', { room: room.id, on: to });
  const reply = await set(on);
  if (!reply.ok) return void refused(desk, reply);
  answered(room, before, reply.data.gate);
  tellDone(desk, words(desk, on ? 'told_guarded' : 'told_unguarded'), () => set(!on));
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
