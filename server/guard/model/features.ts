/**
 * What the trained model looks at: which cues stand in a message, which stand near one another and which stand
 * together at all, and the letters of its words (pieces of three to five, whole words, pairs of word beginnings).
 * Every feature is a bucket of one hashed table.
 */
import { LETTERS, NUMBER, type Reading, type Word } from '../../../shared/guard/words.ts';

export const BUCKETS = 1 << 15;
const MASK = BUCKETS - 1;
/** Words between two cues that still count as near. */
const NEAR = 5;
/** Features of one message at most; a longer one gives its first features only. */
const MOST = 6000;

export interface Features {
  /** Buckets of cue features, then of letter features. */
  buckets: Uint16Array;
  cues: number;
  length: number;
}

function bucketOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) & MASK;
}

/** Room for the features of one message, to be used again; they are good until the next message on the same memory. */
export class FeatureMemory {
  readonly buckets = new Uint16Array(MOST);
}

class Collector implements Features {
  buckets: Uint16Array;
  cues = 0;
  length = 0;

  constructor(memory: FeatureMemory) {
    this.buckets = memory.buckets;
  }

  add(hash: number): void {
    if (this.length >= MOST) return;
    this.buckets[this.length++] = bucketOf(hash);
  }
}

const ONE = 0x01000193;
const mix = (hash: number, code: number) => Math.imul(hash ^ code, ONE);

/** A stable number for a cue's name, so that a new list does not shift the features of the others. */
export function cueHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i));
  return hash & 0x7fffffff;
}

/** A cue of any lexicon, known by the hash of its name. */
export interface Sign {
  hash: number;
  first: number;
  last: number;
}

export function aloneBucket(hash: number): number {
  return bucketOf(mix(0x11, hash));
}

function addSigns(into: Collector, signs: readonly Sign[]): void {
  const list = [...new Set(signs.map(({ hash }) => hash))].sort((a, b) => a - b);
  for (let i = 0; i < list.length; i++) {
    const hash = list[i] ?? 0;
    into.add(mix(0x11, hash));
    for (let k = i + 1; k < list.length; k++) into.add(mix(mix(0x22, hash), list[k] ?? 0));
  }
  addNear(into, signs);
}

/** Ordered pairs of cues a few words apart, each once. */
function addNear(into: Collector, signs: readonly Sign[]): void {
  const seen = new Set<number>();
  for (let i = 0; i < signs.length && seen.size < 400; i++) {
    const left = signs[i] as Sign;
    for (let k = i + 1; k < signs.length; k++) {
      const right = signs[k] as Sign;
      if (right.first - left.last > NEAR) break;
      if (right.first <= left.last) continue;
      const pair = mix(mix(0x33, left.hash), right.hash);
      if (seen.has(pair)) continue;
      seen.add(pair);
      into.add(pair);
    }
  }
}

/** Pieces of one word; `codes[start, end)` are its letters. Returns a hash of its first four letters. */
function addWord(into: Collector, codes: Uint8Array, start: number, end: number): number {
  let whole = 0x44;
  let head = 0x55;
  for (let i = start; i < end; i++) {
    const code = codes[i] ?? 0;
    whole = mix(whole, code);
    if (i < start + 4) head = mix(head, code);
    const three = mix(mix(mix(i === start ? 0x66 : 0x77, code), codes[i + 1] ?? 0), codes[i + 2] ?? 0);
    if (i + 3 <= end) into.add(i + 3 === end ? mix(three, 31) : three);
    if (i + 4 <= end) into.add(mix(three, 40 + (codes[i + 3] ?? 0)));
    if (i + 5 <= end) into.add(mix(mix(three, 80 + (codes[i + 3] ?? 0)), codes[i + 4] ?? 0));
  }
  into.add(whole);
  return head;
}

function pieces(into: Collector, reading: Reading, word: Word): number {
  if (word.kind === NUMBER) return 0x99 + Math.min(5, word.end - word.start);
  if (word.kind !== LETTERS) return mix(0x88, word.point);
  if (word.latin && reading.english) return addWord(into, reading.spelling, word.spelling, word.spellingEnd);
  return addWord(into, reading.skeleton, word.skeleton, word.skeletonEnd);
}

/** The features of one message. `signs` stand in the order of their first words. */
export function featuresOf(reading: Reading, signs: readonly Sign[], memory = new FeatureMemory()): Features {
  const into = new Collector(memory);
  addSigns(into, signs);
  if (reading.folded.codes.subarray(0, reading.folded.length).includes(63)) into.add(0xaa);
  into.cues = into.length;
  let before = 0xbb;
  for (const word of reading.words) {
    const head = pieces(into, reading, word);
    into.add(mix(before, head));
    before = head;
  }
  return into;
}
