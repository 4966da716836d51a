import type { EntryKind } from '../../../shared/repair.ts';
import type { Deps } from '../../ports/deps.ts';

type Needs = Pick<Deps, 'keep' | 'tags'>;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Longer than any key of tags lives. */
const TAG_LIFE = 2 * HOUR;

/**
 * Whether a report with a proof of work is independent of those of this entry before it. Nobody has an identity here, so two
 * reports are independent when their address tags differ under one key of the hour. Tags of two keys cannot be compared: of
 * all keys of a day only the first one's reports count, so that somebody alone counts once a day however often they come
 * back. Lies in the Keep and ends by itself: a tag after two hours, which key it was after a day.
 */
export async function isIndependent({ keep, tags }: Needs, entry: `${EntryKind}/${string}`, address: string) {
  // What the key makes of this word is different under every key, and says nothing of anybody.
  const key = tags.of('which key');
  const first = await keep.claim(`repair-key:${entry}`, key, DAY);
  if (!first && (await keep.get<string>(`repair-key:${entry}`)) !== key) return false;
  return keep.claim(`repair-tag:${entry}:${key}:${tags.of(address)}`, 1, TAG_LIFE);
}
