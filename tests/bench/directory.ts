/**
 * `npm run bench`: searches and pages of the directory at 300 and at 20,000 entries, one after another on one core, beside the
 * same question put to the REST API of the embedded database each time. Wall and CPU time: the second is what a search costs
 * when other processes want the machine too.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSupabase } from '../../server/database/open.ts';
import { readDirectory } from '../../server/database/read-directory.ts';
import { seedDirectory } from '../../server/database/seed.ts';
import { createDirectory } from '../../server/directory/snapshot.ts';
import { directoryView } from '../../server/directory/view.ts';
import type { Client } from '../../server/ports/database.ts';
import type { DirectoryData } from '../../server/ports/directory.ts';
import type { Listing } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import type { PageView } from '../../shared/pages.ts';
import { manyListings } from '../directory/many.ts';

const SIZES = [300, 20_000];
const ROUNDS = 20;
const BATCH = 500;
const BUNDLE = new URL('../../dist/pages/pages.js', import.meta.url);

interface Query {
  q: string;
  lang: Lang;
}

const queries: Query[] = readFileSync(new URL('../directory/queries.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Query);

/** Asks every question `rounds` times after one to warm up, and prints what it took in milliseconds. */
async function measure(what: string, rounds: number, ask: (query: Query) => unknown): Promise<void> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const query of queries) {
      const [start, used] = [performance.now(), process.threadCpuUsage()];
      await ask(query);
      if (round === 0) continue;
      const { user, system } = process.threadCpuUsage(used);
      wall.push(performance.now() - start);
      cpu.push((user + system) / 1000);
    }
  }
  const second = (1000 * wall.length) / wall.reduce((sum, ms) => sum + ms, 0);
  console.log(`  ${what.padEnd(22)} ${second.toFixed(0).padStart(7)}/s   wall ${spread(wall)}   CPU ${spread(cpu)}`);
}

function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2).padStart(7);
  return `p50 ${at(0.5)} p99 ${at(0.99)} ms`;
}

/** The question as a client of the REST API would put it: the words in any of the names, the city or the address. */
async function askRest(client: Client, { q }: Query): Promise<void> {
  const fields = ['name_kk', 'name_ru', 'name_en', 'organisation_ru', 'city_ru', 'address_ru'];
  const words = q.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''));
  const wanted = words.flatMap((word) => fields.map((field) => `${field}.ilike.*${word}*`));
  await client.from('listings').select('*').eq('status', 'published').or(wanted.join(',')).limit(50).throwOnError();
}

/** Copies of the seed's rows under the names and places of `listings`. */
async function fill(service: Client, listings: Listing[]): Promise<void> {
  const { data: rows } = await service.from('listings').select('*').throwOnError();
  const known = new Set(rows.map(({ id }) => id));
  const fresh = listings.filter(({ id }) => !known.has(id));
  for (let at = 0; at < fresh.length; at += BATCH) {
    const batch = fresh.slice(at, at + BATCH).map(({ id, slug, name, region, city, address }, n) => ({
      ...(rows[(at + n) % rows.length] as (typeof rows)[number]),
      ...{ id, slug, name_kk: name.kk, name_ru: name.ru, name_en: name.en, region_iso: region, city_ru: city },
      address_ru: address.ru,
    }));
    await service.from('listings').insert(batch).throwOnError();
  }
}

async function compare(data: DirectoryData, size: number, client: Client): Promise<void> {
  const read = async () => ({ ...data, listings: manyListings(data, size) });
  const directory = await createDirectory({ read, file: null, clock: Date.now });
  const start = performance.now();
  await directory.refresh();
  console.log(`${size} entries (read and built in ${(performance.now() - start).toFixed(0)} ms)`);
  await measure('search', ROUNDS, ({ q, lang }) => directory.search({ q, lang, region: null, kind: null, limit: 50 }));
  if (existsSync(BUNDLE)) {
    const { renderPage } = (await import(BUNDLE.href)) as { renderPage: (view: PageView) => string };
    const common = { origin: '', lines: [...directory.helplines()].slice(0, 5) };
    const page = ({ q, lang }: Query) => {
      const view = directoryView(directory, { q }, { lang, now: Date.now() });
      return renderPage({ ...common, lang, path: '/directory', ...view });
    };
    await measure('page, rendered', 2, page);
  } else console.log('  (pages are not built: npm run build)');
  await measure('REST API each time', 1, (query) => askRest(client, query));
}

const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
const { supabase } = await openSupabase({ dataDir: join(folder, 'data'), supabase: null });
try {
  await seedDirectory(supabase.asService());
  const data = await readDirectory(supabase.asPublic());
  for (const size of SIZES) {
    await fill(supabase.asService(), manyListings(data, size));
    await compare(data, size, supabase.asPublic());
  }
} finally {
  await supabase.close();
  rmSync(folder, { recursive: true });
}
