import type { CaseCard } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import type { GuardLabel } from '../ports/guard.ts';
import { Refusal } from '../ports/refusal.ts';
import { type CaseFacts, factsOf, openFacts, reportsOf } from './facts.ts';
import { KEYS } from './keys.ts';
import { type KnownCase, readOpen, seesCase } from './rows.ts';

type Needs = Pick<Deps, 'keep' | 'broadcast'>;
type Claim = NonNullable<CaseCard['claimed']>;

export const DANGER = 3;

/** The card of a case whose facts are still kept. */
export async function cardOf(deps: Pick<Deps, 'keep'>, facts: CaseFacts): Promise<CaseCard> {
  const [reports, claimed] = await Promise.all([reportsOf(deps, facts.id), deps.keep.get<Claim>(KEYS.claim(facts.id))]);
  const reasons = [...new Set([...facts.reasons, ...reports.map((report) => report.reason)])];
  const { id, kind, room, at, labels, heldId, asked } = facts;
  const priority = reasons.includes('danger') ? DANGER : facts.priority;
  const about = facts.about?.person ?? null;
  return { id, kind, priority, room, at, reasons, labels, about, heldId, asked, claimed };
}

/** The same from the row alone, when the facts have ended. */
export async function cardOfRow(deps: Pick<Deps, 'keep'>, row: KnownCase): Promise<CaseCard> {
  const facts = await factsOf(deps, row.id);
  if (facts) return cardOf(deps, facts);
  return {
    id: row.id,
    kind: row.kind,
    priority: row.priority,
    room: row.room ?? '',
    at: Date.parse(row.opened_at),
    reasons: row.reasons,
    labels: row.labels as GuardLabel[],
    about: null,
    heldId: null,
    asked: false,
    claimed: await deps.keep.get<Claim>(KEYS.claim(row.id)),
  };
}

/** Open cases this person may decide: most urgent first, then the oldest. From the Keep while the database is away. */
export async function openCases(deps: Pick<Deps, 'keep' | 'supabase' | 'access'>, who: StaffWho): Promise<CaseCard[]> {
  const rows = await readOpen(deps, who).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'unavailable') return null;
    throw error;
  });
  const cards = rows
    ? await Promise.all(rows.map((row) => cardOfRow(deps, row)))
    : await Promise.all(
        (await openFacts(deps)).filter((facts) => seesCase(deps, who, facts)).map((facts) => cardOf(deps, facts)),
      );
  return cards.sort((one, other) => other.priority - one.priority || one.at - other.at);
}

export async function keepClaim(deps: Pick<Deps, 'keep' | 'clock'>, who: StaffWho, id: string): Promise<void> {
  const claim: Claim = { staff: who.staff, name: who.name, until: deps.clock() + LIMITS.claimLife };
  await deps.keep.set(KEYS.claim(id), claim, LIMITS.claimLife);
}

/** Tells the desks that may see the case how it is now. */
export async function tellDesks(deps: Needs, facts: CaseFacts, what: 'added' | 'changed' | 'removed'): Promise<void> {
  const frame = what === 'removed' ? { removed: facts.id } : { [what]: await cardOf(deps, facts) };
  const { room, youth, involved, kind } = facts;
  await deps.broadcast.toCaseDesks({ room, youth, leadsOnly: kind === 'volunteer', except: involved }, frame);
}
