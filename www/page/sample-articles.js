/** The articles of the sample. Where the page is bundled they stand in this module, so that nothing else is asked for. */

import { sourceOf } from './files.js';

/** Where the sample is, from the root of the site on. */
const FOLDER = 'www/samples/harbour/';

/** @type {{ name: string, file: string }[]} */
const list = JSON.parse(await readText(`${FOLDER}index.json`));

/** @type {import('./sample.js').Article[]} */
export const articles = await Promise.all(list.map(async ({ name, file }) => ({ name, text: await readText(FOLDER + file) })));

/** @param {string} path */
async function readText(path) {
  const response = await fetch(await sourceOf(path));
  if (!response.ok) throw new Error(`The sample cannot be loaded: ${path} answered ${response.status}.`);
  return response.text();
}
