import type { Deps } from '../ports/deps.ts';

const CHANNEL = 'directory';
type Needs = Pick<Deps, 'directory' | 'bus'>;

/** What readers see is made anew, here before this resolves and on the other nodes as soon as they hear of it. */
export async function directoryChanged({ directory, bus }: Needs): Promise<void> {
  await directory.refresh();
  // A node that does not hear reads again within a minute all the same.
  await bus.publish(CHANNEL, {}).catch(() => {});
}

/** Reads again whenever another node says that something changed. Resolves to the way out. */
export const hearChanges = ({ directory, bus }: Needs): Promise<() => Promise<void>> =>
  bus.subscribe(CHANNEL, () => void directory.refresh());
