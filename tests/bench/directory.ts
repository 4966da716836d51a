/** `npm run bench`: how long a search takes in this process, at 300 and at 20,000 entries. */
import { readFileSync } from 'node:fs';
import { Search } from '../../server/directory/search.ts';
import type { DirectoryData } from '../../server/ports/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { seededDirectory } from '../directory/data.ts';
import { manyListings } from '../directory/many.ts';

const ROUNDS = 20;
const queries = readFileSync(new URL('../directory/queries.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { q: string; lang: Lang });

/** p50 and p99 in milliseconds of every query asked `ROUNDS` times, after a round to warm up. */
function measure(search: Search): { p50: number; p99: number; worst: string } {
  const times: { ms: number; q: string }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { q, lang } of [...queries, { q: '', lang: 'kk' as const }]) {
      const start = performance.now();
      search.ask({ q, lang, region: null, kind: null });
      if (round > 0) times.push({ ms: performance.now() - start, q });
    }
  }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? { ms: Number.NaN, q: '' };
  return { p50: at(0.5).ms, p99: at(0.99).ms, worst: times.at(-1)?.q ?? '' };
}

const data: DirectoryData = await seededDirectory();
for (const size of [300, 20_000]) {
  const start = performance.now();
  const search = new Search({ ...data, listings: manyListings(data, size) }, Date.now());
  const built = performance.now() - start;
  const { p50, p99, worst } = measure(search);
  console.log(
    `${size} entries: built in ${built.toFixed(0)} ms; search p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; slowest "${worst}"`,
  );
}
