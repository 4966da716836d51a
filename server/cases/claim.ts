import type { CaseCard, Input } from '../../shared/events.ts';
import type { Deps, StaffWho, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { cardOfRow, keepClaim, tellDesks } from './cards.ts';
import { factsOf } from './facts.ts';
import { KEYS } from './keys.ts';
import { claimRow, readCase, releaseRow } from './rows.ts';

type Needs = Pick<Deps, 'keep' | 'clock' | 'broadcast' | 'supabase' | 'acts' | 'access'>;

/**
 * Takes a case up, so that nobody else does the same work; somebody in danger is told that a volunteer comes. Exactly one
 * wins. Refusals: not_found, taken, already_decided.
 */
export async function claimCase(deps: Needs, who: Who, { id }: Input<'case:claim'>): Promise<{ card: CaseCard }> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  await holdCase(deps, who, id);
  const facts = await factsOf(deps, id);
  if (facts?.kind === 'care' && facts.about) {
    const coming = { room: facts.room, state: 'coming', name: who.name } as const;
    await deps.broadcast.toSession(facts.about.session, 'care', coming);
  }
  return { card: await cardOfRow(deps, await readCase(deps, who, id)) };
}

/** Gives a case back to the others. Refusals: not_found, taken, already_decided. */
export async function releaseCase(
  deps: Needs,
  who: Who,
  { id }: Input<'case:release'>,
): Promise<Record<string, never>> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  await releaseRow(deps, who, id);
  await deps.keep.remove(KEYS.claim(id));
  const facts = await factsOf(deps, id);
  if (facts) await tellDesks(deps, facts, 'changed');
  return {};
}

/** Claims the row and tells the other desks whose it is. */
export async function holdCase(deps: Needs, who: StaffWho, id: string): Promise<void> {
  await claimRow(deps, who, id);
  await keepClaim(deps, who, id);
  const facts = await factsOf(deps, id);
  if (facts) await tellDesks(deps, facts, 'changed');
}
