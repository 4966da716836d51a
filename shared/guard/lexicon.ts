/**
 * Word lists as a matcher. A list is plain text:
 *
 *     [cue-name]
 *     word, stem*, two words, first .. second, прода{м,ю,ем}, !strong, 💊
 *
 * `*` any ending; `..` up to three words between; `{a,b}` one of these endings; `!` is also found when split, spelled
 * backwards or glued; `#` starts a comment. Kazakh and Russian match by sound, English (`language: 'en'`) by spelling.
 */
import { isLetter, skeletonOfCyrillic, skeletonOfLatin, spellingOfLatin, WILD } from './letters.ts';
import { LETTERS, NUMBER, type Reading, SYMBOL, type Word } from './words.ts';

export interface WordList {
  language: 'kk' | 'ru' | 'en';
  text: string;
}

/** A cue found in a message: its name's index and the words it covers, first to last. */
export interface Cue {
  cue: number;
  first: number;
  last: number;
}

const WIDTH = 28;
/** Words that `..` may skip. */
const REACH = 3;
/** The atom of any number. */
const FIGURE = 0;

interface Phrase {
  cue: number;
  atoms: number[];
  /** For each atom after the first, whether words may lie between. */
  loose: boolean[];
}

class Trie {
  next = new Int32Array(WIDTH * 1024);
  whole: number[][] = [[]];
  stem: number[][] = [[]];
  size = 1;

  add(codes: Uint8Array, length: number, starred: boolean, atom: number): void {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const slot = node * WIDTH + (codes[i] ?? 0);
      let child = this.next[slot] ?? 0;
      if (child === 0) {
        child = this.size++;
        this.whole.push([]);
        this.stem.push([]);
        if (this.size * WIDTH > this.next.length) {
          const grown = new Int32Array(this.next.length * 2);
          grown.set(this.next);
          this.next = grown;
        }
        this.next[slot] = child;
      }
      node = child;
    }
    (starred ? this.stem : this.whole)[node]?.push(atom);
  }
}

/** Every way to read `прода{м,ю}`: the braces opened. */
function openBraces(entry: string): string[] {
  const open = entry.indexOf('{');
  const close = entry.indexOf('}', open);
  if (open < 0 || close < 0) return [entry];
  const rest = openBraces(entry.slice(close + 1));
  const choices = entry.slice(open + 1, close).split(',');
  return choices.flatMap((choice) => rest.map((tail) => entry.slice(0, open) + choice.trim() + tail));
}

/** Splits at commas outside braces. */
function splitEntries(line: string): string[] {
  return line.split(/,(?![^{]*\})/).map((entry) => entry.trim());
}

export class Lexicon {
  readonly cues: string[] = [];
  readonly #cueIds = new Map<string, number>();
  readonly #sound = new Trie();
  readonly #english = new Trie();
  readonly #strong = new Trie();
  readonly #atomIds = new Map<string, number>();
  /** By atom: the cues it is on its own, and the phrases it begins. */
  readonly #alone: number[][] = [[]];
  readonly #begins: Phrase[][] = [[]];
  readonly #emoji = new Map<number, number[]>();
  readonly #units = new Uint16Array(256);
  readonly #codes = new Uint8Array(512);

  constructor(lists: readonly WordList[]) {
    for (const list of lists) this.#load(list);
  }

  /** Index of a cue by its name; -1 when no list has it. */
  cue(name: string): number {
    return this.#cueIds.get(name) ?? -1;
  }

  #load({ language, text }: WordList): void {
    let cue = -1;
    for (const raw of text.split('\n')) {
      const line = raw.replace(/#.*$/, '').trim();
      const heading = /^\[([\w-]+)\]$/.exec(line);
      if (heading?.[1]) {
        cue = this.cue(heading[1]);
        if (cue < 0) cue = this.cues.push(heading[1]) - 1;
        this.#cueIds.set(heading[1], cue);
      } else if (line !== '' && cue < 0) throw new Error(`${language}: words before the first [name]: ${line}`);
      else for (const entry of splitEntries(line)) if (entry !== '') this.#enter(entry.toLowerCase(), cue, language);
    }
  }

