import type { Keep } from './keep.ts';

/**
 * A short list in the Keep that only grows, safe to add to from several nodes at once: a counter gives each value a place
 * of its own. It ends `lifeMs` after its last addition; a place whose value is still on its way is left out.
 */
export async function addTo(keep: Keep, list: string, value: unknown, lifeMs: number): Promise<void> {
  const place = await keep.count(list, lifeMs);
  await keep.set(`${list}:${place}`, value, lifeMs);
  await keep.touch(list, lifeMs);
}

/** Everything in the list that has not ended, in the order of its addition. */
export async function listOf<T>(keep: Keep, list: string): Promise<T[]> {
  const length = (await keep.get<number>(list)) ?? 0;
  if (length === 0) return [];
  const values = await Promise.all(Array.from({ length }, (_, at) => keep.get<T>(`${list}:${at + 1}`)));
  return values.filter((value) => value !== null);
}

/** Ends the list in `lifeMs`, at once when that is not positive. */
export async function endList(keep: Keep, list: string, lifeMs: number): Promise<void> {
  const length = (await keep.get<number>(list)) ?? 0;
  const keys = [list, ...Array.from({ length }, (_, at) => `${list}:${at + 1}`)];
  await Promise.all(keys.map((key) => (lifeMs > 0 ? keep.touch(key, lifeMs) : keep.remove(key))));
}
