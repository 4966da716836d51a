/**
 * Words as paths of letters; each node knows what ends there. Laid out depth first in flat arrays once all words are
 * in, so that a walk along a word reads memory that lies together: the first child of a node is the next node. Nodes
 * with many children have a table of them.
 */
const LETTERS = 28;
const HAS_CHILD = 1;
const HAS_STEM = 2;
const HAS_WHOLE = 4;
const HAS_TABLE = 8;
/** Children from which a node gets a table. */
const MANY = 4;

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
    if (this.length === this.codes.length) {
      const more = new Int32Array(this.length * 2);
      more.set(this.codes);
      this.codes = more;
    }
    this.codes[this.length++] = value;
  }
}

/** Fields of a node in `#nodes`: its letter and flags, the next child of its parent, its atoms, its table of children. */
const WIDTH = 4;
const FLAGS_AT = 5;
const SIBLING = 1;
const OUTPUT = 2;
const TABLE = 3;
const CODE = (1 << FLAGS_AT) - 1;

export class Trie {
  #root: Branch | undefined = branch();
  #size = 1;
  #nodes = new Int32Array(0);
  /** Where a node's atoms begin: a count and the atoms with any ending, a count and those that end exactly. */
  #atoms = new Int32Array(0);
  /** Tables of children, one after another. */
  #tables = new Int32Array(0);

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
    this.#nodes = new Int32Array(this.#size * WIDTH);
    const atoms = new Numbers();
    const tables = new Numbers();
    this.#lay({ from: root, at: 0, next: 1 }, atoms, tables);
    this.#atoms = atoms.codes.slice(0, atoms.length);
    this.#tables = tables.codes.slice(0, tables.length);
  }

  /** Lays `from` at node `at`, its children from node `next` on; returns the next free node. */
  #lay({ from, at, next }: { from: Branch; at: number; next: number }, atoms: Numbers, tables: Numbers): number {
    const nodes = this.#nodes;
    const children = from.children.flatMap((child, code) => (child ? [{ child, code }] : []));
    nodes[at * WIDTH + OUTPUT] = atoms.length;
    if (from.stem.length + from.whole.length > 0)
      for (const value of [from.stem.length, ...from.stem, from.whole.length, ...from.whole]) atoms.push(value);
    const large = at === 0 || children.length >= MANY;
    const flags =
      (children.length > 0 ? HAS_CHILD : 0) |
      (from.stem.length > 0 ? HAS_STEM : 0) |
      (from.whole.length > 0 ? HAS_WHOLE : 0) |
      (large ? HAS_TABLE : 0);
    nodes[at * WIDTH] = (nodes[at * WIDTH] ?? 0) | (flags << FLAGS_AT);
    const table = tables.length;
    nodes[at * WIDTH + TABLE] = table;
    if (large) for (let code = 0; code < LETTERS; code++) tables.push(0);
    let free = next;
    let before = 0;
    for (const { child, code } of children) {
      nodes[free * WIDTH] = code;
      if (before > 0) nodes[before * WIDTH + SIBLING] = free;
      if (large) tables.codes[table + code] = free;
      before = free;
      free = this.#lay({ from: child, at: free, next: free + 1 }, atoms, tables);
    }
    return free;
  }

  /** The node below `node` by letter `code`; 0 when there is none. */
  child(node: number, code: number): number {
    const nodes = this.#nodes;
    const flags = (nodes[node * WIDTH] ?? 0) >> FLAGS_AT;
    if ((flags & HAS_TABLE) !== 0) return this.#tables[(nodes[node * WIDTH + TABLE] ?? 0) + code] ?? 0;
    if ((flags & HAS_CHILD) === 0) return 0;
    let at = node + 1;
    while (((nodes[at * WIDTH] ?? 0) & CODE) !== code) {
      at = nodes[at * WIDTH + SIBLING] ?? 0;
      if (at === 0) return 0;
    }
    return at;
  }

  /** Adds to `into` what ends at `node` with any ending. */
  takeStems(node: number, into: Numbers): void {
    if (((this.#nodes[node * WIDTH] ?? 0) & (HAS_STEM << FLAGS_AT)) === 0) return;
    const atoms = this.#atoms;
    const from = this.#nodes[node * WIDTH + OUTPUT] ?? 0;
    const count = atoms[from] ?? 0;
    for (let i = 1; i <= count; i++) into.push(atoms[from + i] ?? 0);
  }

  /** Adds to `into` what ends at `node` exactly. */
  takeWholes(node: number, into: Numbers): void {
    if (((this.#nodes[node * WIDTH] ?? 0) & (HAS_WHOLE << FLAGS_AT)) === 0) return;
    const atoms = this.#atoms;
    const output = this.#nodes[node * WIDTH + OUTPUT] ?? 0;
    const from = output + 1 + (atoms[output] ?? 0);
    const count = atoms[from] ?? 0;
    for (let i = 1; i <= count; i++) into.push(atoms[from + i] ?? 0);
  }
}
