/**
 * Nearly the same text: a 64-bit fingerprint (simhash, Charikar 2002) over shingles of the normalised message, so that
 * a copy with other look-alikes, spaces or a changed word stays near. Nothing of the text can be read from it.
 */
import { LETTERS, NUMBER, type Reading, read } from '../../shared/guard/words.ts';
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
  for (const word of reading.words) {
    if (word.kind === NUMBER) sounds.push(30);
    if (word.kind !== LETTERS) continue;
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

function vote(votes: Int32Array, hash: number, from: number): void {
  for (let bit = 0; bit < 32; bit++) votes[from + bit] = (votes[from + bit] ?? 0) + ((hash >>> bit) & 1 ? 1 : -1);
}

const wordOf = (votes: Int32Array, from: number): number => {
  let word = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) word |= 1 << bit;
  return word >>> 0;
};

/** Fingerprint of a text; undefined when it is too short to be told from others. */
export function fingerprint(text: string): Fingerprint | undefined {
  if (text.length < SHORTEST) return undefined;
  const sounds = soundsOf(read(text));
  if (sounds.length < SHORTEST) return undefined;
  const votes = new Int32Array(64);
  for (let i = 0; i + SHINGLE <= sounds.length; i++) {
    // A sound needs six bits, a shingle of four fits one number.
    let shingle = 0;
    for (let at = i; at < i + SHINGLE; at++) shingle = (shingle << 6) ^ (sounds[at] ?? 0);
    vote(votes, mix(shingle ^ 0x9e3779b9), 0);
    vote(votes, mix(Math.imul(shingle, 0x27d4eb2f) ^ 0x165667b1), 32);
  }
  return { high: wordOf(votes, 0), low: wordOf(votes, 32), letters: sounds.length };
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
