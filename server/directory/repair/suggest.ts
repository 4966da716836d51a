import { randomUUID } from 'node:crypto';
import type { Suggestion, SuggestionCard } from '../../../shared/directory-events.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Keep } from '../../ports/keep.ts';
import { addTo, listOf } from '../../ports/lists.ts';
import { Refusal } from '../../ports/refusal.ts';

type Needs = Pick<Deps, 'keep' | 'clock'>;
type Kept = Suggestion & { id: string; at: number };

const DAY = 24 * 60 * 60 * 1000;
const keyOf = (id: string): string => `suggestion:${id}`;
/** One list a day, so that a list ends although something is suggested every day. */
const listOfDay = (day: number): string => `suggestions:${day}`;

/**
 * Keeps what a visitor suggested, beside the sessions and for LIMITS.suggestionLife: a visitor's words enter the database only
 * when an editor has taken them over as their own draft. Refusal: `rate` when the day's box is full.
 */
export async function keepSuggestion({ keep, clock }: Needs, given: Suggestion): Promise<void> {
  const now = clock();
  const list = listOfDay(Math.floor(now / DAY));
  if (((await keep.get<number>(list)) ?? 0) >= LIMITS.suggestionsPerDay) throw new Refusal('rate', now + DAY);
  const id = randomUUID();
  await keep.set(keyOf(id), { ...given, id, at: now } satisfies Kept, LIMITS.suggestionLife);
  await addTo(keep, list, id, LIMITS.suggestionLife);
}

/** What waits for an editor, oldest first. */
export async function waitingSuggestions({ keep, clock }: Needs): Promise<SuggestionCard[]> {
  const today = Math.floor(clock() / DAY);
  const days = Array.from({ length: LIMITS.suggestionLife / DAY + 1 }, (_, back) => listOfDay(today - back)).reverse();
  const ids = (await Promise.all(days.map((day) => listOf<string>(keep, day)))).flat();
  const found = await Promise.all(ids.map((id) => keep.get<Kept>(keyOf(id))));
  return found
    .filter((one) => one !== null)
    .map((one) => ({ ...one, until: one.at + LIMITS.suggestionLife }))
    .sort((a, b) => a.at - b.at);
}

export const dropSuggestion = ({ keep }: { keep: Keep }, id: string): Promise<void> => keep.remove(keyOf(id));
