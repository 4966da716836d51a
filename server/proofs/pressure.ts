import { LIMITS } from '../../shared/limits.ts';
import type { Deps } from '../ports/deps.ts';

/** How much more is asked of somebody: 0 as a rule, this at most. */
export const CROWDED = 2;

/**
 * Counts one more try behind a tag and says how much to ask. Many people stand behind one address, so a tag refuses nobody:
 * the next try costs more work, and first messages are looked at. The counter knows the tag alone and ends within two hours.
 */
export async function pressureOf(
  { keep, clock, config }: Pick<Deps, 'keep' | 'clock' | 'config'>,
  tag: string,
): Promise<number> {
  const { window, busy, crowded } = LIMITS.proof;
  const count = await keep.count(`tag:${tag}:${Math.floor(clock() / window)}`, 2 * window);
  if (count > crowded * config.rateScale) return CROWDED;
  return count > busy * config.rateScale ? 1 : 0;
}
