import { randomBytes } from 'node:crypto';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { hashId, type StaffIdentity, staffOf } from './session.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock'>;

const TICKET_LIFE = 60_000;
const keyOf = (ticket: string): string => `ticket:${hashId(ticket)}`;

/** A single-use ticket for the desk's socket: the socket's own address takes no cookie, so visitors' pages never carry one. */
export async function giveTicket(deps: Needs, cookie: string): Promise<{ ticket: string }> {
  const idHash = hashId(cookie);
  await staffOf(deps, idHash);
  const ticket = randomBytes(32).toString('base64url');
  await deps.keep.set(keyOf(ticket), idHash, TICKET_LIFE);
  return { ticket };
}

/** Who the ticket was given to. Throws `no_session` when it is unknown, spent or older than a minute. */
export async function redeemTicket(deps: Needs, ticket: string): Promise<StaffIdentity> {
  const idHash = await deps.keep.take<string>(keyOf(ticket));
  if (idHash === null) throw new Refusal('no_session');
  return staffOf(deps, idHash);
}
