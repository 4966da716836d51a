import { MemoryBus, MemoryKeep } from './keep/memory.ts';
import { MemoryLog } from './log/memory.ts';
import type { Clock } from './ports/clock.ts';
import type { Bus, Keep } from './ports/keep.ts';
import type { RoomLog } from './ports/log.ts';
import type { Presence } from './ports/presence.ts';
import { MemoryPresence } from './presence/memory.ts';

/** Everything that several nodes share, on one back end. */
export interface Stores {
  log: RoomLog;
  presence: Presence;
  keep: Keep;
  bus: Bus;
  /** Resolves when the back end answers; rejects with `Unavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The stores of a single process; all of it ends with the process. */
export function memoryStores({ clock = Date.now }: { clock?: Clock } = {}): Stores {
  const stores = {
    log: new MemoryLog(clock),
    presence: new MemoryPresence(clock),
    keep: new MemoryKeep(clock),
    bus: new MemoryBus(),
  };
  const all = Object.values(stores);
  return {
    ...stores,
    ping: async () => {},
    close: async () => void (await Promise.all(all.map((store) => store.close()))),
  };
}