  #enter(entry: string, cue: number, language: WordList['language']): void {
    const point = entry.codePointAt(0) ?? 0;
    if (point > 0x2300 && !isLetter(point)) {
      this.#emoji.set(point, [...(this.#emoji.get(point) ?? []), cue]);
      return;
    }
    for (const form of openBraces(entry)) {
      const atoms: number[] = [];
      const loose: boolean[] = [];
      let gap = false;
      for (const part of form.split(/\s+/)) {
        if (part === '..') gap = true;
        else {
          if (atoms.length > 0) loose.push(gap);
          atoms.push(part === '%' ? FIGURE : this.#atom(part, language));
          gap = false;
        }
      }
      this.#phrase({ cue, atoms, loose });
    }
  }

  #phrase(phrase: Phrase): void {
    const head = phrase.atoms[0];
    if (head === undefined) return;
    if (phrase.atoms.length === 1) this.#alone[head]?.push(phrase.cue);
    else this.#begins[head]?.push(phrase);
  }

  #atom(part: string, language: WordList['language']): number {
    const strong = part.startsWith('!');
    const starred = part.endsWith('*');
    const letters = part.replace(/^!/, '').replace(/\*$/, '');
    const key = `${language === 'en' ? 'e' : 's'}${letters}${starred ? '*' : ''}`;
    const known = this.#atomIds.get(key);
    if (known !== undefined) return known;
    const atom = this.#alone.push([]) - 1;
    this.#begins.push([]);
    this.#atomIds.set(key, atom);
    const length = this.#encode(letters, language);
    if (length === 0) throw new Error(`${language}: nothing to match in "${part}"`);
    (language === 'en' ? this.#english : this.#sound).add(this.#codes, length, starred, atom);
    if (strong) this.#strong.add(this.#codes, length, starred, atom);
    return atom;
  }

  #encode(letters: string, language: WordList['language']): number {
    let count = 0;
    for (const letter of letters) if (isLetter(letter.charCodeAt(0))) this.#units[count++] = letter.charCodeAt(0);
    if (language === 'en') return spellingOfLatin(this.#units, count, this.#codes, 0);
    const latin = /[a-z]/.test(letters);
    return (latin ? skeletonOfLatin : skeletonOfCyrillic)(this.#units, count, this.#codes, 0);
  }

  /** Finds every cue of a message, in the order of their first words. */
  find(reading: Reading): Cue[] {
    return new Finder(reading, this.#parts()).run();
  }

  #parts(): Parts {
    return {
      sound: this.#sound,
      english: this.#english,
      strong: this.#strong,
      alone: this.#alone,
      begins: this.#begins,
      emoji: this.#emoji,
    };
  }
}

interface Parts {
  sound: Trie;
  english: Trie;
  strong: Trie;
  alone: readonly number[][];
  begins: readonly Phrase[][];
  emoji: ReadonlyMap<number, number[]>;
}

