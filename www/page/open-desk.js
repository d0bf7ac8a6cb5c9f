/**
 * The desk behind the page. It has the longest way, a Worker and the core's files, so the page has this module run while the
 * rest of it is still read.
 */

import { Desk, load } from '../../pkg/index.js';
import { coreSources, coreWorker, sourceOf } from './files.js';

/** @type {import('../../pkg/index.js').Core | undefined} */
let core;

/**
 * The first desk, under way as soon as this module is.
 *
 * @type {Promise<Desk> | null}
 */
let first = open();
// Whoever takes it is told why there is none.
first.catch(() => {});

/**
 * Opens the desk.
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
  // A desk is asked for again when the one before broke down, and its core with it.
  core?.dispose();
  const sources = coreSources();
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
