/** Web addresses, e-mail and account names: written, with signs said in words ("собака", "нүкте"), or backwards. */
import { EMOJI, type Folded } from '../fold.ts';
import { isLatin, isLetter } from '../letters.ts';
import type { Cue } from '../lexicon.ts';
import type { Found, Page } from './page.ts';
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
  /(?<![a-z0-9])[a-z0-9][a-z0-9-]{1,40}\s{0,2}[([{<]?\s?(?:\.|dot|\ue000)\s?[)\]}>]?\s{0,2}(?:com|net|org|ru|kz|info|onion)(?![a-z0-9])/g;
const MAIL = /[a-z0-9а-я._%+-]{1,64}\s?[([{<]?@[)\]}>]?\s?[a-z0-9-]{2,60}(?:\s?\.\s?[a-z]{2,10}){1,3}/g;
const PROVIDER =
  /[a-z0-9._%+-]{2,64}\s?@\s?(?:mail|gmail|yandex|inbox|bk|list|icloud|outlook|yahoo|proton|hotmail|rambler)(?![a-z])/g;
const HANDLE = /(?<![a-z0-9а-яёәіңғүұқөһ@.])@\s?[a-z0-9а-яәіңғүұқөһ_][a-z0-9_.а-яәіңғүұқөһ]{2,31}/g;
const UNDERSCORED =
  /(?<![a-z0-9а-я_@-])[a-z0-9а-яәіңғүұқөһ.-]{1,31}(?:_{1,3}[a-z0-9а-яәіңғүұқөһ.-]{1,31}){1,4}(?![a-z0-9а-я])/g;
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
    !/^[а-яәіңғүұқөһ]{1,2}_|_[а-яәіңғүұқөһ]{1,2}$|^[а-яәіңғүұқөһ]+_\d\d?$/.test(text)
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
SIGN[46] = SIGN[119] = SIGN[EMOJI] = MAYBE;

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
    // In English "@ place" is where something is.
    const worded = folded.balance > 0 ? /^@[^a-z0-9_]*$/ : /^@(?:[^a-z0-9_]*| [a-z]*)$/;
    found.push(...names.filter((name) => !worded.test(plain.slice(name.start, name.end))));
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

/** Words written as one: "aru.kz_7", "steppe-breath", "id000123"; a word alone is a chain too. */
interface Chain {
  first: number;
  last: number;
  /** As written. */
  text: string;
}

/** Words of the longest chain that is looked at. */
const LINKS = 8;

function chainAt(page: Page, index: number): Chain {
  /** Written together with the word before, with a mark or two of an account name at most. */
  const joins = (at: number) => at > 0 && at < page.words.length && /^[._-]{0,2}$/.test(page.gap(at));
  let [first, last] = [index, index];
  while (last - index < LINKS && joins(last + 1)) last++;
  while (index - first < LINKS && joins(first)) first--;
  return { first, last, text: page.peek(page.words[first]?.start ?? 0, page.words[last]?.end) };
}

/** An account name: Latin letters with a dot, any with a line or with figures after them. */
const TIED = /[a-z][a-z0-9-]*[._][a-z0-9_]|_|[a-zа-яәіңғүұқөһ]\d(?:\d|$)|[a-z]\d[a-z]+\d/;
/** One that stands out wherever it stands: in Latin letters with figures or two dots. */
const CLEAR = /^(?=.*[a-z]{2})[a-z0-9._-]*(?:[a-z]\d\d+$|\..*\.|[a-z].*\d.*[._]|[a-z].*[._].*\d)/;
/** A file, or somebody's name in the rooms. */
const OTHER = /\.(?:pdf|docx?|jpg|png|mp[34])$|^[^\d._]+-\d{1,3}$/;
/** Units of the longest name that is looked at. */
const LONGEST_NAME = 40;

function isTied({ reading }: Page, { text }: Chain, near: boolean): boolean {
  if (text.length < 4 || text.length > LONGEST_NAME || OTHER.test(text)) return false;
  return near
    ? TIED.test(text)
    : CLEAR.test(text) || (reading.mostlyCyrillic && /^[a-z][a-z0-9]+[._][a-z0-9._]+$/.test(text));
}

/** Between two words: something is being named. */
const NAMES = /[:=>]|\s-\s/;

/** A name of letters alone: Latin among Cyrillic, or in English named as such. */
function isPlainName(page: Page, index: number, named: boolean): boolean {
  const word = page.words[index];
  const cyrillic = page.reading.mostlyCyrillic;
  return word?.latin === true && (cyrillic || named) && word.end - word.start >= (cyrillic ? 3 : 4);
}

/** Words after the name of a service among which an account is looked for, and before it. */
const AFTER_IT = 8;
const BEFORE_IT = 4;

