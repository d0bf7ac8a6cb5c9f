/**
 * wiremark: compares the versions of a news story as they are written.
 *
 * Importing this module does nothing; `load()` fetches the core and opens a desk.
 *
 * @module wiremark
 */

import { openFunctions } from './core.js';
import { Desk } from './desk.js';
import { openHere } from './here.js';
import { openWorker } from './worker-client.js';

export { attach } from './attach.js';
export { Desk } from './desk.js';
export { editBetween, shifted } from './edit.js';
export { LAYERS, SURE, marksOf } from './layers.js';
export { LoadError } from './load-error.js';
export { Mirror } from './mirror.js';
export { Painter } from './painter.js';

/**
 * Where a file of the core is, when it is not beside this module: an address, or the bytes themselves.
 *
 * @typedef {string | URL | BufferSource} Source
 */

/**
 * A file of the core, or the promise of one that is on its way already.
 *
 * @typedef {Source | Promise<Source>} Coming
 */

/**
 * @typedef {object} Sources
 * @property {Coming} [wasm] `wiremark_core_bg.wasm`
 * @property {Coming} [lexicon] `lexicon.bin`
 */

/**
 * Opens an empty desk.
 *
 * @param {Sources & { worker?: boolean | string | URL }} [options] With `worker: true` the analysis runs in a Worker of
 *   its own, and the calling thread stays free; the desk answers the same either way. An address is that of the Worker's
 *   script, for a host that puts `worker.js` and what it imports into one classic script.
 * @returns {Promise<Desk>}
 * @throws {LoadError} When a file of the core is missing or cannot be read. The message names it and the mend.
 */
export async function load({ worker = false, ...sources } = {}) {
  return new Desk(worker ? await openWorker(sources, worker) : await openHere(sources));
}

/**
 * Loads the core for one thing alone: where the sentences of a text stand. It needs no desk and no lexicon.
 *
 * @param {Pick<Sources, 'wasm'>} [sources]
 * @returns {Promise<(text: string) => Uint32Array>} A function that answers at once, in this thread: the start and the
 *   end of each sentence in turn, in UTF-16 code units.
 * @throws {LoadError} When the core is missing or cannot be read. The message names the file and the mend.
 */
export async function loadSentences(sources = {}) {
  return (await openFunctions(sources)).sentences;
}

/**
 * What two texts share, or what differs in it. Offsets are UTF-16 code units.
 *
 * @typedef {object} Finding
 * @property {'verbatim' | 'edited' | 'rewritten' | 'quote' | 'figure'} kind How closely two passages agree; or a quote
 *   that changed, or figures that differ.
 * @property {{ start: number, end: number }} a In the first text.
 * @property {{ start: number, end: number }} b In the second.
 */

/**
 * Loads the core to compare two texts at a time. It needs no desk and no lexicon.
 *
 * @param {Pick<Sources, 'wasm'>} [sources]
 * @returns {Promise<(first: string, second: string) => Finding[]>} A function that answers at once, in this thread.
 * @throws {LoadError} When the core is missing or cannot be read. The message names the file and the mend.
 */
export async function loadCompare(sources = {}) {
  const { compare } = await openFunctions(sources);
  return (first, second) => {
    const numbers = compare(first, second);
    return Array.from({ length: numbers.length / 5 }, (_, index) => {
      const [kind = 0, startA = 0, endA = 0, startB = 0, endB = 0] = numbers.subarray(index * 5, index * 5 + 5);
      return { kind: FINDINGS[kind] ?? 'verbatim', a: { start: startA, end: endA }, b: { start: startB, end: endB } };
    });
  };
}

/**
 * The kinds, by the number that the core gives them.
 * @type {Finding['kind'][]}
 */
const FINDINGS = ['verbatim', 'edited', 'rewritten', 'quote', 'figure'];
