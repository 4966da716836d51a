/** Contact: anything by which a stranger can reach or find a person (docs/guard.md). Runs in the browser and on the server. */
import type { GuardHit } from '../hit.ts';
import { NUMBER, type Reading } from '../words.ts';
import { findAddresses } from './addresses.ts';
import { figuresOf } from './figures.ts';
import { findSpoken, findWritten } from './handles.ts';
import { findNumbers, type Marks } from './numbers.ts';
import { contactWords } from './words.ts';

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

/** Finds contact data in `text`, already read as `reading`. Spans cover what has to be masked. */
export function findContact(text: string, reading: Reading, allowed: ReadonlySet<string> = none): GuardHit[] {
  const cues = contactWords.find(reading);
  const byWord = new Map<number, Set<number>>();
  for (const { cue, first } of cues) {
    const known = byWord.get(first);
    if (known) known.add(cue);
    else byWord.set(first, new Set([cue]));
  }
  const marks: Marks = (index, cue) => byWord.get(index)?.has(contactWords.cue(cue)) ?? false;
  const { words, folded } = reading;
  const spans: { rule: string; start: number; end: number }[] = [...findWritten(folded.plain)];
  const found = findSpoken(reading, marks);
  if (words.some((word) => word.kind === NUMBER) || cues.length > 5) {
    found.push(...findNumbers({ reading, figures: figuresOf(reading, cues), marks, allowed }));
    found.push(...findAddresses(reading, marks, text));
  }
  for (const { rule, first, last } of found)
    spans.push({ rule, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 });
  return spans.map(({ rule, start, end }) => ({
    label: 'contact' as const,
    rule: `contact.${rule}`,
    start: folded.from[start] ?? 0,
    end: folded.till[end - 1] ?? text.length,
    why: rule,
  }));
}
