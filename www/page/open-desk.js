import { load } from '../../pkg/index.js';
import { sourceOf, worker } from './files.js';

/**
 * Opens the desk behind the page, in a Worker. A page opened as a file has to bring the Worker's script along, and not
 * every browser starts one that way: there the analysis runs in the page.
 *
 * @returns {Promise<import('../../pkg/index.js').Desk>}
 */
export async function openDesk() {
  const [wasm, lexicon] = await Promise.all(['pkg/wiremark_core_bg.wasm', 'pkg/lexicon.bin'].map(sourceOf));
  const sources = { wasm, lexicon };
  try {
    return await load({ worker, ...sources });
  } catch (error) {
    if (worker === true) throw error;
    return load(sources);
  }
}

/** Where the model of names is. */
export async function modelSource() {
  return sourceOf('pkg/model.bin');
}
