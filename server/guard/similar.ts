/**
 * Nearly the same text: a 64-bit fingerprint (simhash, Charikar 2002) over shingles of the normalised message, so that
 * a copy with other look-alikes, spaces or a changed word stays near. Nothing of the text can be read from it.
 */
import { LETTERS, NUMBER, type Reading, read } from '../../shared/guard/words.ts';

const BITS = 64;
/** Letters of one shingle. */
const SHINGLE = 4;
/** Bits in which two copies of one advert may differ. */
const NEAR = 10;

function hash64(codes: readonly number[], from: number, to: number): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = from; i < to; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(codes[i] ?? 0)) * 0x100000001b3n);
  // FNV leaves neighbours alike in the high bits; one more mix spreads them.
  hash ^= hash >> 29n;
  return BigInt.asUintN(64, hash * 0xbf58476d1ce4e5b9n);
}

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

/** Fingerprint of a text; undefined when it is too short (under 20 letters) to be told from others. */
export function fingerprint(text: string): bigint | undefined {
  const sounds = soundsOf(read(text));
  if (sounds.length < 20) return undefined;
  const votes = new Int32Array(BITS);
  for (let i = 0; i + SHINGLE <= sounds.length; i++) {
    const hash = hash64(sounds, i, i + SHINGLE);
    for (let bit = 0; bit < BITS; bit++) votes[bit] = (votes[bit] ?? 0) + ((hash >> BigInt(bit)) & 1n ? 1 : -1);
  }
  let print = 0n;
  for (let bit = 0; bit < BITS; bit++) if ((votes[bit] ?? 0) > 0) print |= 1n << BigInt(bit);
  return print;
}

/** Bits in which two fingerprints differ. */
export function distance(a: bigint, b: bigint): number {
  let count = 0;
  for (let rest = a ^ b; rest > 0n; rest &= rest - 1n) count++;
  return count;
}

/** Are these two nearly the same text? */
export function alike(a: bigint, b: bigint): boolean {
  return distance(a, b) <= NEAR;
}
