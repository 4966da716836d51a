import { randomBytes } from 'node:crypto';
import type { StaffTokens } from '../ports/database.ts';
import { AccountError } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { accountKey, knownBrowser } from './browser.ts';
import { spendCode } from './factor.ts';
import { hashId, openStaffSession, rowOf } from './session.ts';
import { countTry, forgiveTries, type Tries } from './slow.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock' | 'sealer' | 'rates' | 'logger'>;

/** Where a try comes from: the address's tag, and the note of a browser that signed in before. */
export interface From {
  tag: string;
  note: string | undefined;
}

/** `in`: the session's id for the cookie, and whose account it is for the note of a known browser. */
export type Entered =
  | { next: 'in'; session: string; account: string; name: string }
  | { next: 'code'; pending: string };

interface Pending {
  tokens: StaffTokens;
  account: string;
  name: string;
}

const MINUTE = 60_000;
const PENDING_LIFE = 5 * MINUTE;
const pendingKey = (pending: string): string => `pending:${hashId(pending)}`;

/**
 * The first step. Refusals: wrong_credentials (also for an unknown e-mail and for somebody who was removed, in the same
 * words and at the same pace), rate, unavailable.
 */
export async function signIn(
  deps: Needs,
  { email, password }: { email: string; password: string },
  from: From,
): Promise<Entered> {
  const account = accountKey(email);
  const browser = knownBrowser(deps, account, from.note);
  // Many try from one address behind a carrier: its tag only slows browsers that nobody knows yet.
  const wait = browser === null ? deps.rates.take('staff', from.tag) : null;
  if (wait !== null) throw new Refusal('rate', wait);
  const tries: Tries = { what: 'password', who: account, browser };
  await countTry(deps, tries);
  const tokens = await deps.accounts.signIn(email, password);
  await forgiveTries(deps, tries);
  return admit(deps, tokens, account);
}

/** Somebody whose password was right: in, or on to the second step. */
async function admit(deps: Needs, tokens: StaffTokens, account: string): Promise<Entered> {
  const row = await rowOf(deps, tokens);
  if (!row) {
    await deps.accounts.signOut(tokens).catch(() => {});
    throw new AccountError('wrong_credentials');
  }
  const name = row.working_name;
  if (row.second_factor_at !== null) {
    const pending = randomBytes(32).toString('base64url');
    await deps.keep.set(pendingKey(pending), { tokens, account, name } satisfies Pending, PENDING_LIFE);
    return { next: 'code', pending };
  }
  return { next: 'in', account, name, session: await openStaffSession(deps, tokens, row.session_epoch) };
}

/** The second step. Refusals: no_session (the first step is too long ago), wrong_code, rate, unavailable. */
export async function enterCode(
  deps: Needs,
  { pending, code }: { pending: string; code: string },
  from: From,
): Promise<Entered> {
  const waiting = await deps.keep.get<Pending>(pendingKey(pending));
  if (!waiting) throw new Refusal('no_session');
  const { userId } = waiting.tokens;
  const browser = knownBrowser(deps, waiting.account, from.note);
  const tries: Tries = { what: 'code', who: userId, browser };
  await countTry(deps, tries);
  if (!(await spendCode(deps, userId, code))) throw new Refusal('wrong_code');
  await forgiveTries(deps, tries);
  const taken = await deps.keep.take<Pending>(pendingKey(pending));
  const row = taken && (await rowOf(deps, taken.tokens));
  if (!taken || !row) throw new Refusal('no_session');
  const session = await openStaffSession(deps, taken.tokens, row.session_epoch);
  return { next: 'in', account: taken.account, name: taken.name, session };
}

const PACE = 500;

/**
 * Refusals come at whole half seconds after the question, so that an unknown e-mail and a wrong password take the same
 * time (OWASP ASVS 5.0.0, 6.3.8).
 */
export async function atPace<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await run();
  } catch (error) {
    const took = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(took / PACE) * PACE - took));
    throw error;
  }
}
