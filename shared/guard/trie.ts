/**
 * Words as paths of letters; each node knows what ends there. Once all words are in they are laid out as a double array
 * (Aoe 1989): the child of a node by a letter is the cell "base of the node + letter", if that cell names the node as its
 * parent. So a step costs one look at memory, whatever the number of children.
 */
const LETTERS = 28;
const HAS_STEM = 1;
const HAS_WHOLE = 2;
const FLAGS = 2;

/** A node while words are being entered. */
interface Branch {
  children: (Branch | undefined)[];
  stem: number[];
  whole: number[];
}

const branch = (): Branch => ({ children: [], stem: [], whole: [] });

/** Numbers in the order found; room is made as needed. */
export class Numbers {
  codes = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.codes.length) this.#grow();
    this.codes[this.length++] = value;
  }

  #grow(): void {
    const more = new Int32Array(this.length * 2);
    more.set(this.codes);
    this.codes = more;
  }
}

/** The cells of a double array while it is being filled: room is found for the children of one node after another. */
class Cells {
  /** Base and flags, and the parent (-1: free), in turn. */
  nodes = new Int32Array(4096).fill(-1);
  outputs = new Int32Array(2048);
  /** No cell before this one is free. */
  #low = 1;
  top = 1;

  /** The first base at which a child by each letter of `codes` finds its cell free; takes them for `parent`. */
  take(codes: readonly number[], parent: number): number {
    while (!this.#isFree(this.#low)) this.#low++;
    const first = codes[0] ?? 0;
    let base = Math.max(0, this.#low - first);
    while (!codes.every((code) => this.#isFree(base + code))) base++;
    for (const code of codes) this.nodes[(base + code) * 2 + 1] = parent;
    this.top = Math.max(this.top, base + LETTERS);
    return base;
  }

  #isFree(cell: number): boolean {
    while (cell >= this.outputs.length) this.#grow();
    return this.nodes[cell * 2 + 1] === -1;
  }

  #grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2).fill(-1);
    nodes.set(this.nodes);
    this.nodes = nodes;
    const outputs = new Int32Array(this.outputs.length * 2);
    outputs.set(this.outputs);
    this.outputs = outputs;
  }
}

export class Trie {
  #root: Branch | undefined = branch();
  /** Two numbers a cell: its base and what ends there as bits; its parent. */
  #nodes = new Int32Array(0);
  /** By cell, where its atoms begin: a count and the atoms with any ending, a count and those that end exactly. */
  #outputs = new Int32Array(0);
  #atoms = new Int32Array(0);

  /** Enters a word; `starred`: any ending may follow. */
  add(codes: Uint8Array, starred: boolean, atom: number): void {
    if (!this.#root) throw new Error('The list is closed.');
    let node = this.#root;
    for (const code of codes) {
      node.children[code] ??= branch();
      node = node.children[code];
    }
    (starred ? node.stem : node.whole).push(atom);
  }

  /** Ends the entering of words; `marks`: by atom, what a walk gives for it. */
  close(marks: Int32Array): void {
    const root = this.#root;
    if (!root) return;
    this.#root = undefined;
    const cells = new Cells();
    const atoms = new Numbers();
    cells.nodes[0] = 0;
    this.#lay(root, 0, { cells, atoms, marks });
    this.#nodes = cells.nodes.slice(0, (cells.top + LETTERS) * 2);
    this.#outputs = cells.outputs.slice(0, cells.top);
    this.#atoms = atoms.codes.slice(0, atoms.length);
  }

  #lay(from: Branch, cell: number, into: { cells: Cells; atoms: Numbers; marks: Int32Array }): void {
    const { cells, atoms, marks } = into;
    cells.outputs[cell] = atoms.length;
    if (from.stem.length + from.whole.length > 0)
      for (const list of [from.stem, from.whole]) {
        atoms.push(list.length);
        for (const atom of list) atoms.push(marks[atom] ?? 0);
      }
    const codes = [...from.children.keys()].filter((code) => from.children[code]);
    const base = codes.length > 0 ? cells.take(codes, cell) : 0;
    const flags = (from.stem.length > 0 ? HAS_STEM : 0) | (from.whole.length > 0 ? HAS_WHOLE : 0);
    cells.nodes[cell * 2] = (base << FLAGS) | flags;
    for (const code of codes) this.#lay(from.children[code] as Branch, base + code, into);
  }

  /** The node below `node` by letter `code`; 0 when there is none. */
  child(node: number, code: number): number {
    const cell = ((this.#nodes[node * 2] ?? 0) >> FLAGS) + code;
    return this.#nodes[cell * 2 + 1] === node ? cell : 0;
  }

  /**
   * Follows the letters `codes[start, end)` from `node`; adds to `into` the stems met on the way and what ends exactly
   * at the end. Returns the last node, or `-1 - i` when there is no way on by the letter at `i`.
   */
  follow(codes: Uint8Array, start: number, end: number, node: number, into: Numbers): number {
    const nodes = this.#nodes;
    let at = node;
    let own = nodes[at * 2] ?? 0;
    for (let i = start; i < end; i++) {
      const cell = (own >> FLAGS) + (codes[i] ?? 0);
      if (nodes[cell * 2 + 1] !== at) return -1 - i;
      at = cell;
      own = nodes[cell * 2] ?? 0;
      if ((own & HAS_STEM) !== 0) this.#give(this.#outputs[cell] ?? 0, into);
    }
    if ((own & HAS_WHOLE) !== 0) this.takeWholes(at, into);
    return at;
  }

  /** The same backwards, from `codes[end - 1]` down to `codes[start]`, for stems alone. Returns the last node; 0 when there is no way. */
  followBack(codes: Uint8Array, start: number, end: number, into: Numbers): number {
    const nodes = this.#nodes;
    let at = 0;
    for (let i = end - 1; i >= start; i--) {
      const cell = ((nodes[at * 2] ?? 0) >> FLAGS) + (codes[i] ?? 0);
      if (nodes[cell * 2 + 1] !== at) return 0;
      at = cell;
      if (((nodes[cell * 2] ?? 0) & HAS_STEM) !== 0) this.#give(this.#outputs[cell] ?? 0, into);
    }
    return at;
  }

  /** Adds to `into` what ends at `node` with any ending. */
  takeStems(node: number, into: Numbers): void {
    if (((this.#nodes[node * 2] ?? 0) & HAS_STEM) !== 0) this.#give(this.#outputs[node] ?? 0, into);
  }

  /** Adds to `into` what ends at `node` exactly. */
  takeWholes(node: number, into: Numbers): void {
    if (((this.#nodes[node * 2] ?? 0) & HAS_WHOLE) === 0) return;
    const output = this.#outputs[node] ?? 0;
    this.#give(output + 1 + (this.#atoms[output] ?? 0), into);
  }

  #give(from: number, into: Numbers): void {
    const atoms = this.#atoms;
    const last = from + (atoms[from] ?? 0);
    for (let i = from + 1; i <= last; i++) into.push(atoms[i] ?? 0);
  }
}
