/*
 * A service worker for the pages of help alone: what was read once, and the other situations, can be read again without
 * a connection. It never keeps an answer that says it may not be stored, as those for somebody signed in do, and
 * answers nothing but help pages and the built files that they need (docs/decisions/help-without-a-connection.md).
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetchEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: WorkerEvent & { data: unknown; source: unknown }) => void,
  ): void;
}

const worker = globalThis as unknown as WorkerScope;

const cachePrefix = 'help-';
const cacheName = `${cachePrefix}1`;
/** Milliseconds to wait for the network if the page is cached. */
const timeoutMs = 4_000;
/** Milliseconds after which a cached page is refreshed. */
const freshForMs = 24 * 60 * 60 * 1_000;
const maxPages = 60;

const helpPath = /^(\/en)?\/help(\/[a-z][a-z0-9-]*)?$/;
const assetPath = /^\/assets\/[\w.-]+$/;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(cachePrefix) && name !== cacheName) await caches.delete(name);
      await worker.clients.claim();
    })(),
  ),
);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = ownPath(request.url);
  if (request.method !== 'GET' || path === undefined) return;
  if (request.mode === 'navigate' && helpPath.test(path)) event.respondWith(helpPage(request, path));
  else if (assetPath.test(path)) event.respondWith(builtFile(request));
});

/** Message with the paths to cache: `{ pages, assets }`. */
worker.addEventListener('message', (event) => {
  const message = event.data as { pages?: unknown; assets?: unknown } | null;
  const pages = pathsIn(message?.pages, helpPath).slice(0, maxPages);
  const assets = pathsIn(message?.assets, assetPath);
  event.waitUntil(keep(pages, assets));
});

/** Network first; falls back to the cache on failure or timeout. */
async function helpPage(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  const answered = fetch(request).then(async (answer) => {
    if (isCacheable(answer)) await cache.put(path, answer.clone());
    return answer;
  });
  if (!kept) return answered;
  const answer = await Promise.race([answered.catch(() => undefined), nothingAfter(timeoutMs)]);
  return answer && answer.status < 500 ? answer : kept;
}

/** Cache first: file names contain a content digest, so a cached file is never stale. */
async function builtFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request.url)) ?? fetch(request);
}

async function keep(pages: readonly string[], assets: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const isNewBuild = (await Promise.all(assets.map((path) => cache.match(path)))).some((kept) => !kept);
  for (const path of assets)
    if (!(await cache.match(path))) {
      const answer = await fetch(path, { credentials: 'omit' });
      if (answer.ok) await cache.put(path, answer);
    }
  for (const path of pages) {
    const kept = await cache.match(path);
    if (kept && !isNewBuild && isFresh(kept)) continue;
    // Fetch without cookies, as an anonymous visitor.
    const answer = await fetch(path, { credentials: 'omit' });
    if (isCacheable(answer)) await cache.put(path, answer);
  }
  if (isNewBuild && pages.length > 1) await forgetOtherFiles(cache, assets);
}

/** Deletes files of earlier builds after every page was refreshed. */
async function forgetOtherFiles(cache: Cache, assets: readonly string[]): Promise<void> {
  for (const request of await cache.keys()) {
    const path = ownPath(request.url) ?? '';
    if (assetPath.test(path) && !assets.includes(path)) await cache.delete(request);
  }
}

function isCacheable(answer: Response): boolean {
  const mayBeStored = !/no-store/.test(answer.headers.get('cache-control') ?? '');
  return answer.status === 200 && answer.type === 'basic' && !answer.redirected && mayBeStored;
}

function isFresh(answer: Response): boolean {
  return Date.now() - Date.parse(answer.headers.get('date') ?? '') < freshForMs;
}

function ownPath(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  return origin === location.origin ? pathname : undefined;
}

function pathsIn(sent: unknown, pattern: RegExp): string[] {
  return Array.isArray(sent) ? sent.filter((path) => typeof path === 'string' && pattern.test(path)) : [];
}

function nothingAfter(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
