/** Searches one reading for the words and phrases of a lexicon. Made by `Lexicon`; linear in the message. */
import { keepLongest } from './longest.ts';
import { bitOf, MARK, PHRASE } from './phrases.ts';
import { Numbers } from './trie.ts';
import { type Parts, Walker } from './walker.ts';
import type { Reading } from './words.ts';

/** A cue found in a message: its name's index and the words it covers, first to last. */
export interface Cue {
  cue: number;
  first: number;
  last: number;
}

/** Words that `..` may skip. */
const REACH = 3;
/** One search after another; what it found is good until the next. */
export class Finder {
  readonly ids = new Numbers();
  readonly firsts = new Numbers();
  readonly lasts = new Numbers();
  readonly #parts: Parts;
  readonly #walker: Walker;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#walker = new Walker(parts);
  }

  /** Finds every cue; returns how many. They stand in `ids`, `firsts`, `lasts` in the order of their first words. */
  find(reading: Reading): number {
    this.ids.length = this.firsts.length = this.lasts.length = 0;
    this.#walker.walk(reading);
    for (let i = 0; i < this.#walker.count; i++) this.#name(i);
    keepLongest(this, this.#parts.groups);
    return this.ids.length;
  }

  #name(index: number): void {
    const marks = this.#walker.atoms.codes;
    const end = this.#walker.from.codes[index + 1] ?? 0;
    for (let k = this.#walker.from.codes[index] ?? 0; k < end; k++) {
      const mark = marks[k] ?? 0;
      const cue = mark >> MARK.cue;
      if (cue !== 0) this.#put(cue - 1, index, index);
      else if ((mark & MARK.many) !== 0) this.#nameMany(mark & MARK.atom, index);
      if ((mark & MARK.head) !== 0) this.#phrasesFrom(mark, index);
    }
  }

  #nameMany(atom: number, index: number): void {
    const { alone, cues } = this.#parts.atoms;
    const from = alone[atom] ?? 0;
    const count = cues[from] ?? 0;
    for (let i = 1; i <= count; i++) this.#put(cues[from + i] ?? 0, index, index);
  }

  /** Phrases whose first word, at `index`, is the atom with this mark; found by their second word. */
  #phrasesFrom(mark: number, index: number): void {
    const atom = mark & MARK.atom;
    const bits = this.#parts.atoms.heads[atom] ?? 0;
    const reach = Math.min(this.#walker.count - 1, index + 1 + ((mark & MARK.loose) !== 0 ? REACH : 0));
    const seconds = this.#walker.seconds.codes;
    for (let next = this.#walker.pool[index]?.joined ? index : index + 1; next <= reach; next++) {
      if (((seconds[next] ?? 0) & bits) === 0) continue;
      const end = this.#walker.from.codes[next + 1] ?? 0;
      for (let k = this.#walker.from.codes[next] ?? 0; k < end; k++) {
        const second = this.#walker.atoms.codes[k] ?? 0;
        if ((second & MARK.second) === 0 || (bitOf(second) & bits) === 0) continue;
        const place = this.#parts.phrases.get(atom, second & MARK.atom);
        if (place !== 0) this.#try(place, index, next);
      }
    }
  }

  /** The phrases at `place` of the table, whose first two words are at `index` and `second`. */
  #try(place: number, index: number, second: number): void {
    const { flat } = this.#parts.phrases;
    let at = place + 1;
    for (let count = flat[place] ?? 0; count > 0; count--) {
      const more = flat[at + PHRASE.more] ?? 0;
      if (second <= index + 1 || ((flat[at + PHRASE.gaps] ?? 0) & 1) === 1) {
        const last = more === 0 ? second : this.#rest(at, second);
        if (last >= 0) this.#put(flat[at + PHRASE.cue] ?? 0, index, last);
      }
      at += PHRASE.atoms + more;
    }
  }

  /** Index of the last word of the phrase at `place` when its second word is at `second`, else -1. */
  #rest(place: number, second: number): number {
    const { flat } = this.#parts.phrases;
    const gaps = flat[place + PHRASE.gaps] ?? 0;
    const more = flat[place + PHRASE.more] ?? 0;
    let at = second;
    for (let i = 0; i < more; i++) {
      const reach = at + 1 + (((gaps >> (i + 1)) & 1) === 1 ? REACH : 0);
      const atom = flat[place + PHRASE.atoms + i] ?? 0;
      let found = -1;
      const from = this.#walker.pool[at]?.joined ? at : at + 1;
      for (let next = from; next <= reach && found < 0; next++) if (this.#has(next, atom)) found = next;
      if (found < 0) return -1;
      at = found;
    }
    return at;
  }

  #has(index: number, atom: number): boolean {
    if (index >= this.#walker.count) return false;
    const end = this.#walker.from.codes[index + 1] ?? 0;
    for (let k = this.#walker.from.codes[index] ?? 0; k < end; k++)
      if (((this.#walker.atoms.codes[k] ?? 0) & MARK.atom) === atom) return true;
    return false;
  }

  #put(cue: number, first: number, last: number): void {
    this.ids.push(cue);
    this.firsts.push(first);
    this.lasts.push(last);
  }
}
