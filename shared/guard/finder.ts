/** Searches one reading for the words and phrases of a lexicon. Made by `Lexicon.find`; linear in the message. */
import { WILD } from './letters.ts';
import type { Trie } from './trie.ts';
import { LETTERS, NUMBER, type Reading, SYMBOL, type Word } from './words.ts';

/** A cue found in a message: its name's index and the words it covers, first to last. */
export interface Cue {
  cue: number;
  first: number;
  last: number;
}

/** The atom of any number. */
export const FIGURE = 0;

export interface Phrase {
  cue: number;
  atoms: number[];
  /** For each atom after the first, whether words may lie between. */
  loose: boolean[];
}

/** Words that a phrase may span, for finding what lies inside it. */
const LONGEST = 8;

function contains(outer: Cue | undefined, inner: Cue): boolean {
  if (!outer || outer.cue === inner.cue) return false;
  return outer.first <= inner.first && outer.last >= inner.last && outer.last - outer.first > inner.last - inner.first;
}

/** Marks by which one word is cut into pieces. */
const GLUE = new Set([...'.-_*/|+~:'].map((mark) => mark.charCodeAt(0)));
/** Words that `..` may skip. */
const REACH = 3;
/** Letters, less one, of the shortest stem that is looked for inside a glued word. */
const INSIDE = 2;

export interface Parts {
  sound: Trie;
  english: Trie;
  strong: Trie;
  /** Endings, letters in reverse. */
  soundEndings: Trie;
  englishEndings: Trie;
  alone: readonly number[][];
  /** By atom: `BEGINS`, `BEGINS_LOOSE`, `SECOND_WORD` as bits. */
  heads: readonly number[];
  /** Phrases by their first two atoms. */
  phrases: ReadonlyMap<number, readonly Phrase[]>;
  emoji: ReadonlyMap<number, number[]>;
}

/** Places of an atom in phrases. */
export const BEGINS = 1;
export const BEGINS_LOOSE = 2;
export const SECOND_WORD = 4;

const NONE: readonly Phrase[] = [];

