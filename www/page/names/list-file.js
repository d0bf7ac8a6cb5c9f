/**
 * A list of names as a file: JSON, `[{ "name": "…", "kind": "organisation", "aliases": ["…"], "id": "…" }]`, or CSV with a
 * heading of those four words, where a semicolon parts the aliases. Only name and kind must be there.
 *
 * @typedef {import('./kinds.js').OwnName} OwnName
 */

import { messageOf } from '../../../pkg/errors.js';
import dsvFormat from '../../vendor/d3-dsv/dsv.js';
import { words } from '../words/index.js';
import { isKind, KINDS } from './kinds.js';

/**
 * @param {File} file
 * @returns {Promise<OwnName[]>}
 * @throws {Error} When it is something else; the message names the file, the entry and what is wrong.
 */
export async function readNames(file) {
  const text = (await file.text()).replace(/^\uFEFF/, '');
  const entries = text.trimStart().startsWith('[') ? fromJson(file.name, text) : fromCsv(file.name, text);
  return entries.map((entry, index) => nameOf(entry, words.nameInFile(file.name, index + 1)));
}

/** @param {OwnName[]} names */
export function namesFile(names) {
  return new Blob([`${JSON.stringify(names, null, 2)}\n`], { type: 'application/json' });
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Record<string, unknown>[]}
 */
function fromJson(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(words.listNoJson(file, messageOf(error)));
  }
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Record<string, unknown>[]}
 */
function fromCsv(file, text) {
  const [heading = [], ...rows] = dsvFormat(',').parseRows(text);
  const columns = heading.map((column) => column.trim().toLowerCase());
  if (!columns.includes('name') || !columns.includes('kind'))
    throw new Error(words.listNoHeading(file));
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => {
      const cells = Object.fromEntries(columns.map((column, index) => [column, (row[index] ?? '').trim()]));
      return { ...cells, aliases: (cells.aliases ?? '').split(';') };
    });
}

/**
 * A name as it was read.
 *
 * @param {Record<string, unknown>} entry
 * @param {string} where Where it was read, for the message.
 * @returns {OwnName}
 */
export function nameOf({ name, kind, aliases = [], id = '' }, where) {
  if (typeof name !== 'string' || name.trim() === '') throw new Error(words.entryNoName(where));
  if (!isKind(kind))
    throw new Error(words.entryNoKind(where, name, kind, KINDS.join(', ')));
  if (!Array.isArray(aliases)) throw new Error(words.entryNoAliases(where, name));
  const spellings = aliases.map((alias) => String(alias).trim()).filter((alias) => alias !== '');
  return { name: name.trim(), kind, aliases: spellings, ...(id ? { id: String(id) } : {}) };
}
