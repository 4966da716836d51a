import type { CaseFile, Input } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { cardOfRow } from './cards.ts';
import { evidenceOf } from './facts.ts';
import { readCase } from './rows.ts';

type Needs = Pick<Deps, 'keep' | 'supabase' | 'access' | 'audit' | 'sanctions'>;

/** A case with its evidence. That somebody read it is in the audit before they do. Refusals: not_found, unavailable. */
export async function openCaseFile(deps: Needs, who: Who, { id }: Input<'case:open'>): Promise<CaseFile> {
  if (who.kind !== 'staff') throw new Refusal('not_allowed');
  const row = await readCase(deps, who, id);
  await deps.audit.record(who, { act: 'case.open', kind: 'case', subject: id, details: { kind: row.kind } });
  const appealed = row.sanction_id === null ? null : await deps.sanctions.find(row.sanction_id);
  const evidence = await evidenceOf(deps, appealed ? (appealed.caseId ?? appealed.id) : id);
  const newest = Math.max(...evidence.map((item) => item.at));
  return {
    card: await cardOfRow(deps, row),
    evidence,
    evidenceUntil: evidence.length > 0 ? newest + LIMITS.evidenceLife : null,
    sanction: appealed && {
      id: appealed.id,
      kind: appealed.kind,
      reason: appealed.reason,
      at: appealed.at,
      until: appealed.until,
    },
  };
}
