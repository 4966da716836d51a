/**
 * Word lists as a matcher. A list is plain text:
 *
 *     [cue-name]
 *     word, stem*, two words, first .. second, прода{м,ю,ем}, !strong, 💊
 *
 * `*` any ending (or, before, any beginning: `*атынмын`); `..` up to three words between; `{a,b}` one of these endings; `!` is also found when split, spelled
 * backwards or glued; `#` starts a comment. Kazakh and Russian match by sound, English (`language: 'en'`) by spelling.
 */
import {
  BEGINS,
  BEGINS_LOOSE,
  type Cue,
  FIGURE,
  Finder,
  type Parts,
  type Phrase,
  pairKey,
  SECOND_WORD,
} from './finder.ts';
import { isLetter } from './letters.ts';
import { skeletonOfCyrillic, skeletonOfLatin, spellingOfLatin, Tape } from './skeleton.ts';
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
  readonly #cueIds = new Map<string, number>();
  readonly #sound = new Trie();
  readonly #english = new Trie();
  readonly #strong = new Trie();
  readonly #soundEndings = new Trie();
  readonly #englishEndings = new Trie();
  readonly #atomIds = new Map<string, number>();
  /** By atom: the cues it is on its own, and its places in phrases. */
  readonly #alone: number[][] = [[]];
  readonly #heads: number[] = [0];
  readonly #phrases = new Map<number, Phrase[]>();
  readonly #emoji = new Map<number, number[]>();
  readonly #parts: Parts = {
    sound: this.#sound,
    english: this.#english,
    strong: this.#strong,
    soundEndings: this.#soundEndings,
    englishEndings: this.#englishEndings,
    alone: this.#alone,
    heads: this.#heads,
    phrases: this.#phrases,
    emoji: this.#emoji,
  };

  constructor(lists: readonly WordList[]) {
    for (const list of lists) this.#load(list);
    const { sound, english, strong, soundEndings, englishEndings } = this.#parts;
    for (const trie of [sound, english, strong, soundEndings, englishEndings]) trie.close();
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
    if (point > 0x2300 && !isLetter(entry.charCodeAt(0))) {
      this.#emoji.set(point, [...(this.#emoji.get(point) ?? []), cue]);
      return;
    }
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
      this.#phrase({ cue, atoms, loose });
    }
  }

  #phrase(phrase: Phrase): void {
    const [head, second] = phrase.atoms;
    if (head === undefined) return;
    if (second === undefined) {
      this.#alone[head]?.push(phrase.cue);
      return;
    }
    this.#heads[head] = (this.#heads[head] ?? 0) | (phrase.loose[0] ? BEGINS_LOOSE : BEGINS);
    this.#heads[second] = (this.#heads[second] ?? 0) | SECOND_WORD;
    const key = pairKey(head, second);
    const known = this.#phrases.get(key);
    if (known) known.push(phrase);
    else this.#phrases.set(key, [phrase]);
  }

  #atom(part: string, language: WordList['language']): number {
    const strong = part.startsWith('!');
    const ending = part.startsWith('*');
    const starred = part.endsWith('*') || ending;
    const letters = part.replace(/^[!*]/, '').replace(/\*$/, '');
    const key = `${language === 'en' ? 'e' : 's'}${part.replace(/^!/, '')}`;
    const known = this.#atomIds.get(key);
    if (known !== undefined) return known;
    const atom = this.#alone.push([]) - 1;
    this.#heads.push(0);
    this.#atomIds.set(key, atom);
    const codes = this.#encode(letters, language);
    if (codes.length === 0 || /\d/.test(part) || (/[a-z]/.test(letters) && /[а-яәіңғүұқөһё]/.test(letters)))
      throw new Error(`${language}: nothing to match in "${part}"`);
    if (ending) {
      (language === 'en' ? this.#englishEndings : this.#soundEndings).add(codes.reverse(), true, atom);
    } else (language === 'en' ? this.#english : this.#sound).add(codes, starred, atom);
    if (strong) this.#strong.add(codes, starred, atom);
    return atom;
  }

  #encode(letters: string, language: WordList['language']): Uint8Array {
    const units = Uint16Array.from(
      [...letters].filter((letter) => isLetter(letter.charCodeAt(0))),
      (letter) => letter.charCodeAt(0),
    );
    const tape = new Tape(new Uint8Array(units.length * 2));
    const write = language === 'en' ? spellingOfLatin : /[a-z]/.test(letters) ? skeletonOfLatin : skeletonOfCyrillic;
    write(units, [0, units.length], tape);
    return tape.codes.subarray(0, tape.length);
  }

  /** Finds every cue of a message, in the order of their first words. */
  find(reading: Reading): Cue[] {
    return new Finder(reading, this.#parts).run();
  }
}
