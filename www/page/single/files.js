/**
 * Where the page's own files are when it is a single file: in the page itself, compressed and in base64, and the
 * Worker's script beside them. Nothing is fetched.
 */

/**
 * @param {string} path From the root of the site on.
 * @returns {Promise<ArrayBuffer>} The file.
 */
export async function sourceOf(path) {
  const held = document.getElementById(path)?.textContent;
  if (!held) throw new Error(`This page should hold ${path}, and does not: save it again, whole.`);
  const compressed = Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/**
 * What the core is made of.
 *
 * @returns {import('../../../pkg/index.js').Sources}
 */
export function coreSources() {
  return { wasm: sourceOf('pkg/wiremark_core_bg.wasm'), lexicon: sourceOf('pkg/lexicon.bin') };
}

const coreScript = await scriptOf('pkg/worker.js');

/** Starts the Worker for the analysis. @type {null | (() => Worker)} */
export const coreWorker = () => new Worker(coreScript, { name: 'wiremark' });

/**
 * @param {string} path A script in one piece, from the root of the site on.
 * @returns {Promise<Worker>}
 */
export async function startWorker(path) {
  return new Worker(await scriptOf(path));
}

/** @param {string} path */
async function scriptOf(path) {
  return URL.createObjectURL(new Blob([await sourceOf(path)], { type: 'text/javascript' }));
}
