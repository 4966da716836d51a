import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import type { Phone } from '../../shared/directory.ts';

/** Reads `+7 (727) 382-36-21 (reception, 24/7); 1303 (crisis line)`: numbers apart by `;`, a remark in the last brackets. */
export function readPhones(text: string): Phone[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(readPhone);
}

function readPhone(text: string): Phone {
  // A remark stands after the number; the brackets of a city code stand before digits.
  const found = /^(.*\d)\s*\(([^()]*)\)$/.exec(text);
  const number = found?.[1]?.trim() ?? text;
  return { number, dial: dialOf(number), remark: found?.[2]?.trim() ?? '' };
}

/** E.164 where the number is a possible one of Kazakhstan, otherwise its digits (short numbers such as 112). */
export function dialOf(number: string): string {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: 'KZ' }, metadata);
  return parsed?.isValid() ? parsed.number : number.replace(/\D/g, '');
}
