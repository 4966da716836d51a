import type { GuardHit } from '../../../shared/guard/hit.ts';

/** A piece of a text: plain, or what the guard's hits on it say. */
export interface Stretch {
  text: string;
  hits: GuardHit[];
}

/** Cuts a text where hits begin and end; hits may overlap, lie inside each other or reach over the end. */
export function stretchesOf(text: string, hits: readonly GuardHit[]): Stretch[] {
  const inside = hits
    .map((hit) => ({ ...hit, start: Math.max(0, hit.start), end: Math.min(text.length, hit.end) }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const found: Stretch[] = [];
  let at = 0;
  let last: { end: number; hits: GuardHit[] } | null = null;
  const close = () => {
    if (last) found.push({ text: text.slice(at, last.end), hits: last.hits });
    at = last?.end ?? at;
    last = null;
  };
  for (const hit of inside) {
    if (last && hit.start < last.end) {
      last.end = Math.max(last.end, hit.end);
      last.hits.push(hit);
      continue;
    }
    close();
    if (hit.start > at) found.push({ text: text.slice(at, hit.start), hits: [] });
    at = hit.start;
    last = { end: hit.end, hits: [hit] };
  }
  close();
  if (at < text.length) found.push({ text: text.slice(at), hits: [] });
  return found;
}
