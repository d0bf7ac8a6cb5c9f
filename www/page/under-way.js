/**
 * What has the longest way, asked for before anything else of the page: the Worker of the core, and the core's files. No
 * module, because a module waits for the page to be read; `open-desk.js` takes it up. The single file does without.
 */
{
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const at = (/** @type {string} */ file) => new URL(`../../pkg/${file}`, here);
  const [wasm, lexicon] = [at('wiremark_core_bg.wasm'), at('lexicon.bin')];
  const worker = new Worker(at('worker.js'), { type: 'module', name: 'wiremark' });
  const underWay = {
    /** @type {Worker | true} The package's own when this one did not start: whoever starts that is told why. */
    worker,
    sources: {
      // The package says what is wrong with an address.
      wasm: WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm),
      lexicon: fetch(lexicon)
        .then(async (response) => (response.ok ? response.arrayBuffer() : lexicon))
        .catch(() => lexicon),
    },
  };
  worker.addEventListener('error', () => (underWay.worker = true), { once: true });
  Object.assign(globalThis, { underWay });
  // Newcomers are shown the sample.
  let isFirstVisit = true;
  try {
    isFirstVisit = localStorage.length === 0;
  } catch {
    // Every visit is, where nothing may be kept.
  }
  if (isFirstVisit || location.search === '?sample') import('./sample.js').then(({ fetchSample }) => fetchSample()).catch(() => {});
}
