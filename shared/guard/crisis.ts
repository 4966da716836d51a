/**
 * Crisis by rules: somebody's life or body in danger now or soon (docs/guard.md). Each cue has a weight in favour or
 * against; pairs that only mean danger together have their own. Runs in the browser and on the server.
 */
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

/** Points for a cue that stands in the message at all. Ten make a crisis. */
const POINTS: Readonly<Record<string, number>> = {
  die: 11,
  farewell: 4,
  selfharm: 6,
  edge: 6,
  took: 7,
  notbreathing: 7,
  overdose: 4,
  violence: 8,
  planhurt: 11,
  childdanger: 3,
  help: 1,
  now: 1,
  past: -6,
  soften: -6,
  stop: -9,
  idiom: -12,
};
/** Points for two cues that stand in one message. */
const TOGETHER: readonly (readonly [string, string, number])[] = [
  ['notbreathing', 'near', 3],
  ['notbreathing', 'help', 3],
  ['notbreathing', 'overdose', 4],
  ['overdose', 'near', 2],
  ['overdose', 'help', 4],
  ['overdose', 'now', 2],
  ['took', 'near', 2],
  ['took', 'now', 3],
  ['took', 'help', 3],
  ['farewell', 'near', 3],
  ['farewell', 'now', 3],
  ['farewell', 'means', 4],
  ['edge', 'now', 3],
  ['selfharm', 'now', 4],
  ['selfharm', 'near', 2],
  ['violence', 'near', 2],
  ['violence', 'now', 2],
  ['violence', 'child', 2],
  ['child', 'childdanger', 6],
];
const ENOUGH = 10;

const points = crisisWords.cues.map((name) => POINTS[name] ?? 0);
const together = TOGETHER.map(([a, b, value]) => [crisisWords.cue(a), crisisWords.cue(b), value] as const);

/** Sum of the points of the cues in one message. */
export function crisisPoints(cues: readonly Cue[]): number {
  const present = new Set(cues.map(({ cue }) => cue));
  let sum = 0;
  for (const cue of present) sum += points[cue] ?? 0;
  for (const [a, b, value] of together) if (present.has(a) && present.has(b)) sum += value;
  return sum;
}

/** Finds a crisis in a message; the hits are the words that speak for it. */
export function findCrisis(reading: Reading): GuardHit[] {
  const cues = crisisWords.find(reading);
  if (cues.length === 0 || crisisPoints(cues) < ENOUGH) return [];
  const { words, folded } = reading;
  return cues
    .filter(({ cue }) => (points[cue] ?? 0) >= 3)
    .map(({ cue, first, last }) => ({
      label: 'crisis' as const,
      rule: `crisis.${crisisWords.cues[cue]}`,
      start: folded.from[words[first]?.start ?? 0] ?? 0,
      end: folded.till[(words[last]?.end ?? 1) - 1] ?? 0,
      why: crisisWords.cues[cue] ?? '',
    }));
}
