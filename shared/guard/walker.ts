/** Finds the words of a lexicon ("atoms") in a message: by sound, English spelling, endings, split, glued or backwards. */
import { WILD } from './letters.ts';
import { type AtomTable, bitOf, MARK, type PhraseTable } from './phrases.ts';
import { Numbers, type Trie } from './trie.ts';
import { LETTERS, NUMBER, type Reading, SYMBOL, type Word } from './words.ts';

/** The atom of any number. */
export const FIGURE = 0;

/** Marks by which one word is cut into pieces. */
const GLUE = new Uint8Array(0x10000);
for (const mark of '.-_*/|+~:') GLUE[mark.charCodeAt(0)] = 1;
/** Letters, less one, of the shortest stem that is looked for inside a glued word. */
const INSIDE = 2;

export interface Parts {
  sound: Trie;
  english: Trie;
  strong: Trie;
  /** Endings, letters in reverse. */
  soundEndings: Trie;
  englishEndings: Trie;
  atoms: AtomTable;
  phrases: PhraseTable;
  /** Atoms of emoji by code point. */
  emoji: ReadonlyMap<number, number>;
  /** By cue: a phrase only hides shorter ones of its own group. */
  groups: readonly number[];
}

/** The letters `[start, end)`, to be followed from `node`. */
interface Way {
  start: number;
  end: number;
  node: number;
}

/** Walks one message after another; what it found is good until the next. */
export class Walker {
  /** Atoms of all words one after another, and by word where its own begin. */
  readonly atoms = new Numbers();
  readonly from = new Numbers();
  /** By word: which atoms it has that may be second in a phrase, as bits. */
  readonly seconds = new Numbers();
  pool: readonly Word[] = [];
  count = 0;
  readonly #parts: Parts;
  #skeleton: Uint8Array = new Uint8Array(0);
  #spelling: Uint8Array = new Uint8Array(0);
  #codes: Uint16Array = new Uint16Array(0);
  #english = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  walk(reading: Reading): void {
    this.pool = reading.pool;
    this.count = reading.count;
    this.#skeleton = reading.skeleton;
    this.#spelling = reading.spelling;
    this.#codes = reading.folded.codes;
    this.#english = reading.english;
    this.atoms.length = this.from.length = this.seconds.length = 0;
    for (let i = 0; i < this.count; i++) {
      this.from.push(this.atoms.length);
      this.#collect(this.pool[i] as Word, i);
      this.seconds.push(this.#secondsSince(this.from.codes[i] ?? 0));
    }
    this.from.push(this.atoms.length);
  }

  #secondsSince(from: number): number {
    const marks = this.atoms.codes;
    let bits = 0;
    for (let k = from; k < this.atoms.length; k++) {
      const mark = marks[k] ?? 0;
      if ((mark & MARK.second) !== 0) bits |= bitOf(mark);
    }
    return bits;
  }

  #collect(word: Word, index: number): void {
    const { kind } = word;
    if (kind === NUMBER) this.atoms.push(this.#parts.atoms.marks[FIGURE] ?? FIGURE);
    else if (kind === SYMBOL) {
      const atom = this.#parts.emoji.get(word.point);
      if (atom !== undefined) this.atoms.push(this.#parts.atoms.marks[atom] ?? 0);
    } else this.#letters(word, index);
  }

  #letters(word: Word, index: number): void {
    const { sound, english, soundEndings, englishEndings } = this.#parts;
    const before = this.atoms.length;
    const onlyEnglish = word.latin && this.#english;
    if (!onlyEnglish) {
      const node = this.#follow(sound, this.#skeleton, { start: word.skeleton, end: word.skeletonEnd, node: 0 });
      if (node > 0 && GLUE[this.#codes[word.end] ?? 0] === 1) this.#walkOn(index, node);
    }
    if (word.latin) this.#follow(english, this.#spelling, { start: word.spelling, end: word.spellingEnd, node: 0 });
    if (word.joined) this.#walkInside(word);
    if (this.atoms.length === before) this.#walkStrong(word, index);
    // An ending is one of a word that keeps at least two letters before it.
    if (onlyEnglish) englishEndings.followBack(this.#spelling, word.spelling + 2, word.spellingEnd, this.atoms);
    else soundEndings.followBack(this.#skeleton, word.skeleton + 2, word.skeletonEnd, this.atoms);
  }

  /** Follows letters and collects what ends on the way. Returns the last node, 0 when it fell off. */
  #follow(trie: Trie, codes: Uint8Array, way: Way): number {
    const node = trie.follow(codes, way.start, way.end, way.node, this.atoms);
    if (node >= 0) return node;
    if (codes[-1 - node] === WILD) this.#guess(trie, codes, way, -1 - node);
    return 0;
  }

  /** Goes on into pieces glued to the word by one mark ("рец.епта", "вон-ючий"). */
  #walkOn(index: number, from: number): void {
    let node = from;
    for (let next = index + 1; next < this.count && next < index + 6 && node > 0; next++) {
      const piece = this.pool[next] as Word;
      const end = this.pool[next - 1]?.end ?? 0;
      if (piece.kind !== LETTERS || piece.start !== end + 1 || GLUE[this.#codes[end] ?? 0] !== 1) return;
      node = this.#follow(this.#parts.sound, this.#skeleton, { start: piece.skeleton, end: piece.skeletonEnd, node });
    }
  }

  /** The letter at `fell` is bleeped and may be any. Words with more than two are left alone, so the cost stays bounded. */
  #guess(trie: Trie, codes: Uint8Array, { start, end, node: from }: Way, fell: number): void {
    let wild = 0;
    for (let i = fell + 1; i < end; i++) if (codes[i] === WILD) wild++;
    let node = from;
    for (let i = start; i < fell; i++) node = trie.child(node, codes[i] ?? 0);
    if (wild > 1 || node === 0) return;
    for (let letter = 1; letter < 27; letter++) {
      const child = trie.child(node, letter);
      if (child !== 0) this.#follow(trie, codes, { start: fell + 1, end, node: child });
    }
  }

  /** Inside a word glued from single letters, stems may stand anywhere; the longest at a place wins. */
  #walkInside(word: Word): void {
    const { sound } = this.#parts;
    for (let start = word.skeleton; start + 1 < word.skeletonEnd; start++) {
      let node = 0;
      for (let i = start; i < word.skeletonEnd; i++) {
        node = sound.child(node, this.#skeleton[i] ?? 0);
        if (node === 0) break;
        if (i - start < INSIDE) continue;
        sound.takeStems(node, this.atoms);
        sound.takeWholes(node, this.atoms);
      }
    }
  }

  /** Words nobody knows: backwards, or the first piece of a split one. */
  #walkStrong(word: Word, index: number): void {
    const { strong } = this.#parts;
    const back = strong.followBack(this.#skeleton, word.skeleton, word.skeletonEnd, this.atoms);
    if (back > 0) strong.takeWholes(back, this.atoms);
    let node = 0;
    for (let next = index; next < this.count && next < index + 4; next++) {
      const piece = this.pool[next] as Word;
      if (piece.kind !== LETTERS || (next > index && piece.start - (this.pool[next - 1]?.end ?? 0) > 1)) return;
      node = strong.follow(this.#skeleton, piece.skeleton, piece.skeletonEnd, node, this.atoms);
      if (node < 0) return;
    }
  }
}
