import { readFileSync } from 'node:fs';

/** One condition of a need on an entry, e.g. `kind:state_centre&addiction:yes=10`. */
export interface Wish {
  conditions: { field: string; value: string }[];
  worth: number;
}

export interface Need {
  name: string;
  /** As written, a star at the end of a word for "and whatever follows". */
  phrases: string[];
  /** Phrases that are meant in Latin letters alone. */
  english: string[];
  listings: Wish[];
  lines: string[];
  weight: number;
}

/** A name of a place beside those in the region table. `city` is as the listings write it; null for the whole region. */
export interface PlaceName {
  region: string;
  city: string | null;
  names: string[];
}

const FIELDS = ['kind', 'service', 'id', 'language', 'for', 'cost', 'anonymous', 'addiction'];

const read = (name: string): string => readFileSync(new URL(`./words/${name}`, import.meta.url), 'utf8');

/** The lines of a page that say something, each with its number for a sentence about a mistake. */
const said = (text: string): { line: string; where: number }[] =>
  text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));

const list = (text: string, between: string | RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Needs in the form of words/needs.txt. Throws an error that names the line when a lead's edit cannot be read. */
export function parseNeeds(text: string): Need[] {
  const needs: Need[] = [];
  for (const { line, where } of said(text)) {
    const start = /^\[([a-z_]+)\]$/.exec(line);
    if (start?.[1]) {
      needs.push({ name: start[1], phrases: [], english: [], listings: [], lines: [], weight: 1 });
      continue;
    }
    const need = needs.at(-1);
    const [, key, value] = /^([a-z]+):\s*(.+)$/.exec(line) ?? [];
    if (!need || !key || !value)
      throw new Error(`needs.txt, line ${where}: "${line}" is not a "name: value" of a need`);
    if (key === 'kk' || key === 'ru') need.phrases.push(...list(value, ','));
    else if (key === 'en') need.english.push(...list(value, ','));
    else if (key === 'listings') need.listings = list(value, /\s/).map((wish) => parseWish(wish, where));
    else if (key === 'lines') need.lines = list(value, /\s/);
    else if (key === 'weight' && Number(value) > 0) need.weight = Number(value);
    else throw new Error(`needs.txt, line ${where}: "${key}" is not known here`);
  }
  return needs;
}

function parseWish(text: string, where: number): Wish {
  const [, left = '', worth] = /^(.+)=(\d+)$/.exec(text) ?? [];
  const conditions = list(left, '&').map((condition) => {
    const [field = '', value = ''] = condition.split(':');
    return { field, value };
  });
  const readable = conditions.length > 0 && conditions.every(({ field, value }) => FIELDS.includes(field) && value);
  if (!readable) throw new Error(`needs.txt, line ${where}: "${text}" is not a condition like kind:state_centre=10`);
  return { conditions, worth: Number(worth) };
}

/** Places in the form of words/places.txt. Throws an error that names the line. */
export function parsePlaces(text: string): PlaceName[] {
  return said(text).map(({ line, where }) => {
    const [, region, city = '', names] = /^(KZ-\d\d),([^:]*):(.+)$/.exec(line) ?? [];
    if (!region || !names) throw new Error(`places.txt, line ${where}: "${line}" is not "KZ-00, city: names"`);
    return { region, city: city.trim() || null, names: list(names, ',') };
  });
}

export const loadNeeds = (): Need[] => parseNeeds(read('needs.txt'));
export const loadPlaces = (): PlaceName[] => parsePlaces(read('places.txt'));
export const loadGeneric = (): string[] => said(read('generic.txt')).flatMap(({ line }) => list(line, /\s/));
