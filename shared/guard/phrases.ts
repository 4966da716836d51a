/** Phrases of two and more atoms, found by the first two, and what is known of each atom; in flat arrays, read together. */

export interface Phrase {
  cue: number;
  atoms: number[];
  /** For each atom after the first, whether words may lie between. */
  loose: boolean[];
}

/** Fields of an atom in `AtomTable.rows`. */
export const ATOM = {
  width: 4,
  /** The bits (`bitOf`) of the atoms that follow it in phrases; nought when no phrase begins with it. */
  heads: 0,
  /** Its own bit when it is second in a phrase, else nought. */
  second: 1,
  /** Where in `cues` the cues begin that it is on its own; a count, then they. */
  alone: 2,
  /** 1 when a phrase allows words between it and the next. */
  loose: 3,
} as const;

export const bitOf = (atom: number) => 1 << (atom & 31);

export class AtomTable {
  readonly rows: Int32Array;
  readonly cues: Int32Array;

  /** `alone`: by atom, the cues it is on its own. */
  constructor(alone: readonly number[][], phrases: readonly Phrase[]) {
    this.rows = new Int32Array(alone.length * ATOM.width);
    this.cues = Int32Array.from(alone.flatMap((cues) => [cues.length, ...cues]));
    let at = 0;
    for (const [atom, cues] of alone.entries()) {
      this.rows[atom * ATOM.width + ATOM.alone] = at;
      at += cues.length + 1;
    }
    for (const { atoms, loose } of phrases) {
      const [a = 0, b = 0] = atoms;
      const row = a * ATOM.width;
      this.rows[row] = (this.rows[row] ?? 0) | bitOf(b);
      if (loose[0]) this.rows[row + ATOM.loose] = 1;
      this.rows[b * ATOM.width + ATOM.second] = bitOf(b);
    }
  }
}

/** Fields of a phrase in `PhraseTable.flat`: its cue; atoms after the second; its gaps as bits; then those atoms. */
export const PHRASE = { cue: 0, more: 1, gaps: 2, atoms: 3 } as const;

/** A hash table: no number of an atom is above 65,535. */
export class PhraseTable {
  /** A count of phrases and they, one after another, for each pair of first atoms. */
  readonly flat: Int32Array;
  /** Keys and places in `flat`, in turn; place 0 is none. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(phrases: readonly Phrase[]) {
    const byKey = new Map<number, Phrase[]>();
    for (const phrase of phrases) {
      const key = keyOf(phrase.atoms[0] ?? 0, phrase.atoms[1] ?? 0);
      const known = byKey.get(key);
      if (known) known.push(phrase);
      else byKey.set(key, [phrase]);
    }
    let size = 1024;
    while (size < byKey.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
    const flat = [0];
    for (const [key, own] of byKey) {
      let at = slotOf(key) & this.#mask;
      while (this.#slots[at * 2 + 1] !== 0) at = (at + 1) & this.#mask;
      this.#slots[at * 2] = key;
      this.#slots[at * 2 + 1] = flat.length;
      flat.push(own.length);
      for (const { cue, atoms, loose } of own) {
        const gaps = loose.reduce((bits, gap, i) => bits | (gap ? 1 << i : 0), 0);
        flat.push(cue, atoms.length - 2, gaps, ...atoms.slice(2));
      }
    }
    this.flat = Int32Array.from(flat);
  }

  /** Where in `flat` the phrases stand that begin with these two atoms; 0 when there is none. */
  get(first: number, second: number): number {
    const slots = this.#slots;
    const key = keyOf(first, second);
    let at = slotOf(key) & this.#mask;
    while (slots[at * 2 + 1] !== 0) {
      if (slots[at * 2] === key) return slots[at * 2 + 1] ?? 0;
      at = (at + 1) & this.#mask;
    }
    return 0;
  }
}

const keyOf = (first: number, second: number) => (first << 16) | second;
const slotOf = (key: number) => Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 11;
