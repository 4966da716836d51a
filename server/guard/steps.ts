/** The ordered steps of the guard. Crisis comes first: nothing later can keep a person from the help card. */
import { allowedNumbers, findContact } from '../../shared/guard/contact/contact.ts';
import type { Cue } from '../../shared/guard/lexicon.ts';
import type { Reading } from '../../shared/guard/words.ts';
import type { GuardHit, GuardLabel } from '../ports/guard.ts';
import { crisis } from './crisis.ts';
import { meaningStep } from './model/meaning.ts';
import { loadWeights } from './model/weights.ts';
import type { Certainty } from './outcomes.ts';
import { loadWords } from './words.ts';

/** What every step gets. */
export interface Material {
  text: string;
  reading: Reading;
  /** Cues of `crisis.words`; found once, on first use. */
  crisisCues: () => readonly Cue[];
  /** Hits of the steps before. */
  earlier: readonly GuardHit[];
}

export interface Found {
  hits: GuardHit[];
  /** How certain each label is; a label without an entry is `sure`. */
  certainty?: Partial<Record<GuardLabel, Certainty>>;
}

export interface Step {
  name: string;
  run: (material: Material) => Found;
}

export function materialOf(text: string, reading: Reading, earlier: readonly GuardHit[]): Material {
  let cues: readonly Cue[] | undefined;
  return {
    text,
    reading,
    earlier,
    crisisCues: () => {
      cues ??= crisis.words.find(reading);
      return cues;
    },
  };
}

/** The usual steps. `allow`: phone numbers that anybody may post. Reads word lists and weights from disk; throws when one is broken. */
export function usualSteps(allow: Iterable<string> = []): Step[] {
  const allowed = allowedNumbers(allow);
  const meaning = meaningStep(loadWords(), loadWeights());
  return [
    { name: 'crisis', run: ({ reading, crisisCues }) => ({ hits: crisis.find(reading, crisisCues()) }) },
    { name: 'contact', run: ({ text, reading }) => ({ hits: findContact(text, reading, allowed) }) },
    {
      name: 'meaning',
      run: ({ reading, crisisCues, earlier }) =>
        meaning({ reading, crisisCues: crisisCues(), contact: earlier.filter((hit) => hit.label === 'contact') }),
    },
  ];
}
