import type { LogPage } from '../../shared/entries.ts';
import type { Input } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';

/** The entries after a place, to fill a hole. */
export async function readAfter(
  deps: Pick<Deps, 'log' | 'access'>,
  who: Who,
  input: Input<'log:after'>,
): Promise<LogPage> {
  deps.access.memberOf(who, input.room);
  return deps.log.after(input.room, input.seq, LIMITS.pageSize);
}

/** A page of history before a place. */
export async function readBefore(
  deps: Pick<Deps, 'log' | 'access'>,
  who: Who,
  input: Input<'log:before'>,
): Promise<LogPage> {
  deps.access.memberOf(who, input.room);
  return deps.log.before(input.room, input.seq, LIMITS.pageSize);
}
