/** What a visitor asked to keep on the device: this page's language, its numbers and the help page, with what they need to be shown. */

/** The one place of it in the browser's storage. */
export const STORE = 'tirek-contacts';
/** A kept copy older than this is read again when there is a network, ms. */
const FRESH = 24 * 3_600_000;

/**
 * Reads the pages and the files they name and puts them into the store. Rejects, with nothing kept, when one cannot be read.
 * `anew`: another look at what is kept; nothing happens when it was forgotten while the pages were read.
 */
export async function keep(pages: readonly string[], anew = false): Promise<void> {
  const read = await Promise.all(pages.map(async (page) => [page, await good(page)] as const));
  const files = await Promise.all(read.map(async ([, response]) => filesOf(await response.clone().text())));
  const named = [...new Set(files.flat())];
  const loaded = await Promise.all(named.map(async (file) => [file, await good(file)] as const));
  if (anew && !(await caches.has(STORE))) return;
  const store = await caches.open(STORE);
  await Promise.all([...read, ...loaded].map(([path, response]) => store.put(path, response)));
  const wanted = new Set([...pages, ...named]);
  const old = (await store.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(old.map((request) => store.delete(request)));
}

async function good(path: string): Promise<Response> {
  const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Style sheets, scripts and the icon that a page names. */
const filesOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/(?:assets\/[\w.-]+|favicon\.svg))"/g)].map(([, path = '']) => path);

/** The kept pages whose copy is due for another look; none when nothing is kept. */
export async function stalePages(now: number): Promise<string[]> {
  if (!(await caches.has(STORE))) return [];
  const store = await caches.open(STORE);
  const pages = (await store.keys()).map(({ url }) => new URL(url).pathname).filter((path) => !/\.\w+$/.test(path));
  const copies = await Promise.all(pages.map((path) => store.match(path)));
  const old = copies.some((copy) => now - Date.parse(copy?.headers.get('date') ?? '') > FRESH);
  return old ? pages : [];
}

/** Forgets everything. */
export const forget = (): Promise<boolean> => caches.delete(STORE);
