import type { EntryKind, RepairReason } from '../../../shared/repair.ts';
import type { Deps } from '../../ports/deps.ts';
import { refusalOf } from '../../ports/refusal.ts';
import { directoryChanged } from '../changed.ts';
import { isIndependent } from './independent.ts';

type Needs = Pick<Deps, 'supabase' | 'keep' | 'tags' | 'directory' | 'bus'>;

export interface Report {
  kind: EntryKind;
  entry: string;
  reason: RepairReason;
  /** The number it is about, as it is dialled; empty when it is about no number. */
  phone: string;
}

/**
 * Adds a visitor's report to the entry's open repair: a reason, a number of the entry, nothing else. It counts toward the
 * mark "being checked" only when a browser did the work for it (`proven`) and it is independent of the others; the rest wait
 * for an editor all the same. Refusals: not_found, bad_input, unavailable.
 */
export async function reportEntry(
  deps: Needs,
  { kind, entry, reason, phone }: Report,
  { proven, address }: { proven: boolean; address: string },
): Promise<void> {
  const counted = proven && (await isIndependent(deps, `${kind}/${entry}`, address));
  const { data: marked, error } = await deps.supabase
    .asService()
    .rpc('report_entry', { entry_kind: kind, entry, reason, phone, counted });
  if (error) throw refusalOf(error);
  if (marked) await directoryChanged(deps);
}
