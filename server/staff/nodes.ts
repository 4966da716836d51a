import type { Deps } from '../ports/deps.ts';
import { dropRow } from './kept-row.ts';

const CHANNEL = 'staff';

/** Asks every node to look at this person's connections now: rights, sessions or place may have changed. */
export async function tellNodes(deps: Pick<Deps, 'bus' | 'keep'>, staff: string): Promise<void> {
  await dropRow(deps, staff);
  await deps.bus.publish(CHANNEL, staff);
}

/** Hears of people to look at. Resolves to the way out. */
export const hearNodes = (deps: Pick<Deps, 'bus'>, look: (staff: string) => void): Promise<() => Promise<void>> =>
  deps.bus.subscribe(CHANNEL, (staff) => look(String(staff)));
