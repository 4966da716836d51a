/**
 * Word lists as a matcher. A list is plain text:
 *
 *     [cue-name]
 *     word, stem*, two words, first .. second, прода{м,ю,ем}, !strong, 💊
 *
 * `*` any ending; `..` up to three words between; `{a,b}` one of these endings; `!` is also found when split, spelled
 * backwards or glued; `#` starts a comment. Kazakh and Russian match by sound, English (`language: 'en'`) by spelling.
 */
import { type Cue, FIGURE, Finder, type Parts, type Phrase } from './finder.ts';
import { isLetter } from './letters.ts';
import { skeletonOfCyrillic, skeletonOfLatin, spellingOfLatin } from './skeleton.ts';
import { Trie } from './trie.ts';
import type { Reading } from './words.ts';

export type { Cue } from './finder.ts';

export interface WordList {
  language: 'kk' | 'ru' | 'en';
  text: string;
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
          atoms.push(/^(%|\d+)$/.test(part) ? FIGURE : this.#atom(part, language));
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
    if (length === 0 || /\d/.test(part) || (/[a-z]/.test(letters) && /[а-яәіңғүұқөһё]/.test(letters)))
      throw new Error(`${language}: nothing to match in "${part}"`);
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
