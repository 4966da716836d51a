/** Web addresses, e-mail, account names and bank accounts as they are written, spaced out or backwards. */
import type { Folded } from '../fold.ts';
import { isLatin, isLetter } from '../letters.ts';

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
/** A text with none of these holds nothing written in signs. */
export const SIGNS = AT | DOT | LINE | HASH;
/** Which kinds of links are worth a search once there is a dot: plain ones, with gaps ("example . com"), in reverse. */
const PLAIN_LINK = 16;
const GAPPED_LINK = 32;
const REVERSED_LINK = 64;
/** Needs a second look. */
const MAYBE = 128;

const SIGN = new Uint8Array(0x10000);
for (const [mark, sign] of [
  ['@', AT],
  ['_', LINE],
  ['#', HASH],
  ['/', MAYBE],
  ['.', MAYBE],
  ['w', MAYBE],
  ['d', MAYBE],
] as const)
  SIGN[mark.charCodeAt(0)] = sign;

/** Which signs of an address the text holds, as bits. A dot counts when a letter follows it as in an address. */
export function signsOf({ codes, length }: Folded): number {
  let signs = 0;
  for (let i = 0; i < length; i++) {
    const sign = SIGN[codes[i] ?? 0] ?? 0;
    if (sign !== 0) signs |= sign === MAYBE ? secondLook(codes, i) : sign;
  }
  return signs;
}

const isGap = (code: number | undefined) => code === 32 || code === 10;
const O = 111;
const T = 116;

function secondLook(codes: Uint16Array, at: number): number {
  const next = codes[at + 1];
  switch (codes[at]) {
    case 46:
      return dotAt(codes, at);
    case 47: // "http://"
      return DOT | (next === 47 || (isGap(next) && codes[at + 2] === 47) ? PLAIN_LINK : 0);
    case 119: // "www"
      return next === 119 ? DOT | PLAIN_LINK : 0;
    default: // "example dot com"
      return next === O && codes[at + 2] === T ? GAPPED_LINK : 0;
  }
}

/** Beginnings of what follows a dot that stands apart ("example . com", "t . me"), ends of what precedes one in a reversed address. */
const AFTER = new Set(['co', 'ne', 'or', 'ru', 'kz', 'in', 'on', 'me', 'ме', 'cc'].map(pairOf));
const BEFORE = new Set(['oc', 'zk', 'ur', 'en', 'ro'].map(pairOf));
const EM = pairOf('em');
function pairOf(letters: string): number {
  return (letters.charCodeAt(0) << 16) | letters.charCodeAt(1);
}

/** The kinds of links that the dot at `at` may belong to. */
function dotAt(codes: Uint16Array, at: number): number {
  let next = at + 1;
  while (next < at + 5 && !isLetter(codes[next] ?? 0)) next++;
  const last = isGap(codes[at - 1]) ? at - 2 : at - 1;
  const before = ((codes[last - 1] ?? 0) << 16) | (codes[last] ?? 0);
  let signs = next === at + 1 ? DOT | PLAIN_LINK : 0;
  if (AFTER.has(((codes[next] ?? 0) << 16) | (codes[next + 1] ?? 0))) signs |= DOT | PLAIN_LINK | GAPPED_LINK;
  if (BEFORE.has(before)) signs |= REVERSED_LINK | (isLatin(codes[next] ?? 0) ? DOT : 0);
  if (before === EM) signs |= REVERSED_LINK;
  if (codes[at - 1] === 32 && codes[at + 1] === 32 && codes[at + 3] === 32) signs |= DOT;
  return signs;
}

/** What an address by mail has after its sign: enough to look for the rest. */
const MAIL_END = /@[)\]}>]?\s?[a-z0-9-]{2,60}\s?\./;
const PROVIDER_END = /@\s?(?:mail|gmail|yandex|inbox|bk|list|icloud|outlook|yahoo|proton|hotmail|rambler)/;

/** What is written in signs, `signsOf` the text. Patterns are bounded, so the search is linear. */
export function findWritten(folded: Folded, signs: number): Stretch[] {
  const found: Stretch[] = [];
  const { plain } = folded;
  if ((signs & DOT) !== 0) {
    if ((signs & PLAIN_LINK) !== 0) each(WEB, plain, 'link', found);
    if ((signs & GAPPED_LINK) !== 0) each(DOTTED, plain, 'link', found);
    if ((signs & REVERSED_LINK) !== 0) each(REVERSED, plain, 'link', found);
  }
  if (SPACED_SIGN.test(plain)) spaced(plain, found);
  if ((signs & AT) !== 0) {
    if (MAIL_END.test(plain)) each(MAIL, plain, 'email', found);
    if (PROVIDER_END.test(plain)) each(PROVIDER, plain, 'email', found);
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
export function findAccounts(folded: Folded): Stretch[] {
  const found: Stretch[] = [];
  if (hasKz(folded)) each(IBAN, folded.plain, 'account', found);
  return found;
}

function hasKz({ codes, length }: Folded): boolean {
  for (let i = 0; i < length; i++) if (codes[i] === 107 && codes[i + 1] === 122) return true;
  return false;
}
