/** The step that reads what a message does: offers, lures, attacks, despairs. */

import type { CrisisSense } from '../../../shared/guard/crisis.ts';
import type { Finder } from '../../../shared/guard/finder.ts';
import { cuesOf, type Lexicon } from '../../../shared/guard/lexicon.ts';
import type { Reading } from '../../../shared/guard/words.ts';
import type { GuardHit, GuardLabel } from '../../ports/guard.ts';
import type { Certainty } from '../outcomes.ts';
import { FeatureMaker } from './features.ts';
import { cueWeight, scoresOf } from './model.ts';
import { MODEL_LABELS, type ModelLabel, type Packed } from './weights.ts';

/** Scores from which a label is given, and from which it is sure. Chosen under cross-validation (docs/guard.md). */
export const THRESHOLDS: Readonly<Record<ModelLabel, Readonly<Record<Certainty, number>>>> = {
  dealing: { likely: 0.9, sure: 3.2 },
  recruitment: { likely: 0.1, sure: 3.2 },
  abuse: { likely: -0.1, sure: 3.2 },
  crisis: { likely: -0.7, sure: 3.2 },
};

/** Cues that name the matter of a label. Without one of them it needs a higher score: tone alone is hardly an act. */
const MATTER: Readonly<Partial<Record<ModelLabel, readonly string[]>>> = {
  dealing:
    'drug medicine drug-emoji weight shop stash dealer norecipe use ask-where ask-who swap parcel-emoji sell-offer'.split(
      ' ',
    ),
  recruitment:
    'role cargo big-money card lend transfer tema nopapers noquestions parcel-emoji money-emoji daily-pay safe-lure'.split(
      ' ',
    ),
  abuse:
    'insult slur-addict slur-group whole-group at-you die-imperative threat hound sexual sex-emoji offer-pay'.split(
      ' ',
    ),
};
const TONE_ALONE = 0.8;

/** How much the shared table of crisis counts beside the model, which knows its cues too. Chosen under cross-validation. */
export const TABLE_SHARE = 0.5;
/** From here the table decides alone, whatever the model says and also when it fails. Chosen under cross-validation. */
export const TABLE_ENOUGH = 2.5;

/** Which labels have their matter among the cues of a message, as bits by their place in `MODEL_LABELS`. */
export function matterFinder(words: Lexicon): (finder: Finder) => number {
  const bits = Int32Array.from(words.cues, (name) =>
    MODEL_LABELS.reduce((sum, label, i) => sum | (MATTER[label]?.includes(name) ? 1 << i : 0), 0),
  );
  return ({ ids }) => {
    let sum = 0;
    for (let i = 0; i < ids.length; i++) sum |= bits[ids.codes[i] ?? 0] ?? 0;
    return sum;
  };
}

const LEAST = MODEL_LABELS.map((label) => THRESHOLDS[label].likely);
const HAS_MATTER = MODEL_LABELS.map((label) => MATTER[label] !== undefined);

/** Score a label needs, `matter` being that of the message. */
export function leastFor(label: number, matter: number): number {
  return (LEAST[label] ?? 0) + (HAS_MATTER[label] && ((matter >> label) & 1) === 0 ? TONE_ALONE : 0);
}

/** The labels that scores and cues give. `scores` of `MODEL_LABELS`; the crisis one already holds the shared table's. */
export function labelsFrom(scores: ArrayLike<number>, matter: number): Map<ModelLabel, Certainty> {
  const found = new Map<ModelLabel, Certainty>();
  for (const [i, label] of MODEL_LABELS.entries()) {
    const score = scores[i] ?? 0;
    if (score >= leastFor(i, matter)) found.set(label, score >= THRESHOLDS[label].sure ? 'sure' : 'likely');
  }
  return found;
}

export interface Meaning {
  hits: readonly GuardHit[];
  certainty: Partial<Record<GuardLabel, Certainty>>;
}

/** At most this many words are shown for one label. */
const SHOWN = 6;
const CRISIS = MODEL_LABELS.indexOf('crisis');
const NOTHING: Meaning = { hits: [], certainty: {} };
const noRules: ReadonlySet<string> = new Set();

/** Makes the step from word lists and weights. `earlier`: hits of the steps before. */
export function meaningStep(
  words: Lexicon,
  crisis: CrisisSense,
  weights: Packed,
): (reading: Reading, finder: Finder, earlier: readonly GuardHit[]) => Meaning {
  const speaks = MODEL_LABELS.map((_, label) => words.cues.map((name) => cueWeight(weights, name, label)));
  const maker = new FeatureMaker(words);
  const matterOf = matterFinder(words);
  const scores = new Float64Array(MODEL_LABELS.length);
  return (reading, finder, earlier) => {
    scoresOf(weights, maker.make(reading, finder, contactRules(earlier)), scores);
    scores[CRISIS] = (scores[CRISIS] ?? 0) + TABLE_SHARE * crisis.score(crisis.present(finder));
    const matter = matterOf(finder);
    if (!scores.some((score, label) => score >= leastFor(label, matter))) return NOTHING;
    const meaning = { hits: [] as GuardHit[], certainty: {} as Meaning['certainty'] };
    for (const [name, certainty] of labelsFrom(scores, matter)) {
      meaning.certainty[name] = certainty;
      const shown = name === 'crisis' ? crisis.hits(reading, finder) : [];
      const own = { reading, finder, words, speaks: speaks[MODEL_LABELS.indexOf(name)] ?? [] };
      meaning.hits.push(...(shown.length > 0 ? shown : evidence(own, name)));
    }
    return meaning;
  };
}

/** Rules of the contact data found so far. */
export function contactRules(hits: readonly GuardHit[]): ReadonlySet<string> {
  let rules: Set<string> | undefined;
  for (const { label, rule } of hits) {
    if (label !== 'contact') continue;
    rules ??= new Set();
    rules.add(rule);
  }
  return rules ?? noRules;
}

interface Evidence {
  reading: Reading;
  finder: Finder;
  words: Lexicon;
  speaks: readonly number[];
}

/** The words that spoke most for a label; all of the message when none did by itself. */
function evidence({ reading, finder, words, speaks }: Evidence, label: ModelLabel): GuardHit[] {
  const strongest = cuesOf(finder)
    .filter(({ cue }) => (speaks[cue] ?? 0) > 0 && !words.cues[cue]?.startsWith('contact.'))
    .sort((a, b) => (speaks[b.cue] ?? 0) - (speaks[a.cue] ?? 0))
    .slice(0, SHOWN);
  const { folded } = reading;
  if (strongest.length === 0) {
    const end = folded.till[folded.length - 1] ?? 0;
    return [{ label, rule: `${label}.whole`, start: folded.from[0] ?? 0, end, why: 'whole' }];
  }
  return strongest.map(({ cue, first, last }) => {
    const name = words.cues[cue]?.replace(/^.*\./, '') ?? '';
    return {
      label,
      rule: `${label}.${name}`,
      start: folded.from[reading.words[first]?.start ?? 0] ?? 0,
      end: folded.till[(reading.words[last]?.end ?? 1) - 1] ?? 0,
      why: name,
    };
  });
}
