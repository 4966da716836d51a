/** Contact: anything by which a stranger can reach or find a person (docs/guard.md). Runs in the browser and on the server. */
import type { GuardHit } from '../hit.ts';
import type { Cue } from '../lexicon.ts';
import type { Reading } from '../words.ts';
import { findAddresses } from './addresses.ts';
import { figuresOf, mayHoldFigures } from './figures.ts';
import { findAccounts, findSpoken, findWritten } from './handles.ts';
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

const DOT_SAID = contactWords.cue('dot');
const none: ReadonlySet<string> = new Set();

function marksOf(cues: readonly Cue[]): Marks {
  const byWord: (number[] | undefined)[] = [];
  for (const { cue, first } of cues) {
    const known = byWord[first];
    if (known) known.push(cue);
    else byWord[first] = [cue];
  }
  return (index, cue) => byWord[index]?.includes(contactWords.cue(cue)) ?? false;
}

/** Finds contact data in `text`, already read as `reading`. Spans cover what has to be masked. */
export function findContact(text: string, reading: Reading, allowed: ReadonlySet<string> = none): GuardHit[] {
  const cues = contactWords.find(reading);
  const marks = marksOf(cues);
  const { words, folded } = reading;
  const spans: { rule: string; start: number; end: number }[] = findWritten(
    folded,
    cues.some(({ cue }) => cue === DOT_SAID),
  );
  const found = findSpoken(reading, marks, cues);
  if (mayHoldFigures(reading, cues)) {
    spans.push(...findAccounts(folded.plain));
    const figures = figuresOf(reading, cues);
    const spoken = new Set(figures.filter((figure) => figure.spelled).map((figure) => figure.first));
    found.push(...findNumbers({ reading, figures, marks, allowed }));
    found.push(...findAddresses({ reading, marks, text, spoken }, cues));
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
