/** The learned weights on disk: one signed byte a bucket and label, packed into a JSON file beside this one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BUCKETS } from './features.ts';
import type { Learned } from './learn.ts';

/** The labels of the model, in the order of its columns. */
export const MODEL_LABELS = ['dealing', 'recruitment', 'abuse', 'crisis'] as const;
export type ModelLabel = (typeof MODEL_LABELS)[number];

const FILE = new URL('./weights.json', import.meta.url);

interface Stored {
  labels: readonly string[];
  bias: number[];
  /** Weight of one step of a byte. */
  step: number[];
  /** Base64 of `bucket * labels + label`. */
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
  const stored: Stored = {
    labels: MODEL_LABELS,
    bias: packed.bias.map((value) => Number(value.toFixed(4))),
    step: packed.step.map((value) => Number(value.toPrecision(5))),
    bytes: Buffer.from(packed.bytes.buffer, packed.bytes.byteOffset, packed.bytes.byteLength).toString('base64'),
  };
  const lines = Object.entries(stored).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value).replaceAll(',', ', ')}`,
  );
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}

/** Throws when the file does not fit this version of the features. */
export function loadWeights(): Packed {
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Stored;
  const bytes = new Int8Array(Buffer.from(stored.bytes, 'base64'));
  if (bytes.length !== BUCKETS * MODEL_LABELS.length || stored.labels.join() !== MODEL_LABELS.join()) {
    throw new Error('The guard\'s weights do not fit its features. Run "npm run guard:train".');
  }
  return { ...asWords(bytes), step: stored.step, bias: stored.bias };
}
