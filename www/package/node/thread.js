import { Worker as Thread } from 'node:worker_threads';

/** Starts the analysis in a thread, which is handled like a Worker of a browser. */
export function startThread() {
  const thread = new Thread(new URL('./worker.js', import.meta.url), { name: 'wiremark' });
  const worker = {
    /** @param {string} type @param {(event: object) => void} listener */
    addEventListener(type, listener) {
      thread.on(type, (/** @type {any} */ it) =>
        listener(type === 'message' ? { data: it } : { message: it.message, preventDefault() {} }),
      );
    },
    postMessage: (/** @type {unknown} */ message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  };
  return /** @type {Worker} */ (/** @type {unknown} */ (worker));
}
