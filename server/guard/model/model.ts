/** The trained judge of dealing, recruitment, abuse and (beside the shared table) crisis. */
import type { GuardHit } from '../../../shared/guard/hit.ts';
import type { Cue, Lexicon } from '../../../shared/guard/lexicon.ts';
import type { Reading } from '../../../shared/guard/words.ts';
import { crisis } from '../crisis.ts';
import { aloneBucket, cueHash, type Features, type Sign } from './features.ts';
import { CUE_SCALE, letterScale } from './learn.ts';
import { MODEL_LABELS, type Packed } from './weights.ts';

const COLUMNS = MODEL_LABELS.length;

/** Turns the cues of both lexicons into signs, in the order of their first words. */
export class SignMaker {
  readonly #words: Lexicon;
  readonly #hashes: number[];
  readonly #crisisHashes: number[];

  constructor(words: Lexicon) {
    this.#words = words;
    this.#hashes = words.cues.map(cueHash);
    this.#crisisHashes = crisis.words.cues.map((name) => cueHash(`crisis.${name}`));
  }

  /** `own` are the cues of the server's lists, `danger` those of the shared ones; both ordered. */
  merge(own: readonly Cue[], danger: readonly Cue[]): Sign[] {
    const signs: Sign[] = [];
    let next = 0;
    for (const { cue, first, last } of own) {
      for (let other = danger[next]; other && other.first < first; other = danger[++next]) {
        signs.push({ hash: this.#crisisHashes[other.cue] ?? 0, first: other.first, last: other.last });
      }
      signs.push({ hash: this.#hashes[cue] ?? 0, first, last });
    }
    for (const { cue, first, last } of danger.slice(next))
      signs.push({ hash: this.#crisisHashes[cue] ?? 0, first, last });
    return signs;
  }

  /** Contact data is a sign too: an offer with a handle is an advert, whoever quotes it. */
  withContact(signs: Sign[], hits: readonly GuardHit[]): Sign[] {
    for (const rule of new Set(hits.map((hit) => hit.rule))) signs.push({ hash: cueHash(rule), first: 0, last: 0 });
    if (hits.length > 0) signs.push({ hash: cueHash('contact'), first: 0, last: 0 });
    return signs;
  }

  find(reading: Reading): Cue[] {
    return this.#words.find(reading);
  }
}

/** Score of each label of `MODEL_LABELS`; above nought is more likely than not. */
export function scoresOf({ bytes, step, bias }: Packed, features: Features): number[] {
  const { buckets, cues, length } = features;
  const letters = letterScale(features);
  const sums: number[] = [];
  for (let label = 0; label < COLUMNS; label++) {
    let cueSum = 0;
    let letterSum = 0;
    for (let i = 0; i < cues; i++) cueSum += bytes[(buckets[i] ?? 0) * COLUMNS + label] ?? 0;
    for (let i = cues; i < length; i++) letterSum += bytes[(buckets[i] ?? 0) * COLUMNS + label] ?? 0;
    sums.push((cueSum * CUE_SCALE + letterSum * letters) * (step[label] ?? 0) + (bias[label] ?? 0));
  }
  return sums;
}

/** How much one cue by itself speaks for a label. */
export function cueWeight({ bytes, step }: Packed, name: string, label: number): number {
  return (bytes[aloneBucket(cueHash(name)) * COLUMNS + label] ?? 0) * (step[label] ?? 0);
}
