/**
 * Word lists as a matcher. A list is plain text:
 *
 *     [cue-name]
 *     word, stem*, two words, first .. second, прода{м,ю,ем}, !strong, 💊
 *
 * `*` any ending (or, before, any beginning: `*атынмын`); `..` up to three words between; `{a,b}` one of these endings; `!` is also found when split, spelled
 * backwards or glued; `#` starts a comment. Kazakh and Russian match by sound, English (`language: 'en'`) by spelling.
 */
import { type Cue, Finder } from './finder.ts';
import { isLetter } from './letters.ts';
import { AtomTable, type Phrase, PhraseTable } from './phrases.ts';
import { Tape } from './skeleton.ts';
import { Trie } from './trie.ts';
import { FIGURE } from './walker.ts';
import type { Reading } from './words.ts';

export type { Cue } from './finder.ts';

export interface WordList {
  language: 'kk' | 'ru' | 'en';
  text: string;
  /** Put before the name of each cue ("crisis."); lists with different prefixes are searched in one go but apart. */
  prefix?: string;
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

const VOICED: Readonly<Record<string, string>> = { к: 'г', қ: 'ғ', п: 'б' };

/** A Kazakh stem whose last consonant softens before an ending ("төсек*": төсегі) counts in both forms. */
function voiced(entry: string): string[] {
  const soft = entry.replace(/([кқп])\*/g, (_, last: string) => `${VOICED[last]}*`);
  return soft === entry ? [entry] : [entry, soft];
}

/** Splits at commas outside braces. */
function splitEntries(line: string): string[] {
  return line.split(/,(?![^{]*\})/).map((entry) => entry.trim());
}

export class Lexicon {
  readonly cues: string[] = [];
  readonly #prefixes: string[] = [];
  /** By cue, its prefix. */
  readonly #groups: number[] = [];
  readonly #cueIds = new Map<string, number>();
  readonly #sound = new Trie();
  readonly #english = new Trie();
  readonly #strong = new Trie();
  readonly #soundEndings = new Trie();
  readonly #englishEndings = new Trie();
  readonly #atomIds = new Map<string, number>();
  readonly #alone: number[][] = [[]];
  #phrases: Phrase[] = [];
  readonly #emoji = new Map<number, number>();
  readonly #finder: Finder;

  constructor(lists: readonly WordList[]) {
    for (const list of lists) this.#load(list);
    const parts = {
      sound: this.#sound,
      english: this.#english,
      strong: this.#strong,
      soundEndings: this.#soundEndings,
      englishEndings: this.#englishEndings,
    };
    const atoms = new AtomTable(this.#alone, this.#phrases);
    for (const trie of Object.values(parts)) trie.close(atoms.marks);
    this.#finder = new Finder({
      ...parts,
      atoms,
      phrases: new PhraseTable(this.#phrases),
      emoji: this.#emoji,
      groups: this.#groups,
    });
    this.#phrases = [];
    this.#atomIds.clear();
  }

  /** Index of a cue by its name; -1 when no list has it. */
  cue(name: string): number {
    return this.#cueIds.get(name) ?? -1;
  }

  #cueAt(name: string, prefix: string): number {
    let cue = this.cue(prefix + name);
    if (cue >= 0) return cue;
    if (!this.#prefixes.includes(prefix)) this.#prefixes.push(prefix);
    cue = this.cues.push(prefix + name) - 1;
    this.#cueIds.set(prefix + name, cue);
    this.#groups[cue] = this.#prefixes.indexOf(prefix);
    return cue;
  }

  #load({ language, text, prefix = '' }: WordList): void {
    let cue = -1;
    for (const raw of text.split('\n')) {
      const line = raw.replace(/#.*$/, '').trim();
      const heading = /^\[([\w-]+)\]$/.exec(line);
      if (heading?.[1]) cue = this.#cueAt(heading[1], prefix);
      else if (line !== '' && cue < 0) throw new Error(`${language}: words before the first [name]: ${line}`);
      else for (const entry of splitEntries(line)) if (entry !== '') this.#enter(entry.toLowerCase(), cue, language);
    }
  }

  #enter(entry: string, cue: number, language: WordList['language']): void {
    for (const form of openBraces(entry).flatMap((one) => (language === 'kk' ? voiced(one) : [one]))) {
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
      if (atoms.length > 1) this.#phrases.push({ cue, atoms, loose });
      else this.#alone[atoms[0] ?? FIGURE]?.push(cue);
    }
  }

  #atom(part: string, language: WordList['language']): number {
    const point = part.codePointAt(0) ?? 0;
    const emoji = point > 0x2300 && !isLetter(part.charCodeAt(0));
    const key = emoji ? String(point) : `${language === 'en' ? 'e' : 's'}${part.replace(/^!/, '')}`;
    const known = this.#atomIds.get(key);
    if (known !== undefined) return known;
    const atom = this.#alone.push([]) - 1;
    this.#atomIds.set(key, atom);
    if (emoji) this.#emoji.set(point, atom);
    else this.#grow(part, language, atom);
    return atom;
  }

  #grow(part: string, language: WordList['language'], atom: number): void {
    const strong = part.startsWith('!');
    const ending = part.startsWith('*');
    const starred = part.endsWith('*') || ending;
    const letters = part.replace(/^[!*]/, '').replace(/\*$/, '');
    const codes = this.#encode(letters, language);
    if (codes.length === 0 || /\d/.test(part) || (/[a-z]/.test(letters) && /[а-яәіңғүұқөһё]/.test(letters)))
      throw new Error(`${language}: nothing to match in "${part}"`);
    if (ending) {
      (language === 'en' ? this.#englishEndings : this.#soundEndings).add(codes.reverse(), true, atom);
    } else (language === 'en' ? this.#english : this.#sound).add(codes, starred, atom);
    if (strong) this.#strong.add(codes, starred, atom);
  }

  #encode(letters: string, language: WordList['language']): Uint8Array {
    const units = Uint16Array.from(
      [...letters].filter((letter) => isLetter(letter.charCodeAt(0))),
      (letter) => letter.charCodeAt(0),
    );
    const tape = new Tape(new Uint8Array(units.length * 2));
    if (language === 'en') tape.spelling(units, 0, units.length);
    else if (/[a-z]/.test(letters)) tape.latin(units, 0, units.length);
    else tape.cyrillic(units, 0, units.length);
    return tape.codes.subarray(0, tape.length);
  }

  /** Finds every cue of a message: they stand in the finder, in the order of their first words, until the next search. */
  search(reading: Reading): Finder {
    this.#finder.find(reading);
    return this.#finder;
  }

  /** Finds every cue of a message as a list of its own. */
  find(reading: Reading): Cue[] {
    return cuesOf(this.search(reading));
  }
}

/** What a finder found, as a list of its own: the cues from `from` up to `till`, counted from `from`. */
export function cuesOf({ ids, firsts, lasts }: Finder, from = 0, till = Number.POSITIVE_INFINITY): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < ids.length; i++) {
    const cue = ids.codes[i] ?? 0;
    if (cue >= from && cue < till)
      cues.push({ cue: cue - from, first: firsts.codes[i] ?? 0, last: lasts.codes[i] ?? 0 });
  }
  return cues;
}
