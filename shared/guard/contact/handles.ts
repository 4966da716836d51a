/** Account names and addresses told in words: beside the name of a service, or with signs said ("собака", "нүкте"). */
import { isLetter } from '../letters.ts';
import type { Cue } from '../lexicon.ts';
import { LETTERS, type Reading } from '../words.ts';
import type { Found, Marks } from './numbers.ts';
import { contactCue } from './words.ts';

function plainOf(reading: Reading, index: number): string {
  const word = reading.words[index];
  return word ? reading.folded.slice(word.start, word.end) : '';
}

/** Does the word look like an account name: Latin among Cyrillic, or letters with figures or marks? */
function looksLikeName(reading: Reading, index: number, strict: boolean): boolean {
  const word = reading.words[index];
  if (!word || word.kind !== LETTERS) return false;
  const { codes } = reading.folded;
  const tied =
    codes[word.end] === 95 ||
    (codes[word.end] === 46 && isLetter(codes[word.end + 1] ?? 0)) ||
    digitsFollow(reading, index);
  if (tied) return true;
  if (word.latin && reading.mostlyCyrillic) return word.end - word.start >= 3;
  return !strict && word.latin && word.end - word.start >= 4;
}

function digitsFollow(reading: Reading, index: number): boolean {
  const word = reading.words[index];
  const next = reading.words[index + 1];
  return word !== undefined && next !== undefined && next.kind === 1 && next.start === word.end;
}

/** Is there a colon, a dash or "is" between two words: something is being named. */
function names(reading: Reading, left: number, right: number): boolean {
  const start = reading.words[left]?.end ?? 0;
  const end = reading.words[right]?.start ?? 0;
  return /[:=>]|\s-\s|(?:^|\s)is(?:\s|$)/.test(reading.folded.slice(start, end));
}

const MINE =
  /^(мой|моя|моё|мое|менің|менин|my|is|the|a|там|в|на|ник|nick|айди|id|name|юз|also|called|по|его|ее|оның|біздің|наш|в|на|искать|ищи|search|find|add|me|under|as|просто|тот|же|same|это|аты|атым|зовут|записан|записана)$/;

/** Account names given beside the name of a service or the word "nick": "тг: dana_k", "инста dana.kz". */
function besideService(reading: Reading, marks: Marks, index: number): Found | undefined {
  const cue = marks(index, 'nick') ? 'nick' : 'service';
  let named = false;
  for (let next = index + 1; next <= index + 4 && next < reading.words.length; next++) {
    named ||= names(reading, next - 1, next);
    const strict = !(named && (cue === 'nick' || reading.mostlyCyrillic || marks(index, 'service')));
    const filler = MINE.test(plainOf(reading, next)) || marks(next, 'service') || marks(next, 'nick');
    if (!filler && looksLikeName(reading, next, strict)) {
      return { rule: 'handle', first: index, last: digitsFollow(reading, next) ? next + 1 : next };
    }
    if (!filler && !named) return undefined;
  }
  return undefined;
}

function spokenSign(reading: Reading, marks: Marks, index: number): Found | undefined {
  const before = reading.words[index - 1];
  const after = reading.words[index + 1];
  if (marks(index, 'dot') && before && marks(index + 1, 'tld'))
    return { rule: 'link', first: index - 1, last: index + 1 };
  if (
    marks(index, 'dot') &&
    /^(т|тэ|те|t|ва|уа|wa)$/.test(plainOf(reading, index - 1)) &&
    /^(ми|ме|мэ|me)$/.test(plainOf(reading, index + 1))
  ) {
    return { rule: 'link', first: index - 1, last: index + 1 };
  }
  if (
    (marks(index, 'underscore') || marks(index, 'slash')) &&
    before &&
    after &&
    near(marks, index, ['service', 'at', 'at-word', 'nick', 'at-sign', 'underscore'])
  ) {
    return { rule: 'handle', first: index - 1, last: index + 1 };
  }
  if (marks(index, 'dot') && before && after && (marks(index - 2, 'service') || marks(index - 3, 'service')))
    return { rule: 'handle', first: index - 1, last: index + 1 };
  if (marks(index, 'underscore') && before?.latin && after?.latin)
    return { rule: 'handle', first: index - 1, last: index + 1 };
  const at = marks(index, 'at-sign') || marks(index, 'at');
  if (
    at &&
    after &&
    ((after.latin && reading.mostlyCyrillic) ||
      marks(index, 'at-sign') ||
      near(marks, index, ['service', 'underscore', 'nick', 'dot']))
  ) {
    return { rule: 'handle', first: index, last: index + 1 };
  }
  return undefined;
}

/** Is one of `cues` within six words before or four after? */
function near(marks: Marks, index: number, cues: readonly string[]): boolean {
  for (let i = Math.max(0, index - 6); i <= index + 5; i++) {
    if (i !== index && cues.some((cue) => marks(i, cue))) return true;
  }
  return false;
}

const SIGNS = new Set(['dot', 'underscore', 'slash', 'at', 'at-sign'].map((name) => contactCue(name)));
const SERVICES = new Set(['service', 'nick'].map((name) => contactCue(name)));

/** What is said in words. */
export function findSpoken(reading: Reading, marks: Marks, cues: readonly Cue[]): Found[] {
  const found: Found[] = [];
  for (const { cue, first } of cues) {
    const sign = SIGNS.has(cue) ? spokenSign(reading, marks, first) : undefined;
    if (sign) found.push(sign);
    const name = SERVICES.has(cue) ? besideService(reading, marks, first) : undefined;
    if (name) found.push(name);
  }
  return found;
}
