import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../ports/refusal.ts';

/**
 * Control characters except the line break, and the marks that turn the direction of the text around them (they could make
 * one message disguise its neighbours). Zero-width joiners stay: emoji are made of them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWANTED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** The text as it will be shown: composed (NFC), without control characters, at most two blank lines in a row. */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whatever shows; a text of invisible characters alone is an empty message too. */
const VISIBLE = /[^\p{Cf}\p{Zs}\p{M}\u115f\u1160\u3164\uffa0\u2800\n]/u;

/** Throws `empty_text`, `too_long`. */
export function checkText(text: string): void {
  if (!VISIBLE.test(text)) throw new Refusal('empty_text');
  // Code points are counted only where there are enough code units.
  if (text.length > LIMITS.messageLength && [...text].length > LIMITS.messageLength) throw new Refusal('too_long');
}
