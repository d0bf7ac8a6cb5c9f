/**
 * Keeps the page for when there is no network. `cargo xtask dist` writes a line before this: BUILT, the version, which is
 * a hash of everything, and the addresses of everything with their hashes. All but a few files lie in a folder named by
 * the version, so that an update, which a reload brings, never meets a file of the version before.
 *
 * It is registered by a page that `cargo xtask dist` wrote, and by no other.
 */

// The types of a page do not know what a service worker has.
const worker = /** @type {any} */ (globalThis);

/** @type {{ version: string, files: [address: string, integrity: string][] }} */
const { version, files } = worker.BUILT;

/** How the caches of this site are called; the same host may have another copy of it. */
const CACHES = `wiremark ${worker.registration.scope} `;

/** So many versions are kept: a tab that was open during an update may still want something of the one before. */
const KEPT = 2;

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(keep());
  worker.skipWaiting();
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

/** Keeps all files of this version, or none: a server that is being updated fails the install, and the next visit tries again. */
async function keep() {
  const cache = await caches.open(CACHES + version);
  try {
    await cache.addAll(files.map(([address, integrity]) => new Request(address, { integrity, cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(CACHES + version);
    throw error;
  }
}

async function takeOver() {
  // The oldest come first.
  const others = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHES + version);
  await Promise.all(others.slice(0, -(KEPT - 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * What is kept, as it is kept; the page itself always of this version. What is not kept is asked of the server.
 *
 * @param {Request} request
 */
async function answer(request) {
  const { pathname } = new URL(request.url);
  const scope = new URL(worker.registration.scope).pathname;
  const page = pathname === scope || pathname === `${scope}index.html`;
  const kept = page ? await (await caches.open(CACHES + version)).match('./') : await caches.match(request);
  return kept ?? fetch(request);
}
