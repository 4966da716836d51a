/** The trained judge of dealing, recruitment, abuse and (beside the shared table) crisis. */
import { aloneBucket, cueHash, type Features, KINDS } from './features.ts';
import { scales } from './learn.ts';
import { MODEL_LABELS, type Packed } from './weights.ts';

const COLUMNS = MODEL_LABELS.length;
const value = new Float64Array(KINDS.length);
/** Sums of one kind by label. */
const sums = new Int32Array(COLUMNS);

/** Turns four signed bytes into four from nought up, 128 more each. */
const RAISE = 0x80808080 | 0;
/** Every second byte: two sums then fit into one number, for as many features as `ROUND`. */
const PAIR = 0x00ff00ff;
const ROUND = 256;

/** Adds up the weights of `buckets[from, end)` by label, two labels at a time. See `Packed` for the words. */
function addUp(words: Int32Array, buckets: Uint16Array, from: number, end: number): void {
  sums.fill(0);
  for (let i = from; i < end; ) {
    const stop = Math.min(end, i + ROUND);
    const raised = (stop - i) * 128;
    let even = 0;
    let odd = 0;
    for (; i < stop; i++) {
      const bytes = (words[buckets[i] ?? 0] ?? 0) ^ RAISE;
      even = (even + (bytes & PAIR)) | 0;
      odd = (odd + ((bytes >>> 8) & PAIR)) | 0;
    }
    sums[0] = (sums[0] ?? 0) + (even & 0xffff) - raised;
    sums[1] = (sums[1] ?? 0) + (odd & 0xffff) - raised;
    sums[2] = (sums[2] ?? 0) + (even >>> 16) - raised;
    sums[3] = (sums[3] ?? 0) + (odd >>> 16) - raised;
  }
}

/** Score of each label of `MODEL_LABELS`, written to `scores`; above nought is more likely than not. */
export function scoresOf(
  { words, step, bias }: Packed,
  { buckets, ends }: Features,
  scores: Float64Array,
): Float64Array {
  scales(ends, value);
  scores.fill(0);
  let from = 0;
  for (let kind = 0; kind < KINDS.length; kind++) {
    const end = ends[kind] ?? 0;
    const scale = value[kind] ?? 0;
    addUp(words, buckets, from, end);
    for (let label = 0; label < COLUMNS; label++) scores[label] = (scores[label] ?? 0) + (sums[label] ?? 0) * scale;
    from = end;
  }
  for (let label = 0; label < COLUMNS; label++)
    scores[label] = (scores[label] ?? 0) * (step[label] ?? 0) + (bias[label] ?? 0);
  return scores;
}

/** How much one cue by itself speaks for a label. */
export function cueWeight({ bytes, step }: Packed, name: string, label: number): number {
  return (bytes[aloneBucket(cueHash(name)) * COLUMNS + label] ?? 0) * (step[label] ?? 0);
}
