/**
 * The analysis behind the desks of a page: desks that ask for the same one share it, and the last that goes frees it.
 *
 * @typedef {import('../../pkg/index.js').Core} Core
 */

import { load } from '../../pkg/index.js';

/** @type {Map<string, { core: Promise<Core>, users: number }>} */
const shared = new Map();

/**
 * @param {string | null} worker What the attribute says: an address of its script, nothing for the package's own, null
 *   for this thread.
 * @param {string | null} base Where the files of the core are; null when they are beside the package's scripts.
 * @param {boolean} model Whether its desks have the model of names, which holds for all of them.
 * @returns {{ core: Promise<Core>, release: () => void }} `release` says that it is not used any more.
 */
export function useCore(worker, base, model) {
  const key = JSON.stringify([worker, base, model]);
  const entry = shared.get(key) ?? { core: open(worker, base), users: 0 };
  shared.set(key, entry);
  entry.users += 1;
  let using = true;
  return {
    core: entry.core,
    release() {
      if (!using) return;
      using = false;
      entry.users -= 1;
      if (entry.users > 0) return;
      if (shared.get(key) === entry) shared.delete(key);
      entry.core.then((core) => core.dispose()).catch(() => {});
    },
  };
}

/**
 * Lets the next desk that asks begin anew: this analysis broke down.
 *
 * @param {Promise<Core>} core
 */
export function forgetCore(core) {
  for (const [key, entry] of shared) if (entry.core === core) shared.delete(key);
}

/**
 * @param {string | null} worker
 * @param {string | null} base
 */
function open(worker, base) {
  const beside = (/** @type {string} */ file) => (base === null ? undefined : new URL(file, new URL(base, document.baseURI)));
  return load({
    apart: true,
    worker: worker === null ? false : worker === '' || new URL(worker, document.baseURI),
    wasm: beside('wiremark_core_bg.wasm'),
    lexicon: beside('lexicon.bin'),
  });
}
