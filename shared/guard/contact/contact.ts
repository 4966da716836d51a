/** Contact: anything by which a stranger can reach or find a person (docs/guard.md). Runs in the browser and on the server. */
import type { Finder } from '../finder.ts';
import type { GuardHit } from '../hit.ts';
import { type Cue, cuesOf } from '../lexicon.ts';
import { NUMBER, type Reading } from '../words.ts';
import { findAddresses } from './addresses.ts';
import { figuresOf } from './figures.ts';
import { DOT, findAccounts, findSpoken, findWritten, signsOf } from './handles.ts';
import { findNumbers } from './numbers.ts';
import { Page, SAID } from './page.ts';
import { contactCues } from './words.ts';

/** The last ten digits of a number: the form in which numbers are compared. */
export function phoneKey(number: string): string {
  return number.replace(/\D/g, '').slice(-10);
}

/** A set to pass as `allowed`, from numbers in any spelling. */
export function allowedNumbers(numbers: Iterable<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const number of numbers) if (phoneKey(number).length >= 5) keys.add(phoneKey(number));
  return keys;
}

const none: ReadonlySet<string> = new Set();

/** What a cue makes worth a closer look. */
const NUMERAL = 1;
const SPOKEN = 2;
const PLACE = 4;
const DOTTED = 8;
const KIND = Uint8Array.from(contactCues, (name) => {
  if (SAID.test(name) || name === 'nth') return NUMERAL;
  if (name === 'dot') return SPOKEN | DOTTED;
  if (/^(underscore|slash|at|at-sign|service|nick)$/.test(name)) return SPOKEN;
  return /^(street|street-name|micro|house|house-number|flat|address-cue)$/.test(name) ? PLACE : 0;
});
/** Digits and numerals from which a message may hold a number. */
const ENOUGH = 5;

/** What in a message deserves a closer look. Costs a glance at each word; most messages end here. */
class Glance {
  signs: number;
  kinds = 0;
  digits = 0;
  numbers = 0;

  constructor(reading: Reading, { ids }: Finder) {
    this.signs = signsOf(reading.folded);
    for (let i = 0; i < ids.length; i++) {
      const kind = KIND[ids.codes[i] ?? 0] ?? 0;
      this.kinds |= kind;
      if (kind === NUMERAL) this.digits++;
    }
    if ((this.kinds & DOTTED) !== 0) this.signs |= DOT;
    const { pool, count } = reading;
    for (let i = 0; i < count; i++) {
      const word = pool[i];
      if (!word) continue;
      // "87O5OOO4I7I": letters that touch a figure may be more of it.
      if (word.kind === NUMBER || (i > 0 && pool[i - 1]?.kind === NUMBER && pool[i - 1]?.end === word.start))
        this.digits += word.end - word.start;
      if (word.kind === NUMBER) this.numbers++;
    }
  }

  get spoken(): boolean {
    return (this.kinds & SPOKEN) !== 0;
  }
  /** A phone, an IIN, a card. */
  get figures(): boolean {
    return this.digits >= ENOUGH && (this.numbers > 0 || this.digits > 2);
  }
  /** A house number, written or said. */
  get places(): boolean {
    return this.numbers > 0 || ((this.kinds & PLACE) !== 0 && this.digits > 0);
  }
}

/** Finds contact data with the words of `contactLists`, which a lexicon holds before all others. */
export class ContactSense {
  readonly #allowed: ReadonlySet<string>;

  /** `allowed`: numbers that may be shown, of `allowedNumbers`. */
  constructor(allowed: ReadonlySet<string> = none) {
    this.#allowed = allowed;
  }

  /** Contact data in `text`, read as `reading` and searched by `finder`. Spans cover what has to be masked. */
  find(text: string, reading: Reading, finder: Finder): GuardHit[] {
    const glance = new Glance(reading, finder);
    if (glance.signs === 0 && !glance.spoken && !glance.figures && !glance.places) return [];
    return this.#look({ text, reading, cues: cuesOf(finder, 0, contactCues.length) }, glance);
  }

  #look({ text, reading, cues }: Material, glance: Glance): GuardHit[] {
    const { words, folded } = reading;
    const page = new Page(text, reading, cues);
    const spans = glance.signs === 0 ? [] : findWritten(folded, glance.signs);
    const found = glance.spoken ? findSpoken(page, cues) : [];
    if (glance.figures || glance.places) {
      const figures = figuresOf(page, cues);
      if (glance.figures) {
        spans.push(...findAccounts(folded.plain));
        found.push(...findNumbers({ page, figures, allowed: this.#allowed }));
      }
      if (glance.places) found.push(...findAddresses(page, cues, figures));
    }
    for (const { rule, first, last } of found)
      spans.push({ rule, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 });
    const known = new Set<string>();
    const once = spans.filter(({ start, end }) => !known.has(`${start} ${end}`) && known.add(`${start} ${end}`));
    return once.map(({ rule, start, end }) => ({
      label: 'contact' as const,
      rule: `contact.${rule}`,
      start: folded.from[start] ?? 0,
      end: folded.till[end - 1] ?? text.length,
      why: rule,
    }));
  }
}

interface Material {
  text: string;
  reading: Reading;
  cues: readonly Cue[];
}
