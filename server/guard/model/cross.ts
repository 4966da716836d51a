/** Cross-validation: every example judged by a guard that learned without its family. */
import type { GuardLabel } from '../../ports/guard.ts';
import type { Example } from '../examples.ts';
import { type Certainty, decide } from '../outcomes.ts';
import { scoreTable } from './crisis-course.ts';
import { labelsFrom, TABLE_ENOUGH, TABLE_SHARE } from './meaning.ts';
import { scoresOf } from './model.ts';
import { learnFrom, study } from './teach.ts';
import { MODEL_LABELS, pack } from './weights.ts';

/** What was said of one example. */
export interface Judged {
  example: Example;
  labels: GuardLabel[];
  outcome: string;
  care: boolean;
  /** Scores of `MODEL_LABELS`, then of the crisis table. */
  scores: number[];
}

/** The same fold for the same family, whatever the order of the files. */
function foldOf(family: string, folds: number): number {
  let hash = 7;
  for (let i = 0; i < family.length; i++) hash = (Math.imul(hash, 31) + family.charCodeAt(i)) >>> 0;
  return hash % folds;
}

export function crossValidate(examples: readonly Example[], folds = 5): Judged[] {
  const studied = study(examples);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { model, crisis } = learnFrom(studied.filter(({ example }) => foldOf(example.family, folds) !== fold));
    const packed = pack(model);
    for (const { example, features, crisisCues, contact, matter } of studied) {
      if (foldOf(example.family, folds) !== fold) continue;
      const scores = [...scoresOf(packed, features, new Float64Array(MODEL_LABELS.length))];
      judged.push(judge(example, scores, { table: scoreTable(crisis, crisisCues), matter, contact }));
    }
  }
  return judged;
}

const MODEL_CRISIS = MODEL_LABELS.indexOf('crisis');

/** What else is known of a message. */
interface Seen {
  table: number;
  matter: number;
  contact: boolean;
}

function judge(example: Example, model: number[], { table, matter, contact }: Seen): Judged {
  const joint = model.map((score, i) => (i === MODEL_CRISIS ? score + TABLE_SHARE * table : score));
  const found = new Map<GuardLabel, Certainty>(labelsFrom(joint, matter));
  if (table >= TABLE_ENOUGH) found.set('crisis', 'sure');
  if (contact) found.set('contact', 'sure');
  const { outcome, care } = decide(found, []);
  return { example, labels: [...found.keys()], outcome, care, scores: [...model, table] };
}
