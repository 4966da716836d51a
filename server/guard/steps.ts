/** The ordered steps of the guard. Crisis comes first: nothing later can keep a person from the help card. */
import { allowedNumbers, ContactSense } from '../../shared/guard/contact/contact.ts';
import { CrisisSense } from '../../shared/guard/crisis.ts';
import type { Finder } from '../../shared/guard/finder.ts';
import type { Reading } from '../../shared/guard/words.ts';
import type { GuardHit, GuardLabel } from '../ports/guard.ts';
import { meaningStep, TABLE_ENOUGH } from './model/meaning.ts';
import { loadWeights } from './model/weights.ts';
import type { Certainty } from './outcomes.ts';
import { loadWords } from './words.ts';

/** What every step gets. */
export interface Material {
  text: string;
  reading: Reading;
  /** The words found; set by the first step that needs them. */
  finder?: Finder;
  /** Hits of the steps before. */
  earlier: readonly GuardHit[];
}

export interface Found {
  hits: readonly GuardHit[];
  /** How certain each label is; a label without an entry is `sure`. */
  certainty?: Partial<Record<GuardLabel, Certainty>>;
}

export interface Step {
  name: string;
  run: (material: Material) => Found;
  /** What is known all the same when `run` has thrown. */
  instead?: (material: Material) => Found;
}

/** The usual steps. `allow`: phone numbers that anybody may post. Reads word lists and weights from disk; throws when one is broken. */
export function usualSteps(allow: Iterable<string> = []): Step[] {
  const words = loadWords();
  const crisis = new CrisisSense(words);
  const contact = new ContactSense(allowedNumbers(allow));
  const meaning = meaningStep(words, crisis, loadWeights());
  const search = (material: Material) => {
    material.finder ??= words.search(material.reading);
    return material.finder;
  };
  return [
    { name: 'crisis', run: (material) => ({ hits: crisis.find(material.reading, search(material), TABLE_ENOUGH) }) },
    {
      name: 'contact',
      run: (material) => ({ hits: contact.find(material.text, material.reading, search(material)) }),
    },
    {
      name: 'meaning',
      run: (material) => meaning(material.reading, search(material), material.earlier),
      // Without the model the table of crisis decides from where it does in the browser.
      instead: (material) => ({ hits: crisis.find(material.reading, search(material)) }),
    },
  ];
}
