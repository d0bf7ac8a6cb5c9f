import { Desk, load } from '../../pkg/index.js';
import { coreWorker, sourceOf } from './files.js';

/** @type {import('../../pkg/index.js').Core | undefined} */
let core;

/**
 * The first desk, under way as soon as this module is: the page asks for it ahead of its other scripts.
 *
 * @type {Promise<Desk> | null}
 */
let first = open();
// Whoever takes it is told why there is none.
first.catch(() => {});

/**
 * Opens the desk behind the page.
 *
 * @returns {Promise<Desk>}
 */
export function openDesk() {
  const desk = first ?? open();
  first = null;
  return desk;
}

/**
 * Opens a desk in a Worker. A page opened as a file has to bring the Worker's script along, and not every browser starts
 * one that way: there the analysis runs in the page.
 */
async function open() {
  const sources = { wasm: coming('pkg/wiremark_core_bg.wasm'), lexicon: coming('pkg/lexicon.bin') };
  // A desk is asked for again when the one before broke down, and its core with it.
  core?.dispose();
  try {
    core = await load({ worker: coreWorker?.() ?? true, ...sources });
  } catch (error) {
    if (!coreWorker) throw error;
    core = await load(sources);
  }
  return new Desk({ core });
}

/** Where the model of names is. */
export async function modelSource() {
  return sourceOf('pkg/model.bin');
}

/**
 * A file of the core, fetched while the Worker starts.
 *
 * @param {string} path
 * @returns {Promise<import('../../pkg/index.js').Source>}
 */
async function coming(path) {
  /** @type {URL | ArrayBuffer} */
  const source = await sourceOf(path);
  if (source instanceof ArrayBuffer) return source;
  const response = await fetch(source).catch(() => null);
  // The package says what is wrong with an address.
  return response?.ok ? response.arrayBuffer() : source;
}
