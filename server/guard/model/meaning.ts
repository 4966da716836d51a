/** The step that reads what a message does: offers, lures, attacks, despairs. */

import type { Cue, Lexicon } from '../../../shared/guard/lexicon.ts';
import type { Reading } from '../../../shared/guard/words.ts';
import type { GuardHit, GuardLabel } from '../../ports/guard.ts';
import type { Certainty } from '../outcomes.ts';
import { cueWeight, featuresOf, SignMaker, scoresOf } from './model.ts';
import { MODEL_LABELS, type ModelLabel, type Packed } from './weights.ts';

/** Scores from which a label is given, and from which it is sure. Chosen under cross-validation (docs/guard.md). */
export const THRESHOLDS: Readonly<Record<ModelLabel, Readonly<Record<Certainty, number>>>> = {
  dealing: { likely: -1, sure: 2 },
  recruitment: { likely: -1, sure: 2 },
  abuse: { likely: -1, sure: 2 },
  crisis: { likely: 0, sure: 2 },
};

export interface Meaning {
  hits: GuardHit[];
  certainty: Partial<Record<GuardLabel, Certainty>>;
}

/** At most this many words are shown for one label. */
const SHOWN = 6;

/** Makes the step from word lists and weights. */
export function meaningStep(
  words: Lexicon,
  weights: Packed,
): (reading: Reading, crisisCues: readonly Cue[]) => Meaning {
  const maker = new SignMaker(words);
  const speaks = MODEL_LABELS.map((_, label) => words.cues.map((name) => cueWeight(weights, name, label)));
  return (reading, crisisCues) => {
    const cues = maker.find(reading);
    const scores = scoresOf(weights, featuresOf(reading, maker.merge(cues, crisisCues)));
    const meaning: Meaning = { hits: [], certainty: {} };
    for (const [label, name] of MODEL_LABELS.entries()) {
      const score = scores[label] ?? 0;
      if (score < THRESHOLDS[name].likely) continue;
      meaning.certainty[name] = score >= THRESHOLDS[name].sure ? 'sure' : 'likely';
      meaning.hits.push(...evidence({ reading, cues, words, speaks: speaks[label] ?? [] }, name));
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
