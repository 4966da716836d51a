/** The step that reads what a message does: offers, lures, attacks, despairs. */

import type { Cue, Lexicon } from '../../../shared/guard/lexicon.ts';
import type { Reading } from '../../../shared/guard/words.ts';
import type { GuardHit, GuardLabel } from '../../ports/guard.ts';
import { crisis } from '../crisis.ts';
import type { Certainty } from '../outcomes.ts';
import { FeatureMemory, featuresOf } from './features.ts';
import { cueWeight, SignMaker, scoresOf } from './model.ts';
import { MODEL_LABELS, type ModelLabel, type Packed } from './weights.ts';

/** Scores from which a label is given, and from which it is sure. Chosen under cross-validation (docs/guard.md). */
export const THRESHOLDS: Readonly<Record<ModelLabel, Readonly<Record<Certainty, number>>>> = {
  dealing: { likely: -1.35, sure: 1.5 },
  recruitment: { likely: -1.7, sure: 1.5 },
  abuse: { likely: -1.7, sure: 1.5 },
  crisis: { likely: -0.9, sure: 3 },
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

/** Which labels have their matter among the cues of a message. */
export function matterFinder(words: Lexicon): (cues: readonly Cue[]) => ReadonlySet<string> {
  const labels: string[][] = words.cues.map((name) => MODEL_LABELS.filter((label) => MATTER[label]?.includes(name)));
  return (cues) => new Set(cues.flatMap(({ cue }) => labels[cue] ?? []));
}

/** The labels that scores and cues give. `scores` of `MODEL_LABELS`; the crisis one already holds the shared table's. */
export function labelsFrom(scores: readonly number[], matter: ReadonlySet<string>): Map<ModelLabel, Certainty> {
  const found = new Map<ModelLabel, Certainty>();
  for (const [i, label] of MODEL_LABELS.entries()) {
    const score = scores[i] ?? 0;
    const least = THRESHOLDS[label].likely + (MATTER[label] && !matter.has(label) ? TONE_ALONE : 0);
    if (score < least) continue;
    found.set(label, score >= THRESHOLDS[label].sure ? 'sure' : 'likely');
  }
  return found;
}

export interface Meaning {
  hits: GuardHit[];
  certainty: Partial<Record<GuardLabel, Certainty>>;
}

/** What earlier steps know already. */
export interface MeaningMaterial {
  reading: Reading;
  crisisCues: readonly Cue[];
  contact: readonly GuardHit[];
}

/** At most this many words are shown for one label. */
const SHOWN = 6;

/** Makes the step from word lists and weights. */
export function meaningStep(words: Lexicon, weights: Packed): (material: MeaningMaterial) => Meaning {
  const maker = new SignMaker(words);
  const speaks = MODEL_LABELS.map((_, label) => words.cues.map((name) => cueWeight(weights, name, label)));
  const memory = new FeatureMemory();
  const matterOf = matterFinder(words);
  const column = MODEL_LABELS.indexOf('crisis');
  return ({ reading, crisisCues, contact }) => {
    const cues = maker.find(reading);
    const signs = maker.withContact(maker.merge(cues, crisisCues), contact);
    const scores = scoresOf(weights, featuresOf(reading, signs, memory));
    scores[column] = (scores[column] ?? 0) + crisis.score(crisisCues);
    const meaning: Meaning = { hits: [], certainty: {} };
    for (const [name, certainty] of labelsFrom(scores, matterOf(cues))) {
      meaning.certainty[name] = certainty;
      const shown = name === 'crisis' ? crisis.hits(reading, crisisCues) : [];
      meaning.hits.push(
        ...(shown.length > 0
          ? shown
          : evidence({ reading, cues, words, speaks: speaks[MODEL_LABELS.indexOf(name)] ?? [] }, name)),
      );
    }
    return meaning;
  };
}

interface Evidence {
  reading: Reading;
  cues: readonly Cue[];
  words: Lexicon;
  speaks: readonly number[];
}

/** The words that spoke most for a label; all of the message when none did by itself. */
function evidence({ reading, cues, words, speaks }: Evidence, label: ModelLabel): GuardHit[] {
  const strongest = cues
    .filter(({ cue }) => (speaks[cue] ?? 0) > 0)
    .sort((a, b) => (speaks[b.cue] ?? 0) - (speaks[a.cue] ?? 0))
    .slice(0, SHOWN);
  const { folded } = reading;
  if (strongest.length === 0) {
    const end = folded.till[folded.length - 1] ?? 0;
    return [{ label, rule: `${label}.whole`, start: folded.from[0] ?? 0, end, why: 'whole' }];
  }
  return strongest.map(({ cue, first, last }) => ({
    label,
    rule: `${label}.${words.cues[cue]}`,
    start: folded.from[reading.words[first]?.start ?? 0] ?? 0,
    end: folded.till[(reading.words[last]?.end ?? 1) - 1] ?? 0,
    why: words.cues[cue] ?? '',
  }));
}