/** One search; holds the atoms of each word. */
class Finder {
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
    return this.#cues;
  }

  #collect(word: Word, index: number): void {
    if (word.kind === NUMBER) this.#atoms.push(FIGURE);
    if (word.kind === SYMBOL) for (const cue of this.#parts.emoji.get(word.point) ?? []) this.#put(cue, index, index);
    if (word.kind !== LETTERS) return;
    const { skeleton, spelling } = this.#reading;
    const before = this.#atoms.length;
    if (!word.latin || !this.#reading.english)
      this.#walk(this.#parts.sound, skeleton, [word.skeleton, word.skeletonEnd], 0);
    if (word.latin) this.#walk(this.#parts.english, spelling, [word.spelling, word.spellingEnd], 0);
    if (word.joined) this.#walkInside(word);
    if (this.#atoms.length === before) this.#walkStrong(word, index);
  }

  #walk(trie: Trie, codes: Uint8Array, [start, end]: readonly [number, number], from: number): void {
    let node = from;
    for (let i = start; i < end; i++) {
      const code = codes[i] ?? 0;
      if (code === WILD) {
        this.#guess(trie, codes, [i + 1, end], node);
        return;
      }
      node = trie.next[node * WIDTH + code] ?? 0;
      if (node === 0) return;
      for (const atom of trie.stem[node] ?? []) this.#atoms.push(atom);
    }
    for (const atom of trie.whole[node] ?? []) this.#atoms.push(atom);
  }

  /** A bleeped letter may be any letter. Words with more than two are left alone, so the cost stays bounded. */
  #guess(trie: Trie, codes: Uint8Array, [start, end]: readonly [number, number], node: number): void {
    let wild = 0;
    for (let i = start; i < end; i++) if (codes[i] === WILD) wild++;
    if (wild > 1 || node === 0) return;
    for (let letter = 1; letter < 27; letter++) {
      const child = trie.next[node * WIDTH + letter] ?? 0;
      if (child !== 0) this.#walk(trie, codes, [start, end], child);
    }
  }

  /** Inside a word glued from single letters, stems may stand anywhere; the longest at a place wins. */
  #walkInside(word: Word): void {
    const { skeleton } = this.#reading;
    const { sound } = this.#parts;
    for (let start = word.skeleton + 1; start + 3 < word.skeletonEnd; start++) {
      let node = 0;
      for (let i = start; i < word.skeletonEnd; i++) {
        node = sound.next[node * WIDTH + (skeleton[i] ?? 0)] ?? 0;
        if (node === 0) break;
        if (i - start >= 3) this.#atoms.push(...(sound.stem[node] ?? []), ...(sound.whole[node] ?? []));
      }
    }
  }

  /** Words nobody knows: backwards, or the first piece of a split one. */
  #walkStrong(word: Word, index: number): void {
    const { skeleton, words } = this.#reading;
    const { strong } = this.#parts;
    let node = 0;
    for (let i = word.skeletonEnd - 1; i >= word.skeleton; i--) {
      node = strong.next[node * WIDTH + (skeleton[i] ?? 0)] ?? 0;
      if (node === 0) break;
      for (const atom of strong.stem[node] ?? []) this.#atoms.push(atom);
      if (i === word.skeleton) for (const atom of strong.whole[node] ?? []) this.#atoms.push(atom);
    }
    node = 0;
    for (let next = index; next < words.length && next < index + 4; next++) {
      const piece = words[next];
      if (!piece || piece.kind !== LETTERS || (next > index && piece.start - (words[next - 1]?.end ?? 0) > 1)) return;
      for (let i = piece.skeleton; i < piece.skeletonEnd; i++) {
        node = strong.next[node * WIDTH + (skeleton[i] ?? 0)] ?? 0;
        if (node === 0) return;
        for (const atom of strong.stem[node] ?? []) this.#atoms.push(atom);
      }
      for (const atom of strong.whole[node] ?? []) this.#atoms.push(atom);
    }
  }

  #name(index: number): void {
    const { alone, begins } = this.#parts;
    for (let k = this.#from[index] ?? 0; k < (this.#from[index + 1] ?? 0); k++) {
      const atom = this.#atoms[k] ?? 0;
      for (const cue of alone[atom] ?? []) this.#put(cue, index, index);
      for (const phrase of begins[atom] ?? []) {
        const last = this.#follow(phrase, index);
        if (last > 0) this.#put(phrase.cue, index, last);
      }
    }
  }

  /** Index of the last word of `phrase` when it begins at `index`, else 0. */
  #follow(phrase: Phrase, index: number): number {
    let at = index;
    for (let i = 1; i < phrase.atoms.length; i++) {
      const reach = at + 1 + (phrase.loose[i - 1] ? REACH : 0);
      let found = 0;
      for (let next = at + 1; next <= reach && found === 0; next++)
        if (this.#has(next, phrase.atoms[i] ?? 0)) found = next;
      if (found === 0) return 0;
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
