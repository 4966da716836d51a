/**
 * Crisis: somebody's life or body in danger now or soon (docs/guard.md). Each cue, and each pair of cues in one
 * message, speaks for or against with a learned weight (`crisis-weights.ts`, made by `npm run guard:train`). Runs in
 * the browser and on the server.
 */
import { CRISIS_BIAS, CRISIS_WEIGHTS } from './crisis-weights.ts';
import type { GuardHit } from './hit.ts';
import { type Cue, Lexicon } from './lexicon.ts';
import { en } from './words/en.ts';
import { kk } from './words/kk.ts';
import { ru } from './words/ru.ts';
import type { Reading } from './words.ts';

export const crisisWords = new Lexicon([
  { language: 'kk', text: kk },
  { language: 'ru', text: ru },
  { language: 'en', text: en },
]);

/** Above this a message counts as a crisis; chosen so that few are missed (tests/guard/quality.test.ts). */
export const CRISIS_ENOUGH = 0.5;

const size = crisisWords.cues.length;
/** Weight of cue `a` at `a * size + a`, of the pair `a < b` at `a * size + b`. */
const weights = new Float64Array(size * size);
for (const [key, weight] of Object.entries(CRISIS_WEIGHTS)) {
  const [a = '', b = a] = key.split(' ');
  const [first, second] = [crisisWords.cue(a), crisisWords.cue(b)];
  if (first >= 0 && second >= 0) weights[Math.min(first, second) * size + Math.max(first, second)] = weight;
}

/** The cues present, each once, by index. */
export function presentCues(cues: readonly Cue[]): number[] {
  return [...new Set(cues.map(({ cue }) => cue))].sort((a, b) => a - b);
}

/** How much speaks for a crisis; above nought more than against. */
export function crisisScore(cues: readonly Cue[]): number {
  const present = presentCues(cues);
  let sum: number = CRISIS_BIAS;
  for (const [i, a] of present.entries())
    for (let k = i; k < present.length; k++) sum += weights[a * size + (present[k] ?? 0)] ?? 0;
  return sum;
}

/** Cues that decide whether the room may see the message, so they are shown even when they weigh little. */
const SHOWN = new Set(['weapon', 'means', 'height', 'farewell'].map((name) => crisisWords.cue(name)));

/** The words that speak for a crisis. */
export function crisisHits(reading: Reading, cues: readonly Cue[]): GuardHit[] {
  const { words, folded } = reading;
  return cues
    .filter(({ cue }) => (weights[cue * size + cue] ?? 0) > 0.3 || SHOWN.has(cue))
    .map(({ cue, first, last }) => ({
      label: 'crisis' as const,
      rule: `crisis.${crisisWords.cues[cue]}`,
      start: folded.from[words[first]?.start ?? 0] ?? 0,
      end: folded.till[(words[last]?.end ?? 1) - 1] ?? 0,
      why: crisisWords.cues[cue] ?? '',
    }));
}

/** Finds a crisis in a message. `cues` are those of `crisisWords`, when they are known already. */
export function findCrisis(reading: Reading, cues: readonly Cue[] = crisisWords.find(reading)): GuardHit[] {
  if (cues.length === 0 || crisisScore(cues) < CRISIS_ENOUGH) return [];
  const hits = crisisHits(reading, cues);
  return hits.length > 0 ? hits : [wholeText(reading)];
}

/** A hit on all of it, when no single word decides. */
export function wholeText(reading: Reading): GuardHit {
  const { from, till, length } = reading.folded;
  return { label: 'crisis', rule: 'crisis.whole', start: from[0] ?? 0, end: till[length - 1] ?? 0, why: 'whole' };
}
