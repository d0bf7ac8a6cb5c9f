import { sourceOf } from './files.js';

/** Where the sample is, from the root of the site on. */
const FOLDER = 'www/samples/harbour/';

/** @typedef {import('../element/workspace.js').Article} Article */

/** @type {Promise<Article[]> | null} */
let sample = null;

/**
 * Fetches the sample, once: five versions of one invented story.
 *
 * @returns {Promise<Article[]>}
 * @throws {Error} When a file of the sample is missing.
 */
export async function fetchSample() {
  try {
    return await (sample ??= fetchArticles());
  } catch (error) {
    sample = null;
    throw error;
  }
}

/** @returns {Promise<Article[]>} */
async function fetchArticles() {
  /** @type {{ name: string, file: string }[]} */
  const list = JSON.parse(await readText(`${FOLDER}index.json`));
  return Promise.all(list.map(async ({ name, file }) => ({ name, text: await readText(FOLDER + file) })));
}

/** @param {string} path */
async function readText(path) {
  /** @type {URL | ArrayBuffer} */
  const source = await sourceOf(path);
  if (source instanceof ArrayBuffer) return new TextDecoder().decode(source);
  const response = await fetch(source);
  if (!response.ok) throw new Error(`The sample cannot be loaded: ${path} answered ${response.status}.`);
  return response.text();
}
