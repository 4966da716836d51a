/** The trained judge of dealing, recruitment, abuse and (beside the shared table) crisis. */
import { aloneBucket, cueHash, type Features, KINDS } from './features.ts';
import { scales } from './learn.ts';
import { MODEL_LABELS, type Packed } from './weights.ts';

const COLUMNS = MODEL_LABELS.length;
const value = new Float64Array(KINDS.length);

/** Score of each label of `MODEL_LABELS`, written to `scores`; above nought is more likely than not. */
export function scoresOf(
  { words, step, bias }: Packed,
  { buckets, ends }: Features,
  scores: Float64Array,
): Float64Array {
  scales(ends, value);
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let kind = 0, i = 0; kind < KINDS.length; kind++) {
    const end = ends[kind] ?? 0;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (; i < end; i++) {
      // Four signed bytes in one word: see `Packed`.
      const bytes = words[buckets[i] ?? 0] ?? 0;
      a += (bytes << 24) >> 24;
      b += (bytes << 16) >> 24;
      c += (bytes << 8) >> 24;
      d += bytes >> 24;
    }
    const scale = value[kind] ?? 0;
    one += a * scale;
    two += b * scale;
    three += c * scale;
    four += d * scale;
  }
  scores[0] = one * (step[0] ?? 0) + (bias[0] ?? 0);
  scores[1] = two * (step[1] ?? 0) + (bias[1] ?? 0);
  scores[2] = three * (step[2] ?? 0) + (bias[2] ?? 0);
  scores[3] = four * (step[3] ?? 0) + (bias[3] ?? 0);
  return scores;
}

/** How much one cue by itself speaks for a label. */
export function cueWeight({ bytes, step }: Packed, name: string, label: number): number {
  return (bytes[aloneBucket(cueHash(name)) * COLUMNS + label] ?? 0) * (step[label] ?? 0);
}
