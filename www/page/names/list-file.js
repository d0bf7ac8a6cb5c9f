/**
 * A list of names as a file: JSON, `[{ "name": "…", "kind": "organisation", "aliases": ["…"], "id": "…" }]`, or CSV with a
 * heading of those four words, where a semicolon parts the aliases. Only name and kind must be there.
 *
 * @typedef {import('./kinds.js').OwnName} OwnName
 */

import dsvFormat from '../../vendor/d3-dsv/dsv.js';
import { isKind, KINDS } from './kinds.js';

/**
 * @param {File} file
 * @returns {Promise<OwnName[]>}
 * @throws {Error} When it is something else; the message names the file, the entry and what is wrong.
 */
export async function readNames(file) {
  const text = (await file.text()).replace(/^\uFEFF/, '');
  const entries = text.trimStart().startsWith('[') ? fromJson(file.name, text) : fromCsv(file.name, text);
  return entries.map((entry, index) => nameOf(entry, `${file.name}, name ${index + 1}`));
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
    throw new Error(`${file} begins like JSON but is not: ${error instanceof Error ? error.message : error}`);
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
    throw new Error(`${file} is no list of names: its first line must be a heading with “name” and “kind”.`);
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
  if (typeof name !== 'string' || name.trim() === '') throw new Error(`${where} has no “name”.`);
  if (!isKind(kind))
    throw new Error(`${where}, “${name}”, has the kind “${kind}”; it must be one of ${KINDS.join(', ')}.`);
  if (!Array.isArray(aliases)) throw new Error(`${where}, “${name}”: its “aliases” are no list.`);
  const spellings = aliases.map((alias) => String(alias).trim()).filter((alias) => alias !== '');
  return { name: name.trim(), kind, aliases: spellings, ...(id ? { id: String(id) } : {}) };
}