/** Account names given beside the name of a service or the word "nick": "тг: dana_k", "инста dana.kz", "dana.kz on insta". */
function besideService(page: Page, index: number): Found | undefined {
  const leads = (at: number) => page.has(at, 'lead', 'calls', 'service', 'nick');
  let [named, near, called] = [false, true, false];
  for (let next = index + 1; next <= index + AFTER_IT && next < page.words.length; next++) {
    named ||= NAMES.test(page.gap(next));
    const chain = chainAt(page, next);
    if (chain.first === next && isTied(page, chain, near)) return { rule: 'handle', first: index, last: chain.last };
    if (!near) continue;
    if ((called && page.isCapital(next)) || (!leads(next) && isPlainName(page, next, named)))
      return { rule: 'handle', first: index, last: next };
    called ||= page.has(next, 'calls');
    near = leads(next) || (named && next < index + 4);
  }
  for (let next = index - 1; next >= index - BEFORE_IT && next >= 0; next--) {
    const chain = chainAt(page, next);
    if (isTied(page, chain, true)) return { rule: 'handle', first: chain.first, last: index };
    if (!leads(next)) break;
  }
  return undefined;
}

/** "ID 900001144": the number of an account in a game. */
function numberedAccount(page: Page, index: number): Found | undefined {
  if (!/^(?:id|uid|а[ий]ди)/.test(page.plain(index)) || page.has(index - 1, 'order')) return undefined;
  const last = [1, 2, 3].find((step) => /^\d{6}/.test(page.plain(index + step)));
  return last ? { rule: 'handle', first: index, last: index + last } : undefined;
}

/** How far from the name of a service its account may be described. */
const DESCRIBED = 18;

/** "в инсте: слово пример, потом точка, потом имя кошки, всё латиницей": an account that is told, not written. */
function describedAccount(page: Page, index: number): Found | undefined {
  const last = Math.min(index + DESCRIBED, page.words.length - 1);
  let [sure, said] = [0, 0];
  for (let i = Math.max(0, index - DESCRIBED); i <= last; i++) {
    if (isSign(page, i) || page.has(i, 'spell')) sure++;
    else if (i !== index && page.has(i, 'say', 'nick')) said++;
  }
  return sure > 0 && sure + said > 1 ? { rule: 'handle', first: index, last } : undefined;
}

/** No sentence ends after the word. */
const goesOn = (page: Page, index: number) => !/[.!?\n]/.test(page.gap(index + 1));

/** Is a sign of an account said here, and not the end of a sentence ("всё, точка.")? */
const isSign = (page: Page, index: number) =>
  page.has(index, 'underscore', 'dash', 'slash') ||
  (page.has(index, 'dot') && goesOn(page, index) && page.has(index - 1, 'filler', 'lead'));

/** Short names of services as they are said: "т точка ме", "тэ мэ слэш", "бит лай дробь". */
const SHORT = /^(?:(?:т|тэ|те|t) (?:ме|мэ|ми|me)|(?:ва|уа|wa) (?:ми|ме|me)|(?:бит|bit) (?:лай|ли|ly))$/;

/** An address or a name around the sign said at `index`. */
function spokenSign(page: Page, index: number): Found | undefined {
  const is = (step: number, ...cues: string[]) => page.has(index + step, ...cues);
  const short = (one: number, two: number) => SHORT.test(`${page.plain(index + one)} ${page.plain(index + two)}`);
  const found = (rule: string, from: number, to = 1) => ({ rule, first: Math.max(0, index + from), last: index + to });
  const near = (...cues: string[]) =>
    page.some(index - 6, index - 1, ...cues) || page.some(index + 1, index + 5, ...cues);
  const [before, after] = [page.words[index - 1], page.words[index + 1]];
  if (!after) return undefined;
  if (is(0, 'dot') && before) {
    const end = is(1, 'filler') ? 2 : 1;
    if (is(end, 'tld') || short(-1, 1)) return found('link', -1, end);
    if (goesOn(page, index) && page.some(index - 3, index - 2, 'at', 'at-sign', 'at-word')) return found('email', -4);
    if (page.some(index - 3, index - 2, 'service')) return found('handle', -1);
  }
  if (is(0, 'slash')) {
    const dotted = [-2, -3, -4].find((step) => is(step, 'dot'));
    if (dotted || short(-2, -1)) return found('link', (dotted ?? -1) - 1);
  }
  if (is(0, 'underscore', 'slash') && before) {
    const latin = is(0, 'underscore') && before.latin && after.latin;
    if (latin || near('service', 'at', 'at-word', 'nick', 'at-sign', 'underscore')) return found('handle', -1);
  }
  const named =
    (after.latin && page.reading.mostlyCyrillic) ||
    is(0, 'at-sign') ||
    near('service', 'underscore', 'nick') ||
    [2, 3].some((step) => is(step, 'dot') && goesOn(page, index + step));
  return is(0, 'at', 'at-sign') && named ? found('handle', 0) : undefined;
}

const SIGNS = new Set(['dot', 'underscore', 'slash', 'at', 'at-sign'].map((name) => contactCue(name)));
const SERVICES = new Set(['service', 'nick'].map((name) => contactCue(name)));

/** What is said in words. */
export function findSpoken(page: Page, cues: readonly Cue[]): Found[] {
  const found: (Found | undefined)[] = [];
  for (const { cue, first } of cues) {
    if (SIGNS.has(cue)) found.push(spokenSign(page, first));
    else if (SERVICES.has(cue))
      found.push(besideService(page, first) ?? numberedAccount(page, first) ?? describedAccount(page, first));
  }
  return found.filter((hit) => hit !== undefined);
}
