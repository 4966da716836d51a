/** The learned weights on disk: one signed byte a label for each bucket that has any, in a JSON file beside this one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BUCKETS } from './features.ts';
import type { Learned } from './learn.ts';

/** The labels of the model, in the order of its columns. */
export const MODEL_LABELS = ['dealing', 'recruitment', 'abuse', 'crisis'] as const;
export type ModelLabel = (typeof MODEL_LABELS)[number];

const FILE = new URL('./weights.json', import.meta.url);

interface Stored {
  labels: readonly string[];
  buckets: number;
  bias: number[];
  /** Weight of one step of a byte. */
  step: number[];
  /** Base64: how far each bucket lies behind the one before; 255 stands for 255 and goes on. */
  gaps: string;
  /** Base64: the bytes of these buckets, one a label. */
  bytes: string;
}

/** Weights as bytes, and what a byte is worth in each column. */
export interface Packed {
  bytes: Int8Array;
  /** The same memory, the four bytes of a bucket as one little-endian word. */
  words: Int32Array;
  step: readonly number[];
  bias: readonly number[];
}

export function pack(learned: Learned): Packed {
  const { labels, weights, bias } = learned;
  const most = Array.from({ length: labels }, () => 0);
  for (let i = 0; i < weights.length; i++)
    most[i % labels] = Math.max(most[i % labels] ?? 0, Math.abs(weights[i] ?? 0));
  const step = most.map((value) => Math.max(value, 1e-6) / 127);
  const bytes = Int8Array.from(weights, (weight, i) => Math.round(weight / (step[i % labels] ?? 1)));
  return { ...asWords(bytes), step, bias: [...bias] };
}

/** Both views of one memory; copies what does not begin at a word. */
function asWords(bytes: Int8Array): Pick<Packed, 'bytes' | 'words'> {
  const own = bytes.slice();
  return { bytes: own, words: new Int32Array(own.buffer) };
}

export function saveWeights(packed: Packed): void {
  const { gaps, bytes } = sparse(packed);
  const stored: Stored = {
    labels: MODEL_LABELS,
    buckets: BUCKETS,
    bias: packed.bias.map((value) => Number(value.toFixed(4))),
    step: packed.step.map((value) => Number(value.toPrecision(5))),
    gaps: Buffer.from(gaps).toString('base64'),
    bytes: Buffer.from(bytes).toString('base64'),
  };
  const lines = Object.entries(stored).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value).replaceAll(',', ', ')}`,
  );
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}

const MOST = 255;

/** What of a packed model is not nought. */
function sparse({ bytes, words }: Packed): { gaps: number[]; bytes: number[] } {
  const gaps: number[] = [];
  const own: number[] = [];
  let last = 0;
  for (let bucket = 0; bucket < words.length; bucket++) {
    if (words[bucket] === 0) continue;
    let gap = bucket - last;
    for (; gap >= MOST; gap -= MOST) gaps.push(MOST);
    gaps.push(gap);
    own.push(...bytes.subarray(bucket * MODEL_LABELS.length, (bucket + 1) * MODEL_LABELS.length));
    last = bucket;
  }
  return { gaps, bytes: own };
}

/** The other way round. */
function dense(gaps: Uint8Array, own: Int8Array): Int8Array {
  const bytes = new Int8Array(BUCKETS * MODEL_LABELS.length);
  let [bucket, at] = [0, 0];
  for (const gap of gaps) {
    bucket += gap;
    if (gap === MOST) continue;
    for (let label = 0; label < MODEL_LABELS.length; label++)
      bytes[bucket * MODEL_LABELS.length + label] = own[at++] ?? 0;
  }
  if (at !== own.length) throw new Error(BROKEN);
  return bytes;
}

const BROKEN = 'The guard\'s weights do not fit its features. Run "npm run guard:train".';

/** Throws when the file does not fit this version of the features. */
export function loadWeights(): Packed {
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Stored;
  if (stored.buckets !== BUCKETS || stored.labels.join() !== MODEL_LABELS.join()) throw new Error(BROKEN);
  const bytes = dense(Buffer.from(stored.gaps, 'base64'), new Int8Array(Buffer.from(stored.bytes, 'base64')));
  return { ...asWords(bytes), step: stored.step, bias: stored.bias };
}
