import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../shared/limits.ts';
import type { ServerAct, StaffAct } from '../ports/acts.ts';
import type { Deps } from '../ports/deps.ts';
import { addTo } from '../ports/lists.ts';

type Needs = Pick<Deps, 'keep' | 'sealer'>;

/** An act with all that its writing needs. `staff` is null for the server's own. */
export type Taken = { id: string; at: number } & (({ staff: string } & StaffAct) | ({ staff: null } & ServerAct));

const LIST = 'acts';
/** How many places from the first on are known to be written. */
const DONE = 'acts:done';
const WRITER = 'acts:writer';
const LIFE = LIMITS.evidenceLife;
/** A writer that died gives way after this long. */
const WRITER_LIFE = 15_000;
const WRITTEN = 'written';

type Place = { owner: string; sealed: string } | typeof WRITTEN;

/** Sealed, so that whoever can write to the store alone cannot act in somebody's name. */
export async function putAside({ keep, sealer }: Needs, taken: Taken): Promise<void> {
  const owner = `act ${taken.staff ?? 'server'}`;
  await addTo(keep, LIST, { owner, sealed: sealer.seal(JSON.stringify(taken), owner) }, LIFE);
}

export async function somethingWaits({ keep }: Pick<Needs, 'keep'>): Promise<boolean> {
  const length = await keep.get<number>(LIST);
  return length !== null && length > ((await keep.get<number>(DONE)) ?? 0);
}

/**
 * Hands what waits to `write`, one after the other, in its order; ends at the first that `write` could not write (false).
 * One node at a time; true when nothing is known to wait any more.
 */
export async function writeInTurn(deps: Needs, write: (taken: Taken) => Promise<boolean>): Promise<boolean> {
  const { keep } = deps;
  if (!(await somethingWaits(deps))) return true;
  const me = randomUUID();
  if (!(await keep.claim(WRITER, me, WRITER_LIFE))) return false;
  try {
    return await walk(deps, async (taken) => {
      await keep.touch(WRITER, WRITER_LIFE);
      return write(taken);
    });
  } finally {
    if ((await keep.get<string>(WRITER)) === me) await keep.remove(WRITER);
  }
}

async function walk({ keep, sealer }: Needs, write: (taken: Taken) => Promise<boolean>): Promise<boolean> {
  const length = (await keep.get<number>(LIST)) ?? 0;
  let done = (await keep.get<number>(DONE)) ?? 0;
  let whole = true;
  for (let place = done + 1; place <= length; place += 1) {
    const found = await keep.get<Place>(`${LIST}:${place}`);
    if (found && found !== WRITTEN) {
      const text = sealer.open(found.sealed, found.owner);
      if (text !== null && !(await write(JSON.parse(text)))) return false;
      await keep.set(`${LIST}:${place}`, WRITTEN, LIFE);
    }
    // A place whose act is still on its way is looked at again.
    whole &&= found !== null;
    if (whole) done = place;
  }
  await keep.set(DONE, done, LIFE);
  return true;
}
