import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io';
import { capabilitiesOf } from '../shared/capabilities.ts';
import type { ActReason } from '../shared/cases.ts';
import { handshake, PROTOCOL_VERSION } from '../shared/events.ts';
import type { Deps, Who } from './ports/deps.ts';
import { Refusal } from './ports/refusal.ts';
import { whyRemoved } from './sessions/end.ts';
import { resumeSession } from './sessions/resume.ts';
import { hashToken } from './sessions/start.ts';
import { redeemTicket } from './staff/ticket.ts';

/** One set for all guests: a thousand of them are idle most of the time. */
const GUEST = capabilitiesOf('guest');

/** A connection's refusal, sent as the message of the connect error; see CONNECT_REFUSALS. */
export class Turned extends Refusal {
  /** Why a volunteer ended the session; sent as the connect error's data. */
  reason: ActReason | null = null;
}

/**
 * Who is behind a new connection: a guest by their token, staff by a one-minute ticket. Nothing else of the handshake is
 * read or kept. Throws a Refusal whose code is one of CONNECT_REFUSALS.
 */
export async function identify(deps: Deps, socket: Socket): Promise<Who> {
  const auth = handshake.safeParse(socket.handshake.auth);
  if (!auth.success) throw new Turned(versionOf(socket) === PROTOCOL_VERSION ? 'no_session' : ('old_client' as never));
  const connection = randomUUID();
  const { lang, token, ticket } = auth.data;
  if (ticket !== undefined) return { ...(await redeemTicket(deps, ticket)), connection, lang, rooms: new Map() };
  const session = token === undefined ? null : await resumeSession(deps, token);
  if (!session) throw await turnedAway(deps, token);
  await deps.watch.recall(session.session);
  return { ...session, kind: 'guest', connection, lang, capabilities: GUEST, rooms: new Map() };
}

async function turnedAway(deps: Deps, token: string | undefined): Promise<Turned> {
  const turned = new Turned('no_session');
  turned.reason = token === undefined ? null : await whyRemoved(deps, hashToken(token));
  return turned;
}

function versionOf(socket: Socket): unknown {
  return (socket.handshake.auth as { v?: unknown } | undefined)?.v;
}
