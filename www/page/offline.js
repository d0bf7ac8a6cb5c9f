/**
 * Has the browser keep the page for when there is no network, where `cargo xtask dist` gave it a version. A browser that
 * does not, as in a private window, shows the page all the same.
 */
export function keepForOffline() {
  if (!document.documentElement.dataset.version || !navigator.serviceWorker) return;
  navigator.serviceWorker.register('service-worker.js').catch(() => {});
}

/** Lets go of every file of the page that is kept. The next visit keeps it again. */
export async function forgetOffline() {
  if (!navigator.serviceWorker) return;
  const worker = await navigator.serviceWorker.getRegistration();
  await worker?.unregister();
  const kept = (await caches.keys()).filter((name) => name.startsWith(`wiremark ${worker?.scope} `));
  await Promise.all(kept.map((name) => caches.delete(name)));
}
