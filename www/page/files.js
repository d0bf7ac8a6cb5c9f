/**
 * Where the page's own files are: on the server that it came from. In the single file, `single/files.js` takes the place
 * of this module.
 */

/**
 * @param {string} path From the root of the site on.
 * @returns {Promise<URL>} The file's address; in the single file it is the file itself.
 */
export async function sourceOf(path) {
  return new URL(`../../${path}`, import.meta.url);
}

/**
 * Fetches what the core is made of. The page compiles it while its Worker starts.
 *
 * @returns {import('../../pkg/index.js').Sources}
 */
export function coreSources() {
  const [wasm, lexicon] = ['wiremark_core_bg.wasm', 'lexicon.bin'].map((file) => new URL(`../../pkg/${file}`, import.meta.url));
  return {
    // The package says what is wrong with an address.
    wasm: WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm),
    lexicon: fetch(lexicon)
      .then(async (response) => (response.ok ? response.arrayBuffer() : lexicon))
      .catch(() => lexicon),
  };
}

/** Starts the Worker for the analysis, where it is not the package's own. @type {null | (() => Worker)} */
export const coreWorker = null;

/**
 * @param {string} path A module, from the root of the site on.
 * @returns {Promise<Worker>}
 */
export async function startWorker(path) {
  return new Worker(await sourceOf(path), { type: 'module' });
}
