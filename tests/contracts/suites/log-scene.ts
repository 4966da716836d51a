import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { AppendResult, RoomLog } from '../../../server/ports/log.ts';
import type { Entry } from '../../../shared/entries.ts';
import type { Backend, Open } from '../backends.ts';

/** A room of its own with Dana on duty, seen by two servers; taken away after the test. */
export type LogScene = () => Promise<
  Pick<Backend, 'pass' | 'dump'> & { one: RoomLog; other: RoomLog; room: string; all(log?: RoomLog): Promise<Entry[]> }
>;

export function logScene(open: Open): LogScene {
  return async () => {
    const { one, other, pass, dump, close } = await open();
    onTestFinished(close);
    const room = `room-${randomUUID().slice(0, 8)}`;
    await one.log.onDuty(room, 'dana', 'Dana');
    const all = async (log = one.log) => (await log.after(room, 0, 100_000)).entries;
    return { one: one.log, other: other.log, room, pass, dump, all };
  };
}

export function seqOf(result: AppendResult): number {
  if (result.state !== 'sent') throw new Error(`not sent: ${JSON.stringify(result)}`);
  return result.seq;
}
