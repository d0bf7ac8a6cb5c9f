/**
 * The desks kept in this browser, by IndexedDB. Each text is a record of its own, so that a keystroke writes the one
 * article that it changed.
 *
 * @typedef {import('../names/kinds.js').OwnName} OwnName
 *
 * @typedef {object} KeptArticle
 * @property {string} id
 * @property {string} name Empty where the person gave none.
 * @property {string} text
 * @property {boolean} [collapsed] Whether only its name is shown.
 *
 * @typedef {object} KeptDesk
 * @property {string} id
 * @property {string} name
 * @property {number} changed Milliseconds since 1970.
 * @property {KeptArticle[]} articles
 * @property {string[]} ticked Findings that were ticked off.
 * @property {OwnName[]} [names] What was said of names for this desk alone.
 *
 * @typedef {Omit<KeptDesk, 'articles'> & { articles: Omit<KeptArticle, 'text'>[] }} Record A desk without its texts.
 */

import { clear, createStore, delMany, getMany, get, keys, setMany, update } from '../../vendor/idb-keyval/index.js';

const store = createStore('wiremark', 'desks');

/** Where the names for good are. */
const NAMES = 'names';

/** @param {string} id */
const deskKey = (id) => `desk ${id}`;

/** @param {string} id */
const textKey = (id) => `text ${id}`;

/**
 * The desks without their texts, the last changed first.
 *
 * @returns {Promise<Record[]>}
 */
export async function listDesks() {
  const all = await keys(store);
  const desks = await getMany(all.filter((key) => String(key).startsWith(deskKey(''))), store);
  return /** @type {Record[]} */ (desks).sort((one, two) => two.changed - one.changed);
}

/**
 * A desk with its texts.
 *
 * @param {Record} desk
 * @returns {Promise<KeptDesk>}
 */
export async function loadDesk(desk) {
  const texts = await getMany(desk.articles.map(({ id }) => textKey(id)), store);
  return { ...desk, articles: desk.articles.map((article, index) => ({ ...article, text: String(texts[index] ?? '') })) };
}

/**
 * Writes a desk, and those of its texts that changed.
 *
 * @param {Record} desk
 * @param {Map<string, string>} texts By the article's id.
 * @returns {Promise<void>}
 */
export async function saveDesk(desk, texts) {
  /** @type {[string, unknown][]} */
  const written = [...texts].map(([id, text]) => [textKey(id), text]);
  await setMany([[deskKey(desk.id), desk], ...written], store);
}

/**
 * Removes texts of articles that are gone from their desk.
 *
 * @param {string[]} ids
 */
export function removeTexts(ids) {
  return delMany(ids.map(textKey), store);
}

/** @param {Record} desk */
export function removeDesk(desk) {
  return delMany([deskKey(desk.id), ...desk.articles.map(({ id }) => textKey(id))], store);
}

/** @returns {Promise<OwnName[]>} The names for good. */
export async function loadNames() {
  return (await get(NAMES, store)) ?? [];
}

/**
 * Changes the names for good, as they are by now: another tab may have added some.
 *
 * @param {(names: OwnName[]) => OwnName[]} change
 * @returns {Promise<void>}
 */
export function changeNames(change) {
  return update(NAMES, (known) => change(known ?? []), store);
}

/** Removes everything that was ever kept. */
export function removeEverything() {
  return clear(store);
}
