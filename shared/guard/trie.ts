/**
 * Words as paths of letters; each node knows what ends there. Laid out depth first in flat arrays once all words are
 * in, so that a walk along a word reads memory that lies together: the first child of a node is the next node.
 */
const LETTERS = 28;
const HAS_CHILD = 1;
const HAS_STEM = 2;
const HAS_WHOLE = 4;

/** A node while words are being entered. */
interface Branch {
  children: (Branch | undefined)[];
  stem: number[];
  whole: number[];
}

const branch = (): Branch => ({ children: [], stem: [], whole: [] });

export class Trie {
  #root: Branch | undefined = branch();
  #size = 1;
  #codes = new Uint8Array(0);
  #sibling = new Int32Array(0);
  #flags = new Uint8Array(0);
  readonly #top = new Int32Array(LETTERS);
  /** By node, where its atoms begin in `#atoms`: a count and the atoms with any ending, a count and those that end exactly. */
  #outputs = new Int32Array(0);
  #atoms: number[] = [];

  /** Enters a word; `starred`: any ending may follow. */
  add(codes: Uint8Array, starred: boolean, atom: number): void {
    if (!this.#root) throw new Error('The list is closed.');
    let node = this.#root;
    for (const code of codes) {
      let child = node.children[code];
      if (!child) {
        child = branch();
        node.children[code] = child;
        this.#size++;
      }
      node = child;
    }
    (starred ? node.stem : node.whole).push(atom);
  }

  /** Ends the entering of words. Nodes are numbered from 1; 0 is the root. */
  close(): void {
    const root = this.#root;
    if (!root) return;
    this.#root = undefined;
    this.#codes = new Uint8Array(this.#size);
    this.#sibling = new Int32Array(this.#size);
    this.#flags = new Uint8Array(this.#size);
    this.#outputs = new Int32Array(this.#size);
    let next = 1;
    const lay = (from: Branch, at: number): void => {
      this.#outputs[at] = this.#atoms.length;
      if (from.stem.length + from.whole.length > 0)
        this.#atoms.push(from.stem.length, ...from.stem, from.whole.length, ...from.whole);
      let flags = (from.stem.length > 0 ? HAS_STEM : 0) | (from.whole.length > 0 ? HAS_WHOLE : 0);
      let before = 0;
      for (let code = 0; code < from.children.length; code++) {
        const child = from.children[code];
        if (!child) continue;
        flags |= HAS_CHILD;
        const place = next++;
        this.#codes[place] = code;
        if (before > 0) this.#sibling[before] = place;
        if (at === 0) this.#top[code] = place;
        before = place;
        lay(child, place);
      }
      this.#flags[at] = flags;
    };
    lay(root, 0);
  }

  /** The node below `node` by letter `code`; 0 when there is none. */
  child(node: number, code: number): number {
    if (node === 0) return this.#top[code] ?? 0;
    if (((this.#flags[node] ?? 0) & HAS_CHILD) === 0) return 0;
    let at = node + 1;
    while (this.#codes[at] !== code) {
      at = this.#sibling[at] ?? 0;
      if (at === 0) return 0;
    }
    return at;
  }

  /** Adds to `into` what ends at `node` with any ending. */
  takeStems(node: number, into: number[]): void {
    if (((this.#flags[node] ?? 0) & HAS_STEM) === 0) return;
    const from = this.#outputs[node] ?? 0;
    const count = this.#atoms[from] ?? 0;
    for (let i = 1; i <= count; i++) into.push(this.#atoms[from + i] ?? 0);
  }

  /** Adds to `into` what ends at `node` exactly. */
  takeWholes(node: number, into: number[]): void {
    if (((this.#flags[node] ?? 0) & HAS_WHOLE) === 0) return;
    const from = (this.#outputs[node] ?? 0) + 1 + (this.#atoms[this.#outputs[node] ?? 0] ?? 0);
    const count = this.#atoms[from] ?? 0;
    for (let i = 1; i <= count; i++) into.push(this.#atoms[from + i] ?? 0);
  }
}
