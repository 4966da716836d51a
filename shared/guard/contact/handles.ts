/** Web addresses, e-mail and account names: written, with signs said in words ("собака", "нүкте"), or backwards. */
import type { Folded } from '../fold.ts';
import { isLatin, isLetter } from '../letters.ts';
import type { Cue } from '../lexicon.ts';
import { LETTERS, type Reading } from '../words.ts';
import type { Found, Marks } from './numbers.ts';
import { contactCue } from './words.ts';

/** A find in units of the folded text. */
export interface Stretch {
  rule: string;
  start: number;
  end: number;
}

const LABEL = '[a-z0-9а-яёәіңғүұқөһ-]{1,63}';
/** Endings that are no word of a sentence, so that "tired.com" needs nothing more. */
const SURE =
  'com|net|org|ru|kz|рф|қаз|su|info|biz|xyz|onion|ua|kg|uz|by|dev|ai|gg|ly|cc|tv|io|team|website|online|shop|store|site|bot|рус|eu|gov|edu|example';
/** Endings that are words too: they need a path, or a known short name before. */
const UNSURE =
  'me|in|us|so|to|at|is|no|it|am|pm|live|top|pro|fun|app|link|space|chat|club|one|life|help|care|world|page';
const WEB = new RegExp(
  `(?:(?:https?|hxxps?|tg|viber|ftp)\\s?:\\s?/\\s?/\\s?[^\\s]{2,200})|(?:www\\.[^\\s]{2,200})|(?:www\\s[a-z0-9-]{2,60}\\s(?:com|kz|ru|org|net)(?![a-z]))|(?:(?<![a-z0-9@])(?:${LABEL}\\.){1,5}(?:(?:${SURE})(?![a-zа-яё])|(?:${UNSURE})/)[^\\s]{0,200})|(?:(?<![a-z0-9@.])(?:${LABEL}\\.){1,4}[a-z]{2,10}/[a-z0-9]{1,40}[^\\s]{0,160})|(?:(?<![a-z0-9а-я])(?:t|wa|т|vk|m)\\s?\\.\\s?(?:me|ме|cc)\\b)`,
  'g',
);
const DOTTED =
  /(?<![a-z0-9])[a-z0-9][a-z0-9-]{1,40}\s{0,2}[([{<]?\s?(?:\.|dot)\s?[)\]}>]?\s{0,2}(?:com|net|org|ru|kz|info|onion)(?![a-z0-9])/g;
const MAIL = /[a-z0-9а-я._%+-]{1,64}\s?[([{<]?@[)\]}>]?\s?[a-z0-9-]{2,60}(?:\s?\.\s?[a-z]{2,10}){1,3}/g;
const PROVIDER =
  /[a-z0-9._%+-]{2,64}\s?@\s?(?:mail|gmail|yandex|inbox|bk|list|icloud|outlook|yahoo|proton|hotmail|rambler)(?![a-z])/g;
const HANDLE = /(?<![a-z0-9а-яёәіңғүұқөһ@.])@\s?[a-z0-9а-яәіңғүұқөһ_][a-z0-9_.а-яәіңғүұқөһ]{2,31}/g;
const UNDERSCORED =
  /(?<![a-z0-9а-я_@])[a-z0-9а-яәіңғүұқөһ.]{1,31}(?:_{1,3}[a-z0-9а-яәіңғүұқөһ.]{1,31}){1,4}(?![a-z0-9а-я])/g;
const TAGGED = /(?<![a-zа-я0-9])[a-zа-я][a-zа-я0-9_.]{1,31}#\d{4}(?!\d)/g;
const IBAN = /(?<![a-z0-9])kz\s?\d{2}(?:\s?[a-z0-9]){16}(?![a-z0-9])/g;
const REVERSED = /(?<![a-z0-9а-я.])(?:moc|zk|ur|ten|gro)\s?\.\s?[a-z0-9-]{3,60}|\/em\.t(?![a-z0-9])/g;

/** Single letters in a row with a sign among them: "a i d a @ m a i l". */
const SPACED_SIGN = /[a-z0-9] [@_.] |[@_.] [a-z0-9] [a-z0-9] /;
const SPACED = /(?<![^\s])(?:[a-z0-9@._-] ){6,120}[a-z0-9](?![^\s,.!?])/g;

/** Finds signs in letters written apart. */
function spaced(plain: string, found: Stretch[]): void {
  const runs: Stretch[] = [];
  each(SPACED, plain, 'handle', runs);
  for (const run of runs) {
    const glued = plain.slice(run.start, run.end).replaceAll(' ', '');
    if (/[a-z0-9]@[a-z0-9]/.test(glued)) found.push({ ...run, rule: 'email' });
    else if (/_|@/.test(glued)) found.push(run);
    else if (/\.(com|kz|ru|org|net|me)$/.test(glued)) found.push({ ...run, rule: 'link' });
  }
}

