import { MASK } from '../../shared/entries.ts';
import type { GuardResult } from '../ports/guard.ts';

/**
 * The text with every piece of contact data replaced by MASK; null when there is nothing to replace. Spans that touch or
 * overlap become one mask. What the guard holds is masked too, so that a later "let it in" shows nobody's number.
 */
export function maskContacts(text: string, { outcome, hits }: Pick<GuardResult, 'outcome' | 'hits'>): string | null {
  if (outcome !== 'mask' && outcome !== 'hold') return null;
  const spans = hits
    .filter((hit) => hit.label === 'contact' && hit.end > hit.start)
    .sort((one, other) => one.start - other.start);
  let masked = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start > from || from === 0) masked += text.slice(from, Math.max(from, start)) + MASK;
    from = Math.max(from, end);
  }
  return spans.length > 0 ? masked + text.slice(from) : null;
}
