import { randomBytes } from 'node:crypto';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { hashId, type StaffIdentity, staffOf } from './session.ts';
import { needsFactor } from './standing.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock'>;

const TICKET_LIFE = 60_000;
const keyOf = (ticket: string): string => `ticket:${hashId(ticket)}`;

/**
 * A single-use ticket for the desk's socket: the socket's own address takes no cookie, so visitors' pages never carry one.
 * Refusals: no_session, factor_needed, unavailable.
 */
export async function giveTicket(deps: Needs, signedIn: string): Promise<{ ticket: string }> {
  const { row } = await staffOf(deps, signedIn);
  if (needsFactor(row)) throw new Refusal('factor_needed');
  const ticket = randomBytes(32).toString('base64url');
  await deps.keep.set(keyOf(ticket), signedIn, TICKET_LIFE);
  return { ticket };
}

/** Who the ticket was given to. Throws `no_session` when it is unknown, spent or older than a minute. */
export async function redeemTicket(deps: Needs, ticket: string): Promise<StaffIdentity> {
  const signedIn = await deps.keep.take<string>(keyOf(ticket));
  if (signedIn === null) throw new Refusal('no_session');
  const { row: _row, ...identity } = await staffOf(deps, signedIn);
  return identity;
}
