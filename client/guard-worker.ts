import { type Check, type CheckResult, prepareCheck } from '../shared/guard/before-sending.ts';

/** To the worker: first the numbers that anybody may post, then texts to look at. */
export type ToCheck = { allow: string[] } | { id: number; text: string };
/** From the worker; `found` is null when the check could not be made ready. */
export interface Checked {
  id: number;
  found: CheckResult | null;
}

/** Undefined when it could not be made ready, which is told with the next text. */
let check: Promise<Check | undefined> | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToCheck>) => {
  if ('allow' in data) {
    check = prepareCheck(data.allow).catch(() => undefined);
    return;
  }
  const ready = await check;
  postMessage({ id: data.id, found: ready?.(data.text) ?? null } satisfies Checked);
});
