/**
 * Keeps the pages a visitor asked to keep, and serves them when there is no network. Registered only by a tap on "Keep these
 * contacts on this device", gone with the same button. It writes down nothing of what is visited. Built as one file without
 * imports: not every browser runs modules in a service worker, so the page shares no code with it.
 */
import { forget, keep, STORE, stalePages } from './kept.ts';

/** The parts of ServiceWorkerGlobalScope used here; the library of types for workers does not stand beside the one for pages. */
interface Asked extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}
interface Told extends Asked {
  /** Paths to keep; none of them: forget all. */
  data: string[];
  ports: MessagePort[];
}
interface Scope {
  addEventListener(name: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(name: 'message', listener: (event: Told) => void): void;
  addEventListener(name: 'install' | 'activate', listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const scope = self as unknown as Scope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => {
  const work = event.data.length > 0 ? keep(event.data) : forget();
  event.waitUntil(
    work.then(
      () => event.ports[0]?.postMessage(true),
      () => event.ports[0]?.postMessage(false),
    ),
  );
});
scope.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/desk')) return;
  if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => kept(pathname)));
    event.waitUntil(refresh());
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(fetch(event.request).catch(() => kept(pathname)));
  }
});

/** The kept copy; of an address that was not kept, the page with the numbers. */
async function kept(pathname: string): Promise<Response> {
  // Opening would make it anew in a browser that has been told to forget.
  if (!(await caches.has(STORE))) return Response.error();
  const store = await caches.open(STORE);
  const own = await store.match(pathname);
  if (own) return own;
  const pages = await store.keys();
  const numbers = pages.find(({ url }) => url.endsWith('/contacts'));
  return (numbers && !pathname.includes('.') && (await store.match(numbers))) || Response.error();
}

/** A stale copy is read again; without a network it stays as it is. */
async function refresh(): Promise<void> {
  const pages = await stalePages(Date.now());
  if (pages.length > 0) await keep(pages, true).catch(() => {});
}
