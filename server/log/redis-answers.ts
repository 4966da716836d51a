import type { Gate, Lockdown } from '../../shared/entries.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { AppendResult } from '../ports/log.ts';

/** now, locked, slow seconds, end of the last lease, [staff, "since end name", ...], "since by before" of a lockdown or '' */
export type GateAnswer = [number, number, number, number, string[], string];
type Refused = Extract<AppendResult, { state: 'refused' }>;

/** What the Function `append` answers, in the port's words. */
export function readAppend([state, one, two, three]: (string | number)[]): AppendResult {
  if (state === 'sent') return { state, epoch: `${one}`, seq: Number(two), at: Number(three) };
  if (state === 'held') {
    return { state, heldId: `${one}`, until: Number(two), why: three === 'guard' ? 'guard' : 'duty' };
  }
  const code = one as Refused['code'];
  return two === undefined ? { state: 'refused', code } : { state: 'refused', code, until: Number(two) };
}

/** What the Functions about the gate answer, in the port's words. */
export function readGate([now, locked, slowSeconds, dutyEnd, staff, down]: GateAnswer): Gate {
  const leases = [];
  for (let i = 0; i + 1 < staff.length; i += 2) {
    const [, since, end, name] = /^(\d+) (\d+) (.*)$/s.exec(staff[i + 1] ?? '') ?? [];
    if (Number(end) > now) leases.push({ staff: staff[i] ?? '', name: name ?? '', since: Number(since) });
  }
  leases.sort((one, other) => one.since - other.since);
  const onDuty = leases.map((lease) => ({ staff: lease.staff, name: lease.name }));
  const rest = { onDuty, locked: locked === 1, slowSeconds, ...(down && { lockdown: readLockdown(down) }) };
  if (dutyEnd > now) return { duty: 'on', ...rest };
  const gapUntil = dutyEnd + LIMITS.dutyGap;
  return gapUntil > now ? { duty: 'gap', gapUntil, ...rest } : { duty: 'off', ...rest };
}

/** As `writeLockdown` wrote it. */
function readLockdown(words: string): Lockdown {
  const [since, by, before] = words.split(' ');
  return { since: Number(since), by: by === 'raid' ? 'raid' : 'staff', before: Number(before) };
}

/** The Function's word for a change: '' for none, 'off' for the end of a lockdown. */
export function writeLockdown(lockdown: Lockdown | null | undefined): string {
  if (lockdown === undefined) return '';
  return lockdown === null ? 'off' : `${lockdown.since} ${lockdown.by} ${lockdown.before}`;
}
