import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '../../shared/limits.ts';
import type { StaffRow } from '../database/types.ts';
import type { StaffTokens } from '../ports/database.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { within } from '../ports/within.ts';
import { keepRow, keptRow } from './kept-row.ts';
import { standingOf } from './standing.ts';

/** A volunteer's signed-in browser. The cookie holds a random id, the store its hash; the tokens never leave the server. */
export interface StaffSession {
  tokens: StaffTokens;
  startedAt: number;
  /** `staff.session_epoch` when it began; another number there ends it. */
  epoch: number;
}

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock'>;
export type StaffIdentity = Omit<StaffWho, 'connection' | 'lang' | 'rooms'>;

export const hashId = (id: string): string => createHash('sha256').update(id).digest('base64url');
const keyOf = (idHash: string): string => `staff:${idHash}`;
/** Beside the session and shorter: gone when nobody did anything for LIMITS.staffIdle (OWASP ASVS 5.0.0, 7.3.1). */
const idleKey = (idHash: string): string => `staff-idle:${idHash}`;

/** Until LIMITS.staffSession from its start, whatever happens (OWASP ASVS 5.0.0, 7.3.2). */
const lifeOf = (session: StaffSession, now: number): number => session.startedAt + LIMITS.staffSession - now;

/** Keeps the tokens and returns the id for the cookie. */
export async function openStaffSession(deps: Needs, tokens: StaffTokens, epoch: number): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const session: StaffSession = { tokens, epoch, startedAt: deps.clock() };
  await deps.keep.set(keyOf(hashId(id)), session, LIMITS.staffSession);
  await noteAct(deps, hashId(id));
  return id;
}

/** Ends it, here and in Supabase. */
export async function closeStaffSession(deps: Needs, idHash: string): Promise<void> {
  const session = await deps.keep.take<StaffSession>(keyOf(idHash));
  await deps.keep.remove(idleKey(idHash));
  if (session) await deps.accounts.signOut(session.tokens).catch(() => {});
}

/** The session, for a look that does not count as use. Null: it has ended. */
export async function peek(deps: Pick<Deps, 'keep'>, idHash: string): Promise<StaffSession | null> {
  const [session, used] = await Promise.all([
    deps.keep.get<StaffSession>(keyOf(idHash)),
    deps.keep.get<number>(idleKey(idHash)),
  ]);
  return used ? session : null;
}

/** Counts as use: the idle time begins anew. Throws `no_session`. */
export async function useSession(deps: Pick<Deps, 'keep' | 'clock'>, idHash: string): Promise<void> {
  await sessionOf(deps, idHash);
  await noteAct(deps, idHash);
}

/** When the session ends unless something is done (ms since 1970); null when it has ended. */
export const idleEnd = (deps: Pick<Deps, 'keep'>, idHash: string): Promise<number | null> =>
  deps.keep.get<number>(idleKey(idHash));

const noteAct = (deps: Pick<Deps, 'keep' | 'clock'>, idHash: string): Promise<void> =>
  deps.keep.set(idleKey(idHash), deps.clock() + LIMITS.staffIdle, LIMITS.staffIdle);

/** The session goes on although all others of this person were ended. */
export async function keepAfter(deps: Pick<Deps, 'keep' | 'clock'>, idHash: string, epoch: number): Promise<void> {
  const session = await sessionOf(deps, idHash);
  await deps.keep.set(keyOf(idHash), { ...session, epoch }, lifeOf(session, deps.clock()));
}

/** The active staff row of whoever holds these tokens, read with their own right to see it. Throws `unavailable`. */
export async function rowOf(deps: Pick<Deps, 'supabase'>, { access, userId }: StaffTokens): Promise<StaffRow | null> {
  const client = deps.supabase.asStaff(access);
  const asked = client.from('staff').select('*').eq('id', userId).eq('active', true).retry(false).maybeSingle();
  const { data, error } = await within(asked);
  if (error) throw new Refusal('unavailable', undefined, error);
  return data;
}

/**
 * The person behind a session, read now with their own token, so that a removed role or an ended certificate counts at
 * once. A lead or coordinator without a second factor has no capability at all. While the database is away: as last read,
 * so that a desk whose connection broke comes back and its rooms keep their duty. Throws `no_session`, `unavailable`.
 */
export async function staffOf(deps: Needs, idHash: string): Promise<StaffIdentity & { row: StaffRow }> {
  const access = () => freshAccess(deps, idHash);
  const session = await sessionOf(deps, idHash);
  const row = await rowNow(deps, idHash, session.tokens.userId);
  if (!row || row.session_epoch !== session.epoch) {
    await closeStaffSession(deps, idHash);
    throw new Refusal('no_session');
  }
  const identity = { kind: 'staff', session: row.id, staff: row.id, signedIn: idHash, access } as const;
  const seen = () => useSession(deps, idHash);
  return { ...identity, ...standingOf(row, deps.clock()), seen, row };
}

async function rowNow(deps: Needs, idHash: string, userId: string): Promise<StaffRow | null> {
  try {
    await within(freshAccess(deps, idHash));
    const row = await rowOf(deps, (await sessionOf(deps, idHash)).tokens);
    if (row) await keepRow(deps, row);
    return row;
  } catch (error) {
    const { code } = error as { code?: unknown };
    const kept = code === 'unavailable' ? await keptRow(deps, userId) : null;
    if (!kept) throw error;
    return kept;
  }
}

async function sessionOf(deps: Pick<Deps, 'keep'>, idHash: string): Promise<StaffSession> {
  const session = await peek(deps, idHash);
  if (!session) throw new Refusal('no_session');
  return session;
}

const MINUTE = 60_000;
/** Refreshes under way, by store: two requests at once must not spend one refresh token twice. */
const refreshing = new WeakMap<object, Map<string, Promise<string>>>();

/** An access token with at least a minute left. */
async function freshAccess(deps: Needs, idHash: string): Promise<string> {
  const session = await sessionOf(deps, idHash);
  if (session.tokens.expiresAt - deps.clock() > MINUTE) return session.tokens.access;
  const running = refreshing.get(deps.keep) ?? new Map<string, Promise<string>>();
  refreshing.set(deps.keep, running);
  const refreshed = running.get(idHash) ?? renew(deps, idHash, session).finally(() => running.delete(idHash));
  running.set(idHash, refreshed);
  return refreshed;
}

async function renew(deps: Needs, idHash: string, session: StaffSession): Promise<string> {
  const tokens = await deps.accounts.refresh(session.tokens.refresh);
  // Read again: the session may have ended, or gone on under another epoch, while Auth answered.
  const now = await sessionOf(deps, idHash);
  await deps.keep.set(keyOf(idHash), { ...now, tokens }, lifeOf(now, deps.clock()));
  return tokens.access;
}
