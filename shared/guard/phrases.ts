/** Phrases of two and more atoms, found by the first two, and what is known of each atom; in flat arrays. */

export interface Phrase {
  cue: number;
  atoms: number[];
  /** For each atom after the first, whether words may lie between. */
  loose: boolean[];
}

/**
 * The mark of an atom: its number, and in the bits above what most of the atoms met need no table for. Above them all
 * stands, plus one, the cue that it is on its own when there is exactly one.
 */
export const MARK = {
  atom: 0xffff,
  /** A phrase begins with it. */
  head: 1 << 16,
  /** It is second in a phrase. */
  second: 1 << 17,
  /** A phrase allows words between it and the next. */
  loose: 1 << 18,
  /** It is several cues on its own. */
  many: 1 << 19,
  cue: 20,
} as const;
const MOST_CUES = 2046;

/** The bit of an atom or its mark among 32; few atoms that follow one another in phrases share one. */
export const bitOf = (atom: number) => 1 << (atom & 31);

export class AtomTable {
  /** By atom. */
  readonly marks: Int32Array;
  /** By atom, the bits of the atoms that follow it in phrases. */
  readonly heads: Int32Array;
  /** By atom, where in `cues` its own stand: a count, then they. Of atoms that are several. */
  readonly alone: Int32Array;
  readonly cues: Int32Array;

  /** `alone`: by atom, the cues it is on its own. */
  constructor(alone: readonly number[][], phrases: readonly Phrase[]) {
    if (alone.length > MARK.atom) throw new Error('The word lists hold more than 65,535 words.');
    this.marks = new Int32Array(alone.length);
    this.heads = new Int32Array(alone.length);
    this.alone = new Int32Array(alone.length);
    const cues: number[] = [];
    for (const [atom, own] of alone.entries()) {
      const [cue = 0] = own;
      if (cue > MOST_CUES) throw new Error('The word lists hold more than 2,046 names.');
      const single = own.length === 1 ? (cue + 1) << MARK.cue : 0;
      this.marks[atom] = atom | single | (own.length > 1 ? MARK.many : 0);
      this.alone[atom] = cues.length;
      if (own.length > 1) cues.push(own.length, ...own);
    }
    this.cues = Int32Array.from(cues);
    for (const { atoms, loose } of phrases) {
      const [a = 0, b = 0] = atoms;
      this.heads[a] = (this.heads[a] ?? 0) | bitOf(b);
      this.marks[a] = (this.marks[a] ?? 0) | MARK.head | (loose[0] ? MARK.loose : 0);
      this.marks[b] = (this.marks[b] ?? 0) | MARK.second;
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
