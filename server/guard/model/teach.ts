/** From labelled examples to lessons, and to everything the guard learns from them. */
import { crisisWords } from '../../../shared/guard/crisis.ts';
import type { Cue } from '../../../shared/guard/lexicon.ts';
import { read } from '../../../shared/guard/words.ts';
import type { Example } from '../examples.ts';
import { loadWords } from '../words.ts';
import { type CrisisTable, learnCrisis } from './crisis-course.ts';
import type { Features } from './features.ts';
import { type Learned, learn } from './learn.ts';
import { featuresOf, SignMaker } from './model.ts';
import { MODEL_LABELS } from './weights.ts';

export interface Studied {
  example: Example;
  features: Features;
  crisisCues: readonly Cue[];
}

/** Reads every example once. */
export function study(examples: readonly Example[]): Studied[] {
  const maker = new SignMaker(loadWords());
  return examples.map((example) => {
    const reading = read(example.text);
    const crisisCues = crisisWords.find(reading);
    return { example, crisisCues, features: featuresOf(reading, maker.merge(maker.find(reading), crisisCues)) };
  });
}

export function learnFrom(studied: readonly Studied[]): { model: Learned; crisis: CrisisTable } {
  const lessons = studied.map(({ features, example }) => ({
    features,
    targets: MODEL_LABELS.map((label) => example.labels.includes(label)),
  }));
  const model = learn(lessons, MODEL_LABELS.length);
  const crisis = learnCrisis(
    studied.map(({ crisisCues, example }) => ({ cues: crisisCues, crisis: example.labels.includes('crisis') })),
  );
  return { model, crisis };
}

export function learnAll(examples: readonly Example[]): { model: Learned; crisis: CrisisTable } {
  return learnFrom(study(examples));
}
