/** From labelled examples to lessons, and to everything the guard learns from them. */
import { allowedNumbers, ContactSense } from '../../../shared/guard/contact/contact.ts';
import { CrisisSense } from '../../../shared/guard/crisis.ts';
import { read } from '../../../shared/guard/words.ts';
import type { Example } from '../examples.ts';
import { loadWords } from '../words.ts';
import { type CrisisTable, learnCrisis } from './crisis-course.ts';
import { FeatureMaker, type Features } from './features.ts';
import { type Learned, learn } from './learn.ts';
import { contactRules, matterFinder } from './meaning.ts';
import { MODEL_LABELS } from './weights.ts';

export interface Studied {
  example: Example;
  features: Features;
  /** Names of the cues of crisis, each once. */
  crisisCues: readonly string[];
  contact: boolean;
  /** See `matterFinder`. */
  matter: number;
}

/** The placeholder of a help line in the examples; nobody's number. */
const allowed = allowedNumbers(['8 800 000 00 00']);

/** Reads every example once. */
export function study(examples: readonly Example[]): Studied[] {
  const words = loadWords();
  const crisis = new CrisisSense(words);
  const contact = new ContactSense(allowed);
  const maker = new FeatureMaker(words);
  const matterOf = matterFinder(words);
  return examples.map((example) => {
    const reading = read(example.text);
    const finder = words.search(reading);
    const hits = contact.find(example.text, reading, finder);
    const { buckets, ends } = maker.make(reading, finder, contactRules(hits));
    return {
      example,
      crisisCues: Array.from(crisis.present(finder), (cue) => crisis.names[cue] ?? ''),
      contact: hits.length > 0,
      matter: matterOf(finder),
      features: { buckets: buckets.slice(0, ends.at(-1)), ends: ends.slice() },
    };
  });
}

export function learnFrom(studied: readonly Studied[]): { model: Learned; crisis: CrisisTable } {
  const lessons = studied.map(({ features, example }) => ({
    features,
    targets: MODEL_LABELS.map((label) => example.labels.includes(label)),
    family: example.family,
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