/** First and second atom of a phrase as one number. */
export function pairKey(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** One search; holds the atoms of each word. */
export class Finder {
  readonly #reading: Reading;
  readonly #parts: Parts;
  readonly #atoms: number[] = [];
  readonly #from: number[] = [];
  readonly #cues: Cue[] = [];

  constructor(reading: Reading, parts: Parts) {
    this.#reading = reading;
    this.#parts = parts;
  }

  run(): Cue[] {
    const { words } = this.#reading;
    for (let i = 0; i < words.length; i++) {
      this.#from.push(this.#atoms.length);
      const word = words[i];
      if (word) this.#collect(word, i);
    }
    this.#from.push(this.#atoms.length);
    for (let i = 0; i < words.length; i++) this.#name(i);
    return this.#longest();
  }

  /** A phrase inside a longer one does not count: "хочу жить" in "не хочу жить". */
  #longest(): Cue[] {
    const cues = this.#cues;
    const kept = cues.filter((cue, i) => {
      if (cue.last === cue.first) return true;
      for (let k = i - 1; k >= 0 && (cues[k]?.first ?? 0) > cue.first - LONGEST; k--)
        if (contains(cues[k], cue)) return false;
      for (let k = i + 1; k < cues.length && cues[k]?.first === cue.first; k++)
        if (contains(cues[k], cue)) return false;
      return true;
    });
    return kept;
  }

  #collect(word: Word, index: number): void {
    if (word.kind === NUMBER) this.#atoms.push(FIGURE);
    if (word.kind === SYMBOL) for (const cue of this.#parts.emoji.get(word.point) ?? []) this.#put(cue, index, index);
    if (word.kind !== LETTERS) return;
    const { skeleton, spelling } = this.#reading;
    const before = this.#atoms.length;
    if (!word.latin || !this.#reading.english) {
      const node = this.#walk(this.#parts.sound, skeleton, [word.skeleton, word.skeletonEnd], 0);
      if (node > 0) this.#walkOn(index, node);
    }
    if (word.latin) this.#walk(this.#parts.english, spelling, [word.spelling, word.spellingEnd], 0);
    if (word.joined) this.#walkInside(word);
    if (this.#atoms.length === before) this.#walkStrong(word, index);
    const english = word.latin && this.#reading.english;
    if (english) this.#walkEnding(this.#parts.englishEndings, spelling, word.spelling, word.spellingEnd);
    else this.#walkEnding(this.#parts.soundEndings, skeleton, word.skeleton, word.skeletonEnd);
  }

  /** Follows the letters from node `from`; collects what ends on the way. Returns the last node, 0 when it fell off. */
  #walk(trie: Trie, codes: Uint8Array, [start, end]: readonly [number, number], from: number): number {
    let node = from;
    for (let i = start; i < end; i++) {
      const code = codes[i] ?? 0;
      if (code === WILD) {
        this.#guess(trie, codes, [i + 1, end], node);
        return 0;
      }
      node = trie.child(node, code);
      if (node === 0) return 0;
      trie.takeStems(node, this.#atoms);
    }
    trie.takeWholes(node, this.#atoms);
    return node;
  }

  /** Endings of a word that keeps at least two letters before them. */
  #walkEnding(trie: Trie, codes: Uint8Array, start: number, end: number): void {
    let node = 0;
    for (let i = end - 1; i >= start + 2; i--) {
      node = trie.child(node, codes[i] ?? 0);
      if (node === 0) return;
      trie.takeStems(node, this.#atoms);
    }
  }

  /** Goes on into pieces glued to the word by one mark ("рец.епта", "вон-ючий"). */
  #walkOn(index: number, from: number): void {
    const { words, folded, skeleton } = this.#reading;
    let node = from;
    for (let next = index + 1; next < words.length && next < index + 6 && node > 0; next++) {
      const piece = words[next] as Word;
      const end = words[next - 1]?.end ?? 0;
      if (piece.kind !== LETTERS || piece.start !== end + 1 || !GLUE.has(folded.codes[end] ?? 0)) return;
      node = this.#walk(this.#parts.sound, skeleton, [piece.skeleton, piece.skeletonEnd], node);
    }
  }

  /** A bleeped letter may be any letter. Words with more than two are left alone, so the cost stays bounded. */
  #guess(trie: Trie, codes: Uint8Array, [start, end]: readonly [number, number], node: number): void {
    let wild = 0;
    for (let i = start; i < end; i++) if (codes[i] === WILD) wild++;
    if (wild > 1 || node === 0) return;
    for (let letter = 1; letter < 27; letter++) {
      const child = trie.child(node, letter);
      if (child !== 0) this.#walk(trie, codes, [start, end], child);
    }
  }

  /** Inside a word glued from single letters, stems may stand anywhere; the longest at a place wins. */
  #walkInside(word: Word): void {
    const { skeleton } = this.#reading;
    const { sound } = this.#parts;
    for (let start = word.skeleton; start + 1 < word.skeletonEnd; start++) {
      let node = 0;
      for (let i = start; i < word.skeletonEnd; i++) {
        node = sound.child(node, skeleton[i] ?? 0);
        if (node === 0) break;
        if (i - start < INSIDE) continue;
        sound.takeStems(node, this.#atoms);
        sound.takeWholes(node, this.#atoms);
      }
    }
  }

  /** Words nobody knows: backwards, or the first piece of a split one. */
  #walkStrong(word: Word, index: number): void {
    const { skeleton, words } = this.#reading;
    const { strong } = this.#parts;
    let node = 0;
    for (let i = word.skeletonEnd - 1; i >= word.skeleton; i--) {
      node = strong.child(node, skeleton[i] ?? 0);
      if (node === 0) break;
      strong.takeStems(node, this.#atoms);
      if (i === word.skeleton) strong.takeWholes(node, this.#atoms);
    }
    node = 0;
    for (let next = index; next < words.length && next < index + 4; next++) {
      const piece = words[next];
      if (!piece || piece.kind !== LETTERS || (next > index && piece.start - (words[next - 1]?.end ?? 0) > 1)) return;
      for (let i = piece.skeleton; i < piece.skeletonEnd; i++) {
        node = strong.child(node, skeleton[i] ?? 0);
        if (node === 0) return;
        strong.takeStems(node, this.#atoms);
      }
      strong.takeWholes(node, this.#atoms);
    }
  }

  #name(index: number): void {
    const { alone, heads } = this.#parts;
    for (let k = this.#from[index] ?? 0; k < (this.#from[index + 1] ?? 0); k++) {
      const atom = this.#atoms[k] ?? 0;
      const cues = alone[atom];
      if (cues) for (let i = 0; i < cues.length; i++) this.#put(cues[i] ?? 0, index, index);
      const place = heads[atom] ?? 0;
      if ((place & (BEGINS | BEGINS_LOOSE)) !== 0) this.#phrasesFrom(atom, index, (place & BEGINS_LOOSE) !== 0);
    }
  }

  /** Phrases whose first word is `atom` at `index`, found by their second word. */
  #phrasesFrom(atom: number, index: number, loose: boolean): void {
    const { words } = this.#reading;
    const { heads, phrases } = this.#parts;
    const reach = Math.min(words.length - 1, index + 1 + (loose ? REACH : 0));
    for (let next = words[index]?.joined ? index : index + 1; next <= reach; next++) {
      for (let k = this.#from[next] ?? 0; k < (this.#from[next + 1] ?? 0); k++) {
        const second = this.#atoms[k] ?? 0;
        if (((heads[second] ?? 0) & SECOND_WORD) === 0) continue;
        for (const phrase of phrases.get(pairKey(atom, second)) ?? NONE) {
          if (!phrase.loose[0] && next > index + 1) continue;
          const last = this.#follow(phrase, next);
          if (last >= 0) this.#put(phrase.cue, index, last);
        }
      }
    }
  }

  /** Index of the last word of `phrase` when its second word is at `second`, else -1. */
  #follow(phrase: Phrase, second: number): number {
    let at = second;
    for (let i = 2; i < phrase.atoms.length; i++) {
      const reach = at + 1 + (phrase.loose[i - 1] ? REACH : 0);
      let found = -1;
      const from = this.#reading.words[at]?.joined ? at : at + 1;
      for (let next = from; next <= reach && found < 0; next++) if (this.#has(next, phrase.atoms[i] ?? 0)) found = next;
      if (found < 0) return -1;
      at = found;
    }
    return at;
  }

  #has(index: number, atom: number): boolean {
    for (let k = this.#from[index] ?? 0; k < (this.#from[index + 1] ?? 0); k++)
      if (this.#atoms[k] === atom) return true;
    return false;
  }

  #put(cue: number, first: number, last: number): void {
    this.#cues.push({ cue, first, last });
  }
}
