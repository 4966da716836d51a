import { createHash, randomBytes } from 'node:crypto';
import { capabilitiesOf, type StaffRole } from '../../shared/capabilities.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { StaffTokens } from '../ports/database.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';

/** A volunteer's signed-in browser. The cookie holds a random id, the store its hash; the tokens never leave the server. */
interface StaffSession {
  tokens: StaffTokens;
  startedAt: number;
}

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock'>;
export type StaffIdentity = Omit<StaffWho, 'connection' | 'lang' | 'rooms'>;

export const hashId = (id: string): string => createHash('sha256').update(id).digest('base64url');
const keyOf = (idHash: string): string => `staff:${idHash}`;

/** Life left: LIMITS.staffIdle from now, never past LIMITS.staffSession from its start. */
const lifeOf = (session: StaffSession, now: number): number =>
  Math.min(LIMITS.staffIdle, session.startedAt + LIMITS.staffSession - now);

/** Keeps the tokens and returns the id for the cookie. */
export async function openStaffSession(deps: Needs, tokens: StaffTokens): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const session: StaffSession = { tokens, startedAt: deps.clock() };
  await deps.keep.set(keyOf(hashId(id)), session, lifeOf(session, deps.clock()));
  return id;
}

/** Ends it, here and in Supabase. */
export async function closeStaffSession(deps: Needs, id: string): Promise<void> {
  const session = await deps.keep.take<StaffSession>(keyOf(hashId(id)));
  if (session) await deps.accounts.signOut(session.tokens).catch(() => {});
}

/**
 * The person behind a session, read now with their own token, so that a removed role or an ended certificate counts at
 * once. Throws `no_session`, `unavailable`.
 */
export async function staffOf(deps: Needs, idHash: string): Promise<StaffIdentity> {
  const access = () => freshAccess(deps, idHash);
  const client = deps.supabase.asStaff(await access());
  const { userId } = (await sessionOf(deps, idHash)).tokens;
  const { data, error } = await client.from('staff').select('*').eq('id', userId).eq('active', true).maybeSingle();
  if (error) throw new Refusal('unavailable', undefined, error);
  if (!data) throw new Refusal('no_session');
  const certifiedUntil = data.certified_until === null ? null : Date.parse(data.certified_until);
  const role = data.role as StaffRole;
  return {
    kind: 'staff',
    session: data.id,
    staff: data.id,
    name: data.working_name,
    role,
    founding: data.founding,
    certifiedUntil,
    groups: data.room_groups,
    youthVetted: data.youth_vetted,
    capabilities: capabilitiesOf(role, certifiedUntil !== null && certifiedUntil > deps.clock()),
    access,
  };
}

async function sessionOf(deps: Pick<Deps, 'keep'>, idHash: string): Promise<StaffSession> {
  const session = await deps.keep.get<StaffSession>(keyOf(idHash));
  if (!session) throw new Refusal('no_session');
  return session;
}

const MINUTE = 60_000;
/** Refreshes under way, by store: two requests at once must not spend one refresh token twice. */
const refreshing = new WeakMap<object, Map<string, Promise<string>>>();

/** An access token with at least a minute left. Counts as use: the idle time begins anew. */
async function freshAccess(deps: Needs, idHash: string): Promise<string> {
  const session = await sessionOf(deps, idHash);
  const now = deps.clock();
  if (session.tokens.expiresAt - now > MINUTE) {
    await deps.keep.touch(keyOf(idHash), lifeOf(session, now));
    return session.tokens.access;
  }
  const running = refreshing.get(deps.keep) ?? new Map<string, Promise<string>>();
  refreshing.set(deps.keep, running);
  const refreshed = running.get(idHash) ?? renew(deps, idHash, session).finally(() => running.delete(idHash));
  running.set(idHash, refreshed);
  return refreshed;
}

async function renew(deps: Needs, idHash: string, session: StaffSession): Promise<string> {
  const tokens = await deps.accounts.refresh(session.tokens.refresh);
  const next: StaffSession = { ...session, tokens };
  await deps.keep.set(keyOf(idHash), next, lifeOf(next, deps.clock()));
  return tokens.access;
}