function each(pattern: RegExp, text: string, rule: string, found: Stretch[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ rule, start: match.index, end: match.index + match[0].trimEnd().length });
  }
}

/** An underscored word is an account name when it has a letter and is no bleeped or spaced-out plain word ("с_о_л_ь"). */
function isAccount(text: string): boolean {
  const parts = text.split(/_+/);
  return (
    text.length >= 5 &&
    /[a-zа-я]/.test(text) &&
    parts.some((part) => part.length >= 3) &&
    !/^[а-яәіңғүұқөһ]{1,2}_|_[а-яәіңғүұқөһ]{1,2}$/.test(text)
  );
}

const AT = 1;
/** Also when a dot is said in words. */
export const DOT = 2;
const LINE = 4;
const HASH = 8;

const SIGN = new Uint8Array(0x10000);
for (const [code, sign] of [
  [64, AT],
  [95, LINE],
  [35, HASH],
  [47, DOT],
] as const)
  SIGN[code] = sign;
/** Needs a second look. */
const MAYBE = 16;
SIGN[46] = SIGN[119] = MAYBE;

/** Which signs of an address the text holds, as bits. A dot counts when a letter follows it as in an address. */
export function signsOf({ codes, length }: Folded): number {
  let signs = 0;
  for (let i = 0; i < length; i++) {
    const sign = SIGN[codes[i] ?? 0] ?? 0;
    if (sign === MAYBE) signs |= isDot(codes, i) ? DOT : 0;
    else signs |= sign;
  }
  return signs;
}

/** Beginnings of what follows a dot that stands apart ("example . com", "t . me"), ends of what precedes one in a reversed address. */
const AFTER = new Set(['co', 'ne', 'or', 'ru', 'kz', 'in', 'on', 'me', 'ме', 'cc'].map(pairOf));
const BEFORE = new Set(['oc', 'zk', 'ur', 'en', 'ro'].map(pairOf));
function pairOf(letters: string): number {
  return (letters.charCodeAt(0) << 16) | letters.charCodeAt(1);
}

/** A dot as in an address, or the beginning of "www". */
function isDot(codes: Uint16Array, at: number): boolean {
  if (codes[at] === 119) return codes[at + 1] === 119;
  if (isLetter(codes[at + 1] ?? 0)) return true;
  if (codes[at - 1] === 32 && codes[at + 1] === 32 && codes[at + 3] === 32) return true;
  let next = at + 1;
  while (next < at + 4 && !isLetter(codes[next] ?? 0)) next++;
  if (AFTER.has(((codes[next] ?? 0) << 16) | (codes[next + 1] ?? 0))) return true;
  const last = codes[at - 1] === 32 ? at - 2 : at - 1;
  return isLatin(codes[next] ?? 0) && BEFORE.has(((codes[last - 1] ?? 0) << 16) | (codes[last] ?? 0));
}

/** What is written in signs, `signsOf` the text. Patterns are bounded, so the search is linear. */
export function findWritten(folded: Folded, signs: number): Stretch[] {
  const found: Stretch[] = [];
  const { plain } = folded;
  if ((signs & DOT) !== 0) for (const pattern of [WEB, DOTTED, REVERSED]) each(pattern, plain, 'link', found);
  if (SPACED_SIGN.test(plain)) spaced(plain, found);
  if ((signs & AT) !== 0) {
    each(MAIL, plain, 'email', found);
    each(PROVIDER, plain, 'email', found);
    const names: Stretch[] = [];
    each(HANDLE, plain, 'handle', names);
    // "@лмай" is leet for "алмай"; an account name has a Latin letter, a figure or a line.
    found.push(...names.filter((name) => /[a-z0-9_]/.test(plain.slice(name.start, name.end))));
  }
  if ((signs & LINE) !== 0) {
    const names: Stretch[] = [];
    each(UNDERSCORED, plain, 'handle', names);
    found.push(...names.filter((name) => isAccount(plain.slice(name.start, name.end))));
  }
  if ((signs & HASH) !== 0) each(TAGGED, plain, 'handle', found);
  return found;
}

/** A bank account in the international form: "KZ12 3456 ...". */
export function findAccounts(plain: string): Stretch[] {
  const found: Stretch[] = [];
  if (plain.includes('kz')) each(IBAN, plain, 'account', found);
  return found;
}

function plainOf(reading: Reading, index: number): string {
  const word = reading.words[index];
  return word ? reading.folded.plain.slice(word.start, word.end) : '';
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
  return /[:=>]|\s-\s|(?:^|\s)is(?:\s|$)/.test(reading.folded.plain.slice(start, end));
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
