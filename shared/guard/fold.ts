/**
 * Folding: every character of a text becomes a plain lower-case one (Latin, Cyrillic, digit, mark) or nothing at all,
 * and the way back to the original is kept. Sources: Unicode NFKD for styled letters; the look-alike lists of
 * Unicode TR39 ("confusables"), cut down to Latin, Cyrillic and Greek.
 */
import { BALANCE } from './letters.ts';

export interface Folded {
  /** The folded text: letters in lower case, spaces for everything that separates, emoji as `EMOJI`. */
  readonly plain: string;
  /** `plain` as UTF-16 code units, for fast scanning. */
  readonly codes: Uint16Array;
  /** For each unit of `plain`, where its character starts in the original. */
  readonly from: Int32Array;
  /** For each unit of `plain`, where its character ends in the original. */
  readonly till: Int32Array;
  /** For each emoji of `plain`, its code point. */
  readonly points: Int32Array;
  length: number;
  /** Cyrillic letters without a Latin twin, less Latin ones without a Cyrillic twin. */
  readonly balance: number;
}

export const EMOJI = 0xe000;
const EMOJI_UNIT = String.fromCharCode(EMOJI);
const DROP = 1;
/** What the table does not settle: emoji, ligatures, half of a character beyond the basic plane, or nothing readable. */
const RARE = 2;
const SPACE = 32;
const KEPT = '@._-*#+/:,()$!|&=?%№~"\'`«»;€[]{}<>\n\\';

const GREEK = 'αaβbγyδdεeζzηnθoιiκkλlμmνvξxοoπпρpςsσoτtυuφфχxψwωwϲcϳj';
const GREEK_CAPITALS = 'ΑaΒbΓгΔdΕeΖzΗhΘoΙiΚkΛлΜmΝnΟoΠпΡpΣeΤtΥyΦфΧxΩo';
const SMALL_CAPITALS = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgɩiøołlđdıiʟlɔoǝeəәƏәɐaɟfɥhʌvʍwʎy';
const CYRILLIC_KIN =
  'ёеѐеєеїіўуґгҳхҷчҹчҡқҝкӄкӻғѳөӨөѵvӏіһһћhђhјjѕsљлњнџцѝиӣиӯуӣиѡwѿwәәӕаӑаӓаӗеӝжӟзӥиӧоӫөӱуӳуӵчӹыёеԛqԝwӀі';
const DIGIT_ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];
/** Blocks whose characters NFKD turns into plain letters or digits. */
const STYLED = [
  [0xa0, 0x24f],
  [0x1d2c, 0x1d6a],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0x2160, 0x217f],
  [0x2460, 0x24ff],
  [0xfb00, 0xfb06],
  [0xff01, 0xff5e],
] as const;
/** Circled digits that NFKD leaves alone: the code of their "one". */
const CIRCLED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];

const one = new Uint16Array(0x10000);
const many = new Map<number, string>();

function pairs(list: string): void {
  for (let i = 0; i + 1 < list.length; i += 2) one[list.charCodeAt(i)] = list.charCodeAt(i + 1);
}

