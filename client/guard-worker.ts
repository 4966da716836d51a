import { type Check, type CheckResult, prepareCheck } from '../shared/guard/before-sending.ts';

/** To the worker: first the numbers that anybody may post, then texts to look at. */
export type ToCheck = { allow: string[] } | { id: number; text: string };
/** From the worker; `found` is null when the check could not be made ready. */
export interface Checked {
  id: number;
  found: CheckResult | null;
}

let check: Promise<Check> | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToCheck>) => {
  if ('allow' in data) {
    check = prepareCheck(data.allow);
    return;
  }
  const ready = await check?.catch(() => undefined);
  postMessage({ id: data.id, found: ready?.(data.text) ?? null } satisfies Checked);
});
