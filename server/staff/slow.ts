import { createHash } from 'node:crypto';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** What is being tried, for whom, and from which known browser (null: any other). */
export interface Tries {
  what: 'password' | 'code';
  who: string;
  browser: string | null;
}

type Needs = Pick<Deps, 'keep' | 'clock'>;

const SECOND = 1000;
const FREE = 5;
const LONGEST = 300 * SECOND;
/** Tries are counted for a day from the first one. */
const DAY = 24 * 3600 * SECOND;

/**
 * How long after try number `tries` the next one is refused, in milliseconds: five are free, then each wait is twice the
 * one before, at most five minutes, so that guessing stays hopeless and nobody is locked out for good (OWASP ASVS 5.0.0,
 * 6.1.1 and 6.3.1). A browser that signed in before has tries of its own: strangers who guess do not slow its owner.
 */
export const waitAfter = (tries: number): number =>
  tries < FREE ? 0 : Math.min(SECOND * 2 ** (tries - FREE), LONGEST);

const keyOf = ({ what, who, browser }: Tries): string =>
  `slow:${what}:${createHash('sha256')
    .update(`${who} ${browser ?? ''}`)
    .digest('base64url')}`;

/** Counts one try before it is made, so that many at once are many. Throws `rate` with the time of the next one. */
export async function countTry(deps: Needs, tries: Tries): Promise<void> {
  const key = keyOf(tries);
  const until = await deps.keep.get<number>(`${key}:until`);
  if (until !== null) throw new Refusal('rate', until);
  const wait = waitAfter(await deps.keep.count(key, DAY));
  const next = deps.clock() + wait;
  if (wait > 0 && !(await deps.keep.claim(`${key}:until`, next, wait))) throw new Refusal('rate', next);
}

/** It was right: counting begins anew. */
export async function forgiveTries(deps: Needs, tries: Tries): Promise<void> {
  const key = keyOf(tries);
  await Promise.all([deps.keep.remove(key), deps.keep.remove(`${key}:until`)]);
}
