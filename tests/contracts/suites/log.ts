import type { Open } from '../backends.ts';
import { appending, duty, refusing } from './log-append.ts';
import { holding, taking } from './log-held.ts';
import { reacting, reading, watching } from './log-read.ts';
import { logScene } from './log-scene.ts';

/** A room's log keeps its promises on this back end, with two servers on it. */
export function logContract(open: Open): void {
  const scene = logScene(open);
  for (const promise of [appending, refusing, duty, holding, taking, reading, reacting, watching]) promise(scene);
}
