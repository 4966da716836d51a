/** Web addresses, e-mail and account names: written, with signs said in words ("собака", "нүкте"), or backwards. */
import { isLetter } from '../letters.ts';
import { LETTERS, type Reading } from '../words.ts';
import type { Found, Marks } from './numbers.ts';

/** A find in units of the folded text. */
export interface Stretch {
  rule: string;
  start: number;
  end: number;
}

const LABEL = '[a-z0-9а-яёәіңғүұқөһ-]{1,63}';
/** Endings that are no word of a sentence, so that "tired.com" needs nothing more. */
const SURE =
  'com|net|org|ru|kz|рф|қаз|su|info|biz|xyz|onion|ua|kg|uz|by|dev|ai|gg|ly|cc|tv|io|team|website|online|shop|store|site|bot|рус|eu|gov|edu';
/** Endings that are words too: they need a path, or a known short name before. */
const UNSURE =
  'me|in|us|so|to|at|is|no|it|am|pm|live|top|pro|fun|app|link|space|chat|club|one|life|help|care|world|page';
const WEB = new RegExp(
  `(?:(?:https?|hxxps?|tg|viber|ftp)\\s?:\\s?/\\s?/\\s?[^\\s]{2,200})|(?:www\\.[^\\s]{2,200})|(?:(?<![a-z0-9@])(?:${LABEL}\\.){1,5}(?:(?:${SURE})(?![a-zа-яё])|(?:${UNSURE})/)[^\\s]{0,200})|(?:(?<![a-z0-9а-я])(?:t|wa|т|vk|m)\\s?\\.\\s?(?:me|ме|cc)\\b)`,
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

/** What is written in signs. Patterns are bounded, so the search is linear. */
export function findWritten(plain: string): Stretch[] {
  const found: Stretch[] = [];
  const hasAt = plain.includes('@');
  if (plain.includes('.') || plain.includes('/') || plain.includes('dot')) {
    each(WEB, plain, 'link', found);
    each(DOTTED, plain, 'link', found);
    each(REVERSED, plain, 'link', found);
  }
  if (hasAt) {
    each(MAIL, plain, 'email', found);
    each(PROVIDER, plain, 'email', found);
    each(HANDLE, plain, 'handle', found);
  }
  if (plain.includes('_')) {
    const names: Stretch[] = [];
    each(UNDERSCORED, plain, 'handle', names);
    found.push(...names.filter((name) => isAccount(plain.slice(name.start, name.end))));
  }
  if (plain.includes('#')) each(TAGGED, plain, 'handle', found);
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
  /^(мой|моя|моё|мое|менің|менин|my|is|the|a|там|в|на|ник|nick|айди|id|name|юз|also|called|по|его|ее|оның|біздің|наш|в|на|искать|ищи|search|find|add|me|under|as|просто|тот|же|same)$/;

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
    near(marks, index, ['service', 'at', 'nick', 'at-sign', 'underscore'])
  ) {
    return { rule: 'handle', first: index - 1, last: index + 1 };
  }
  if (marks(index, 'underscore') && before?.latin && after?.latin)
    return { rule: 'handle', first: index - 1, last: index + 1 };
  const at = marks(index, 'at-sign') || (marks(index, 'at') && plainOf(reading, index) !== 'at');
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

/** What is said in words. */
export function findSpoken(reading: Reading, marks: Marks): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < reading.words.length; i++) {
    const sign = spokenSign(reading, marks, i);
    if (sign) found.push(sign);
    if (marks(i, 'service') || marks(i, 'nick')) {
      const name = besideService(reading, marks, i);
      if (name) found.push(name);
    }
  }
  return found;
}
