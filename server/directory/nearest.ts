import type { Listing, Region } from '../../shared/directory.ts';

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export interface Point {
  lat: number;
  lon: number;
}

/** Great-circle kilometres between two points in degrees. */
export function kilometres(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** Every region's distance in kilometres from one of them. An entry is taken to be where its region's centre is. */
export function distancesFrom(home: Region, regions: Iterable<Region>): Map<string, number> {
  return new Map([...regions].map((region) => [region.code, kilometres(home, region)]));
}

/** The distance of an entry; an online group is near everyone. */
export const farFrom = (listing: Listing, distances: ReadonlyMap<string, number>): number =>
  listing.region === null ? 0 : (distances.get(listing.region) ?? Number.POSITIVE_INFINITY);
