/** The sample: five versions of one invented story. Where the page is bundled, this module holds them itself. */

import { sourceOf } from './files.js';

/** Where the sample is, from the root of the site on. */
const FOLDER = 'www/samples/harbour/';

/** @typedef {import('../element/workspace.js').Article} Article */

/**
 * @returns {Promise<Article[]>}
 * @throws {Error} When a file of the sample is missing.
 */
export async function fetchSample() {
  /** @type {{ name: string, file: string }[]} */
  const list = JSON.parse(await readText(`${FOLDER}index.json`));
  return Promise.all(list.map(async ({ name, file }) => ({ name, text: await readText(FOLDER + file) })));
}

/** @param {string} path */
async function readText(path) {
  const response = await fetch(await sourceOf(path));
  if (!response.ok) throw new Error(`The sample cannot be loaded: ${path} answered ${response.status}.`);
  return response.text();
}
