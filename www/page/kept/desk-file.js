/**
 * A desk as one JSON file, to be kept elsewhere or sent to a colleague.
 *
 * @typedef {object} DeskFile
 * @property {'wiremark-desk/1'} schema
 * @property {string} name
 * @property {import('../../element/workspace.js').Article[]} articles
 * @property {string[]} ticked Findings that were ticked off.
 * @property {import('../names/kinds.js').OwnName[]} names What was said of names for this desk.
 */

import { nameOf } from '../names/list-file.js';

const SCHEMA = 'wiremark-desk/1';

/**
 * @param {Omit<DeskFile, 'schema'>} desk
 * @returns {Blob}
 */
export function deskFile({ name, articles, ticked, names }) {
  const file = { schema: SCHEMA, name, articles, ticked, names };
  return new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' });
}

/**
 * Reads such a file.
 *
 * @param {File} file
 * @returns {Promise<DeskFile>}
 * @throws {Error} When it is something else; the message names the file and what is wrong.
 */
export async function readDeskFile(file) {
  const wrong = (/** @type {string} */ why) => new Error(`${file.name} could not be opened: ${why}`);
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    throw wrong('it is not JSON. A desk is saved with “Save to a file”.');
  }
  if (!isRecord(read) || read.schema !== SCHEMA) throw wrong(`it is not a desk (“schema” is not “${SCHEMA}”).`);
  const { name, articles, ticked, names = [] } = read;
  if (!Array.isArray(articles)) throw wrong('it has no list of articles.');
  const known = articles.map((article, index) => {
    if (!isRecord(article) || typeof article.text !== 'string') throw wrong(`article ${index + 1} has no text.`);
    const { name, text, collapsed } = article;
    return { name: typeof name === 'string' ? name : '', text, ...(collapsed === true ? { collapsed } : {}) };
  });
  if (!Array.isArray(names)) throw wrong('its “names” are no list.');
  return {
    schema: SCHEMA,
    name: typeof name === 'string' ? name : '',
    articles: known,
    ticked: Array.isArray(ticked) ? ticked.filter((key) => typeof key === 'string') : [],
    names: names.map((own, index) => nameOf(own, `${file.name}, name ${index + 1}`)),
  };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
