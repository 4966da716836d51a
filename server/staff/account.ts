import type { DeskInput, DeskPath, DeskReplies, SignedIn } from '../../shared/desk-api.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { beginFactor, confirmFactor, renewCodes } from './factor-setup.ts';
import { readLink, recover, redeemLink } from './links.ts';
import { tellNodes } from './nodes.ts';
import { changePassword } from './password.ts';
import { closeStaffSession, peek, staffOf, useSession } from './session.ts';
import { atPace, type Entered, enterCode, type From, signIn } from './sign-in.ts';
import { giveTicket } from './ticket.ts';

export type EndpointNeeds = Pick<
  Deps,
  'config' | 'keep' | 'accounts' | 'supabase' | 'clock' | 'logger' | 'rates' | 'sealer' | 'bus' | 'tags'
>;

/** One request to the desk's endpoints, without anything of HTTP. */
export interface Visit {
  from: From;
  /** The hash of the session's id; null when there is none. */
  session(): string | null;
  /** Sets the cookies of somebody who is in. */
  enter(entered: Entered): SignedIn;
  leave(): void;
}

export type Endpoint<P extends DeskPath> = (
  deps: EndpointNeeds,
  input: DeskInput<P>,
  visit: Visit,
) => Promise<DeskReplies[P]>;

/** Which use case answers which address under /desk/api. */
export const ENDPOINTS: { [P in DeskPath]: Endpoint<P> } = {
  '/link': async (deps, { token }) => {
    const { kind, until } = await readLink(deps, token);
    return { kind, until };
  },
  '/setup': async (deps, input, visit) => {
    await redeemLink(deps, input);
    return visit.enter(await signIn(deps, input, visit.from));
  },
  '/recover': recover,
  '/sign-in': async (deps, input, visit) => visit.enter(await atPace(() => signIn(deps, input, visit.from))),
  '/sign-in/code': async (deps, input, visit) => visit.enter(await enterCode(deps, input, visit.from)),
  '/sign-out': async (deps, _input, visit) => signOut(deps, visit),
  '/sign-out-everywhere': async (deps, _input, visit) => signOutEverywhere(deps, visit),
  '/ticket': async (deps, _input, visit) => giveTicket(deps, signedInAt(visit)),
  '/factor/begin': async (deps, input, visit) => beginFactor(deps, await me(deps, visit), input),
  '/factor/confirm': async (deps, input, visit) => confirmFactor(deps, await me(deps, visit), input),
  '/factor/codes': async (deps, input, visit) => renewCodes(deps, await me(deps, visit), input),
  '/password': async (deps, input, visit) => {
    visit.enter(await changePassword(deps, await me(deps, visit), input));
    return {};
  },
};

/** Throws `no_session`. */
export function signedInAt(visit: Visit): string {
  const session = visit.session();
  if (session === null) throw new Refusal('no_session');
  return session;
}

/** Who is signed in; counts as use of the session. */
async function me(deps: EndpointNeeds, visit: Visit) {
  await useSession(deps, signedInAt(visit));
  return staffOf(deps, signedInAt(visit));
}

/** Ends this browser's session and closes its desks. Nobody signed in: nothing to do. */
async function signOut(deps: EndpointNeeds, visit: Visit): Promise<Record<string, never>> {
  visit.leave();
  const signedIn = visit.session();
  const session = signedIn === null ? null : await peek(deps, signedIn);
  if (signedIn === null || session === null) return {};
  await closeStaffSession(deps, signedIn);
  await tellNodes(deps, session.tokens.userId);
  return {};
}

/** Ends every session of this person, in every browser. Refusals: no_session, unavailable. */
async function signOutEverywhere(deps: EndpointNeeds, visit: Visit): Promise<Record<string, never>> {
  const { staff, access, signedIn } = await staffOf(deps, signedInAt(visit));
  const { error } = await deps.supabase.asStaff(await access()).rpc('end_sessions', { staff_id: staff });
  if (error) throw error.message === 'not_allowed' ? new Refusal('no_session') : refusalOf(error);
  await closeStaffSession(deps, signedIn);
  await tellNodes(deps, staff);
  visit.leave();
  return {};
}
