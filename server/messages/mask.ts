import { maskSpans } from '../../shared/guard/mask.ts';
import type { GuardResult } from '../ports/guard.ts';

/**
 * The text with every piece of contact data replaced by MASK; null when there is nothing to replace. What the guard holds is
 * masked too, so that a later "let it in" shows nobody's number.
 */
export function maskContacts(text: string, { outcome, hits }: Pick<GuardResult, 'outcome' | 'hits'>): string | null {
  if (outcome !== 'mask' && outcome !== 'hold') return null;
  const spans = hits.filter((hit) => hit.label === 'contact' && hit.end > hit.start);
  return spans.length > 0 ? maskSpans(text, spans) : null;
}
