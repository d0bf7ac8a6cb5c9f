/** The Worker's end in a thread of Node.js. */

import { parentPort } from 'node:worker_threads';
import './files.js';

Object.assign(globalThis, {
  postMessage: (/** @type {unknown} */ message) => parentPort?.postMessage(message),
  addEventListener: (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) =>
    parentPort?.on(type, (data) => listener({ data })),
});
await import('../worker.js');
