import { randomBytes } from 'node:crypto';
import type { Deps } from '../ports/deps.ts';
import { hashId } from './session.ts';

/** How long a browser stays known after its last sign-in, in milliseconds. */
export const BROWSER_LIFE = 90 * 24 * 3_600_000;

const OWNER = 'browser';
export const accountKey = (email: string): string => hashId(email.trim().toLowerCase());

/** A sealed note for the cookie of a browser in which this account has just signed in. It says nothing to anybody else. */
export function knowBrowser(deps: Pick<Deps, 'sealer' | 'clock'>, account: string): string {
  return deps.sealer.seal(`${account} ${deps.clock()} ${randomBytes(9).toString('base64url')}`, OWNER);
}

/** A name for the browser when its note is of this account and not too old; null otherwise. */
export function knownBrowser(
  deps: Pick<Deps, 'sealer' | 'clock'>,
  account: string,
  note: string | undefined,
): string | null {
  const [of, since, name] = (note ? (deps.sealer.open(note, OWNER) ?? '') : '').split(' ');
  return of === account && name && Number(since) + BROWSER_LIFE > deps.clock() ? name : null;
}
