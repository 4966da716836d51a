/** From labelled examples to lessons, and to everything the guard learns from them. */
import { allowedNumbers, findContact } from '../../../shared/guard/contact/contact.ts';
import type { GuardHit } from '../../../shared/guard/hit.ts';
import type { Cue } from '../../../shared/guard/lexicon.ts';
import { read } from '../../../shared/guard/words.ts';
import { crisis } from '../crisis.ts';
import type { Example } from '../examples.ts';
import { loadWords } from '../words.ts';
import { type CrisisTable, learnCrisis } from './crisis-course.ts';
import { type Features, featuresOf } from './features.ts';
import { type Learned, learn } from './learn.ts';
import { SignMaker } from './model.ts';
import { MODEL_LABELS } from './weights.ts';

export interface Studied {
  example: Example;
  features: Features;
  crisisCues: readonly Cue[];
  contact: readonly GuardHit[];
}

/** The placeholder of a help line in the examples; nobody's number. */
const allowed = allowedNumbers(['8 800 000 00 00']);

/** Reads every example once. */
export function study(examples: readonly Example[]): Studied[] {
  const maker = new SignMaker(loadWords());
  return examples.map((example) => {
    const reading = read(example.text);
    const crisisCues = crisis.words.find(reading);
    const contact = findContact(example.text, reading, allowed);
    const signs = maker.withContact(maker.merge(maker.find(reading), crisisCues), contact);
    return { example, crisisCues, contact, features: featuresOf(reading, signs) };
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
