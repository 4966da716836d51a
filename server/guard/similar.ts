/**
 * Nearly the same text: a 64-bit fingerprint (simhash, Charikar 2002) over shingles of the normalised message, so that
 * a copy with other look-alikes, spaces or a changed word stays near. Nothing of the text can be read from it.
 */
import { LETTERS, NUMBER, type Paper, type Reading, read } from '../../shared/guard/words.ts';
import type { Fingerprint } from '../ports/watch.ts';

/** Letters of one shingle. */
const SHINGLE = 4;
/** Bits in which two copies of one advert may differ. */
const NEAR = 10;
/** Under this many letters a text cannot be told from others. */
const SHORTEST = 20;

/** The letters of the message by sound, without spaces; each figure is the same sign. */
function soundsOf(reading: Reading): number[] {
  const sounds: number[] = [];
  for (let at = 0; at < reading.count; at++) {
    const word = reading.pool[at];
    if (word?.kind === NUMBER) sounds.push(30);
    if (word?.kind !== LETTERS) continue;
    for (let i = word.skeleton; i < word.skeletonEnd; i++) sounds.push(reading.skeleton[i] ?? 0);
  }
  return sounds;
}

/** One step of a 32-bit mix (murmur3's finaliser), so that neighbours differ in all bits. */
function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const LANES = 8;
/** What a counter of eight bits holds. */
const FULL = 255;

/** How many hashes had a one in each of 32 bits: four counters of eight bits lie in a lane, so that eight steps add a hash. */
class Ones {
  readonly #lanes = new Uint32Array(LANES);
  readonly #sums = new Uint16Array(32);
  #count = 0;
  #unread = 0;

  add(hash: number): void {
    for (let lane = 0; lane < LANES; lane++) {
      this.#lanes[lane] = (this.#lanes[lane] as number) + ((hash >>> lane) & 0x01010101);
    }
    this.#count++;
    this.#unread++;
    if (this.#unread === FULL) this.#empty();
  }

  /** The bits in which most hashes had a one. */
  majority(): number {
    this.#empty();
    let word = 0;
    for (let bit = 0; bit < 32; bit++) if (2 * (this.#sums[bit] as number) > this.#count) word |= 1 << bit;
    return word >>> 0;
  }

  #empty(): void {
    for (let bit = 0; bit < 32; bit++) {
      const lane = this.#lanes[bit % LANES] as number;
      this.#sums[bit] = (this.#sums[bit] as number) + ((lane >>> (bit - (bit % LANES))) & FULL);
    }
    this.#lanes.fill(0);
    this.#unread = 0;
  }
}

/** Fingerprint of a text; undefined when it is too short to be told from others. `paper`: memory for the reading. */
export function fingerprint(text: string, paper?: Paper): Fingerprint | undefined {
  if (text.length < SHORTEST) return undefined;
  const sounds = soundsOf(read(text, paper));
  if (sounds.length < SHORTEST) return undefined;
  const [high, low] = [new Ones(), new Ones()];
  for (let i = 0; i + SHINGLE <= sounds.length; i++) {
    // A sound needs six bits, a shingle of four fits one number.
    let shingle = 0;
    for (let at = i; at < i + SHINGLE; at++) shingle = (shingle << 6) ^ (sounds[at] ?? 0);
    high.add(mix(shingle ^ 0x9e3779b9));
    low.add(mix(Math.imul(shingle, 0x27d4eb2f) ^ 0x165667b1));
  }
  return { high: high.majority(), low: low.majority(), letters: sounds.length };
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits in which two fingerprints differ. */
export const distance = (a: Fingerprint, b: Fingerprint): number => ones(a.high ^ b.high) + ones(a.low ^ b.low);

/** Are these two nearly the same text? */
export const alike = (a: Fingerprint, b: Fingerprint): boolean => distance(a, b) <= NEAR;

/**
 * Fingerprints in the order in which they came, packed: looking through ten thousand takes some microseconds, and every
 * message of a guest does it.
 */
export class Packed {
  readonly #words: Uint32Array;
  #size = 0;

  /** `most`: how many it has room for. */
  constructor(most: number) {
    this.#words = new Uint32Array(2 * most);
  }

  push({ high, low }: Fingerprint): void {
    this.#words[2 * this.#size] = high;
    this.#words[2 * this.#size + 1] = low;
    this.#size += 1;
  }

  /** Forgets the first `count`. */
  drop(count: number): void {
    this.#words.copyWithin(0, 2 * count, 2 * this.#size);
    this.#size -= count;
  }

  /** The places of those that are alike, the oldest first. */
  near({ high, low }: Fingerprint): number[] {
    const [words, end] = [this.#words, 2 * this.#size];
    const found: number[] = [];
    for (let at = 0; at < end; at += 2) {
      const far = ones((words[at] as number) ^ high);
      if (far <= NEAR && far + ones((words[at + 1] as number) ^ low) <= NEAR) found.push(at / 2);
    }
    return found;
  }
}
