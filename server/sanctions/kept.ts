import { SANCTION_LENGTH } from '../../shared/cases.ts';
import type { MySanction } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { KeptSanction } from '../ports/cases.ts';
import type { Deps } from '../ports/deps.ts';
import { listOf } from '../ports/lists.ts';

export const sanctionKey = (id: string): string => `sanction:${id}`;
/** The ids of what was done to a session. */
export const sanctionsKey = (session: string): string => `sanctions:${session}`;

/** What was done to this session, oldest first. */
export async function keptOf(deps: Pick<Deps, 'keep'>, session: string): Promise<KeptSanction[]> {
  const ids = await listOf<string>(deps.keep, sanctionsKey(session));
  const kept = await Promise.all(ids.map((id) => deps.keep.get<KeptSanction>(sanctionKey(id))));
  return kept.filter((sanction) => sanction !== null);
}

/** End of the longest mute that is in force; null when there is none. */
export function mutedUntil(sanctions: readonly KeptSanction[], now: number): number | null {
  const ends = sanctions
    .filter((sanction) => isMute(sanction) && !sanction.lifted)
    .map((sanction) => sanction.until ?? 0)
    .filter((until) => until > now);
  return ends.length > 0 ? Math.max(...ends) : null;
}

export const isMute = ({ kind }: Pick<KeptSanction, 'kind'>): boolean => SANCTION_LENGTH[kind] > 0;

/** A sanction as its person sees it. Nobody is left to appeal when the session has ended. */
export function seenBy(sanction: KeptSanction, now: number): MySanction {
  const { id, kind, reason, room, at, until, lifted } = sanction;
  const open = kind !== 'end_session' && !lifted && now < at + LIMITS.appealWindow;
  const appeal = sanction.appeal === 'none' ? (open ? 'can' : 'no') : sanction.appeal;
  return { id, kind, reason, room, at, until, lifted, appeal };
}
