/**
 * wiremark: compares the versions of a news story as they are written.
 *
 * Importing this module does nothing; `load()` fetches what it needs.
 *
 * @module wiremark
 */

import { Core } from './core.js';
import { Desk } from './desk.js';
import { Engine, openCore } from './engine.js';
import { openWorker } from './worker-client.js';

export { Core } from './core.js';
export { Desk } from './desk.js';
export { ClosedError, CrashError, LoadError } from './errors.js';

/**
 * Where a file of the package is, or what is in it.
 *
 * @typedef {import('./files.js').Source} Source
 */

/**
 * The model of names: true for the one beside this module, false for none.
 *
 * @typedef {boolean | import('./files.js').Coming} Model
 */

/**
 * The files of the package, where they are not beside this module: each an address, an answer of `fetch` or the bytes,
 * or the promise of one.
 *
 * @typedef {object} Sources
 * @property {import('./files.js').Coming<Source | WebAssembly.Module>} [wasm] `wiremark_core_bg.wasm`
 * @property {import('./files.js').Coming} [lexicon] `lexicon.bin`
 * @property {Model} [model] `model.bin`, which reads names better. Without it none is loaded; `loadModel` of the core
 *   can fetch it later.
 */

/**
 * Loads the analysis. Desks, `annotate` and `compare` then use it.
 *
 * @param {Sources & { worker?: boolean | string | URL | Worker, signal?: AbortSignal, apart?: boolean }} [options] With
 *   `worker: true` the analysis runs in a Worker of its own, and the calling thread stays free; the answers are the same.
 *   An address is that of a module to start as one, for a host that serves `worker.js` elsewhere. The signal ends the
 *   loading. With `apart: true` only desks that name the core use it, as those of `<wiremark-desk>` do.
 * @returns {Promise<Core>} Only needed to load the model later, to dispose of everything, or to load another beside it.
 * @throws {LoadError} When a file is missing or cannot be read. The message names it and the mend.
 */
export async function load({ worker = false, signal, apart, ...sources } = {}) {
  const core = new Core(
    (closed, fail) => (worker ? openWorker(sources, worker, closed, fail) : Engine.open(sources)),
    apart,
  );
  return core.ready(signal);
}

/**
 * What is known about one text.
 *
 * @param {string} text
 * @param {Asking} [options]
 * @returns {Promise<import('./contract.js').Report>}
 */
export function annotate(text, options) {
  return compare([text], options);
}

/**
 * What is known about some texts: what they share, how they differ, and who is named.
 *
 * @param {(string | { name: string, text: string })[]} texts
 * @param {Asking} [options]
 * @returns {Promise<import('./contract.js').Report>}
 */
export async function compare(texts, { core, signal } = {}) {
  const desk = new Desk({ core });
  try {
    const articles = texts.map((text) => (typeof text === 'string' ? { name: '', text } : text));
    const adding = articles.map(({ name, text }) => desk.add(name, text));
    const [report] = await Promise.all([desk.report({ signal }), ...adding]);
    return report;
  } finally {
    desk.dispose();
  }
}

/**
 * @typedef {object} Asking
 * @property {Core} [core] Another than the one loaded last.
 * @property {AbortSignal} [signal] Ends the waiting: the promise is rejected with its reason.
 */

/**
 * Loads the core for one thing alone: where the sentences of a text stand. It needs no desk and no lexicon.
 *
 * @param {Pick<Sources, 'wasm'>} [sources]
 * @returns {Promise<(text: string) => Uint32Array>} A function that answers at once, in this thread: the start and the
 *   end of each sentence in turn, in UTF-16 code units.
 * @throws {LoadError} When the core is missing or cannot be read. The message names the file and the mend.
 */
export async function loadSentences(sources = {}) {
  return (await openCore(sources)).sentences;
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
  const { compare } = await openCore(sources);
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
