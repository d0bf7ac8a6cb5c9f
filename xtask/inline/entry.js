/**
 * The package in one script that asks for no file: core, lexicon and the Worker's script are in it. `bundle.mjs` puts
 * them there, each compressed and in base64.
 */

import { files } from '../../www/package/files.js';
import { workers } from '../../www/package/worker-client.js';
import { held } from 'held';

export * from '../../www/package/index.js';
export * from '../../www/package/marks.js';

/**
 * What is held under a name.
 *
 * @param {keyof typeof held} name
 */
function opened(name) {
  const compressed = Uint8Array.from(atob(held[name]), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')));
}

files.wasm = () => opened('wasm').arrayBuffer();
files.lexicon = () => opened('lexicon').arrayBuffer();
files.model = () => Promise.reject(new Error('the inline build holds no model'));
workers.start = () => new Worker(URL.createObjectURL(new Blob([held.worker], { type: 'text/javascript' })), { name: 'wiremark' });
