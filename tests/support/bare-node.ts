import { type App, createApp } from '../../server/app.ts';
import type { Outer } from '../../server/assemble.ts';
import { readConfig } from '../../server/config.ts';
import { createLogger } from '../../server/log.ts';
import type { RoomRow } from '../../server/ports/deps.ts';
import type { Guard } from '../../server/ports/guard.ts';
import type { Rings } from '../../server/ports/watch.ts';
import type { Stores } from '../../server/stores.ts';

const NO_RINGS: Rings = { look: () => null, listen: async () => async () => {}, tell: async () => {} };
const PASS: Guard = () => ({ outcome: 'pass', care: false, labels: [], hits: [] });

/**
 * A node without a database or pages, and without a guard and rings unless one is given: `rooms` rooms are given directly, named room-0
 * and so on. For what is about the stores and the way of a message alone. The caller takes duty (`takeDuty`) and repeats it before its lease ends.
 */
export async function bareNode(
  stores: Stores,
  rooms: number,
  { level, guard }: { level: string; guard?: Guard },
): Promise<{ app: App; takeDuty(): Promise<unknown> }> {
  const words = { kk: 'x', ru: 'x', en: 'x' };
  const rows: RoomRow[] = Array.from({ length: rooms }, (_, at) => ({
    id: `room-${at}`,
    group: 'main',
    lang: null,
    name: words,
    about: words,
    rules: { kk: [], ru: [], en: [] },
    youth: false,
    capacity: 1000,
  }));
  const table = new Map(rows.map((row) => [row.id, row]));
  const app = await createApp({
    ...stores,
    clock: Date.now,
    config: readConfig({ PORT: '0', RATE_SCALE: '1000000', POW_COST: '0' }),
    logger: createLogger(level),
    ...(guard ? { guard } : { guard: PASS, rings: NO_RINGS }),
    rooms: { all: () => rows, get: (id: string) => table.get(id), refresh: async () => {} },
    shifts: { next: () => null, refresh: async () => {} },
    renderPage: () => '',
    directory: { helplines: () => [] },
  } as unknown as Outer);
  return { app, takeDuty: () => Promise.allSettled(rows.map((row) => stores.log.onDuty(row.id, 's-dana', 'Dana'))) };
}
