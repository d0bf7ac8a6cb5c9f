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
import { words } from '../words/index.js';

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
  const wrong = (/** @type {string} */ why) => new Error(words.deskNotOpened(file.name, why));
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    throw wrong(words.deskNoJson);
  }
  if (!isRecord(read) || read.schema !== SCHEMA) throw wrong(words.deskOther(SCHEMA));
  const { name, articles, ticked, names = [] } = read;
  if (!Array.isArray(articles)) throw wrong(words.deskNoArticles);
  const known = articles.map((article, index) => {
    if (!isRecord(article) || typeof article.text !== 'string') throw wrong(words.deskNoText(index + 1));
    const { name, text, collapsed } = article;
    return { name: typeof name === 'string' ? name : '', text, ...(collapsed === true ? { collapsed } : {}) };
  });
  if (!Array.isArray(names)) throw wrong(words.deskNoNames);
  return {
    schema: SCHEMA,
    name: typeof name === 'string' ? name : '',
    articles: known,
    ticked: Array.isArray(ticked) ? ticked.filter((key) => typeof key === 'string') : [],
    names: names.map((own, index) => nameOf(own, words.nameInFile(file.name, index + 1))),
  };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
