import type { Me } from '../../shared/desk-api.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';
import { codesLeft } from './factor-setup.ts';
import { peek, staffOf } from './session.ts';
import { needsFactor } from './standing.ts';

type Needs = Pick<Deps, 'keep' | 'accounts' | 'supabase' | 'clock'>;

/** What the desk's page asks first. A look, not a use of the session. Throws `no_session`, `unavailable`. */
export async function describeMe(deps: Needs, signedIn: string): Promise<Me> {
  const { name, role, row } = await staffOf(deps, signedIn);
  const session = await peek(deps, signedIn);
  return {
    name,
    role,
    secondFactor: row.second_factor_at !== null ? 'set' : needsFactor(row) ? 'needed' : 'open',
    recoveryCodes: await codesLeft(deps, { row }),
    sessionUntil: (session?.startedAt ?? deps.clock()) + LIMITS.staffSession,
    idleLife: LIMITS.staffIdle,
  };
}
