import type { DirectoryData } from '../../server/ports/directory.ts';
import type { Listing } from '../../shared/directory.ts';

const SYLLABLES = ['ал', 'бек', 'сан', 'тау', 'мір', 'жан', 'құр', 'дос', 'ай', 'нұр', 'ша', 'көл', 'ер', 'қан', 'зи'];

/** A directory of any size for measuring: the seed's entries over and over, each copy with a name and a street of its own. */
export function manyListings({ listings, regions }: DirectoryData, size: number): Listing[] {
  const made: Listing[] = [];
  for (let n = 0; n < size; n++) {
    const original = listings[n % listings.length];
    if (!original) break;
    const own = name(n);
    const region = n < listings.length ? original.region : (regions[n % regions.length]?.code ?? null);
    made.push({
      ...original,
      id: n < listings.length ? original.id : `${original.id}-${n}`,
      slug: n < listings.length ? original.slug : `${original.slug}-${n}`,
      name: n < listings.length ? original.name : named(original, own),
      region,
      city: region === original.region ? original.city : (regions[n % regions.length]?.cities[0] ?? ''),
      address: { ru: `${original.address.ru} ${own}`, kk: original.address.kk },
    });
  }
  return made;
}

const named = ({ name: { kk, ru, en } }: Listing, own: string): Listing['name'] => ({
  kk: `${kk} «${own}»`,
  ru: `${ru} «${own}»`,
  en: `${en} "${own}"`,
});

function name(n: number): string {
  let rest = n * 2_654_435_761;
  let made = '';
  for (let part = 0; part < 3; part++) {
    rest = Math.floor(rest / 7) + part;
    made += SYLLABLES[Math.abs(rest) % SYLLABLES.length] ?? '';
  }
  return made;
}