/** `styled` as plain letters: compatibility form, marks stripped, lower case. */
function plainForm(styled: string): string {
  return styled.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function fillStyled(): void {
  for (const [first, last] of STYLED) {
    for (let code = first; code <= last; code++) {
      const form = plainForm(String.fromCharCode(code)).replace(/[^a-z0-9@._\-+/:*#$]/g, '');
      if (form.length === 1) one[code] = form.charCodeAt(0);
      else if (form.length > 1) many.set(code, form);
    }
  }
}

function fillDigits(): void {
  for (const zero of DIGIT_ZEROS) for (let i = 0; i < 10; i++) one[zero + i] = 48 + i;
  for (const first of CIRCLED_ONES) for (let i = 0; i < 9; i++) one[first + i] = 49 + i;
  one[0x24ea] = one[0x24ff] = 48;
}

function fillDropped(): void {
  const ranges = [
    [0x300, 0x36f],
    [0x483, 0x489],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0x20d0, 0x20ff],
    [0xfe00, 0xfe0f],
    [0xfe20, 0xfe2f],
  ] as const;
  for (const [first, last] of ranges) for (let code = first; code <= last; code++) one[code] = DROP;
  for (const code of [0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x3164, 0xfeff, 0xffa0])
    one[code] = DROP;
}

function fill(): void {
  one.fill(SPACE);
  for (let code = 48; code < 58; code++) one[code] = code;
  for (let code = 97; code < 123; code++) one[code] = one[code - 32] = code;
  for (const mark of KEPT) one[mark.charCodeAt(0)] = mark.charCodeAt(0);
  for (let code = 0x400; code < 0x530; code++) one[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  for (let code = 0x482; code < 0x48a; code++) one[code] = SPACE;
  fillStyled();
  fillDigits();
  for (const list of [GREEK, GREEK_CAPITALS, SMALL_CAPITALS, CYRILLIC_KIN]) pairs(list);
  for (const lower of 'ёєїўґ') one[lower.toUpperCase().charCodeAt(0)] = one[lower.charCodeAt(0)] ?? SPACE;
  pairs("‐-‑-‒-–-—-―-−-·.•.∙.․.。.，,＠@﹫@⁄/∕/’'‘'ʼ'´'“\"”\"„\"….\u2028\n\u2029\n\r\n");
  fillDropped();
  for (let code = 0; code < one.length; code++) if (one[code] === SPACE && code !== SPACE) one[code] = RARE;
}
fill();

/** Folded form of a character outside the basic plane: styled or boxed letters and digits, else an emoji or a space. */
function foldAstral(point: number): string {
  if (point >= 0x1d400 && point <= 0x1d7ff) {
    const form = plainForm(String.fromCodePoint(point));
    const plain = one[form.charCodeAt(0)] ?? RARE;
    return plain === RARE ? ' ' : String.fromCharCode(plain);
  }
  for (const first of [0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first);
  }
  if (point >= 0x1f101 && point <= 0x1f10a) return String.fromCharCode(48 + point - 0x1f101);
  if (point >= 0x1fbf0 && point <= 0x1fbf9) return String.fromCharCode(48 + point - 0x1fbf0);
  if (point >= 0xe0000 && point <= 0xe0fff) return '';
  if (point >= 0x1f3fb && point <= 0x1f3ff) return '';
  return point >= 0x1f000 ? EMOJI_UNIT : ' ';
}

function isEmojiUnit(code: number): boolean {
  return (code >= 0x2300 && code <= 0x23ff) || (code >= 0x2600 && code <= 0x27bf) || (code >= 0x2b00 && code <= 0x2bff);
}

/** Styled digits and ligatures may grow a text a little; beyond this many extra units each gives its first letter alone. */
export const GROWTH = 64;
/** Units after the end that read as nothing, so that looking ahead finds no older text. */
const MARGIN = 8;

/**
 * A folded text and the memory for one of at most `size` code units. Making it costs more than filling it, so a guard
 * uses one again and again; a reading is good until the next one on the same memory.
 */
export class Fold implements Folded {
  readonly codes: Uint16Array;
  readonly from: Int32Array;
  readonly till: Int32Array;
  readonly points: Int32Array;
  length = 0;
  balance = 0;
  #plain: string | undefined;

  constructor(size: number) {
    const units = size + GROWTH;
    this.codes = new Uint16Array(units);
    this.from = new Int32Array(units);
    this.till = new Int32Array(units);
    this.points = new Int32Array(units);
  }

  get plain(): string {
    this.#plain ??= unitsToString(this.codes, this.length);
    return this.#plain;
  }

  /** Folds `text`; linear in its length; offsets are UTF-16 code units. */
  fill(text: string): this {
    const { codes, from, till } = this;
    const units = text.length;
    this.#plain = undefined;
    this.balance = 0;
    let at = 0;
    let balance = 0;
    for (let i = 0; i < units; ) {
      const folded = one[text.charCodeAt(i)] ?? RARE;
      if (folded > RARE) {
        balance += BALANCE[folded] ?? 0;
        codes[at] = folded;
        from[at] = i++;
        till[at++] = i;
      } else if (folded === DROP) i++;
      else {
        this.length = at;
        i = this.#rare(i, text);
        at = this.length;
      }
    }
    this.length = at;
    this.balance += balance;
    codes.fill(0, at, at + MARGIN);
    return this;
  }

  #rare(start: number, text: string): number {
    const point = text.codePointAt(start) ?? SPACE;
    const end = start + (point > 0xffff ? 2 : 1);
    const form = point > 0xffff ? foldAstral(point) : (many.get(point) ?? (isEmojiUnit(point) ? EMOJI_UNIT : ' '));
    const room = this.codes.length - MARGIN - this.length - (text.length - start);
    for (let i = 0; i < form.length && i <= room; i++) {
      const at = this.length++;
      const folded = form.charCodeAt(i);
      this.balance += BALANCE[folded] ?? 0;
      this.codes[at] = folded;
      this.from[at] = start;
      this.till[at] = end;
      this.points[at] = point;
    }
    return end;
  }
}

/** The text of UTF-16 code units. */
export function unitsToString(codes: Uint16Array, length: number): string {
  let plain = '';
  for (let i = 0; i < length; i += 4096) {
    const part = codes.subarray(i, Math.min(length, i + 4096));
    // Spreading a typed array walks its iterator, which takes seven times as long.
    plain += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return plain;
}
