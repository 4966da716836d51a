/** Of cues found in a message, those that do not lie inside a longer one: "хочу жить" in "не хочу жить" does not count. */
import type { Numbers } from './trie.ts';

/** Cues in the order of their first words. */
export interface Spans {
  readonly ids: Numbers;
  readonly firsts: Numbers;
  readonly lasts: Numbers;
}

/** Words that a phrase may span, for finding what lies inside it. */
const LONGEST = 8;

/** Takes out phrases that lie inside a longer one of their group; `groups` by cue. Single words stay. */
export function keepLongest(spans: Spans, groups: readonly number[]): void {
  const [ids, firsts, lasts] = [spans.ids.codes, spans.firsts.codes, spans.lasts.codes];
  let kept = 0;
  for (let i = 0; i < spans.ids.length; i++) {
    if (lasts[i] !== firsts[i] && isInside(spans, groups, [i, kept])) continue;
    ids[kept] = ids[i] ?? 0;
    firsts[kept] = firsts[i] ?? 0;
    lasts[kept++] = lasts[i] ?? 0;
  }
  spans.ids.length = spans.firsts.length = spans.lasts.length = kept;
}

/** The first `kept` places hold what was kept of those before `at`. */
function isInside(spans: Spans, groups: readonly number[], [at, kept]: readonly [number, number]): boolean {
  const firsts = spans.firsts.codes;
  const first = firsts[at] ?? 0;
  for (let k = kept - 1; k >= 0 && (firsts[k] ?? 0) > first - LONGEST; k--)
    if (covers(spans, groups, [k, at])) return true;
  for (let k = at + 1; k < spans.ids.length && firsts[k] === first; k++)
    if (covers(spans, groups, [k, at])) return true;
  return false;
}

function covers(spans: Spans, groups: readonly number[], [outer, inner]: readonly [number, number]): boolean {
  const [ids, firsts, lasts] = [spans.ids.codes, spans.firsts.codes, spans.lasts.codes];
  const [one, two] = [ids[outer] ?? 0, ids[inner] ?? 0];
  if (one === two || groups[one] !== groups[two]) return false;
  const length = (lasts[outer] ?? 0) - (firsts[outer] ?? 0);
  return (
    (firsts[outer] ?? 0) <= (firsts[inner] ?? 0) &&
    (lasts[outer] ?? 0) >= (lasts[inner] ?? 0) &&
    length > (lasts[inner] ?? 0) - (firsts[inner] ?? 0)
  );
}
