/**
 * Reads annotations from a file: W3C Web Annotations, wherever they are from, or the report that this page saves as JSON.
 *
 * @typedef {'code-point' | 'utf-16' | 'utf-8'} Unit What positions count.
 *
 * @typedef {object} Imported One annotation, as its file has it.
 * @property {string | null} article The name of the article that it is about; null where the file names none of ours.
 * @property {number} [start]
 * @property {number} [end]
 * @property {Unit} unit
 * @property {string} [exact] The words that it is about.
 * @property {string} prefix What stands before them, as far as the file says; empty where it does not.
 * @property {string} suffix
 * @property {string} tag What it says of them, in a word.
 * @property {string} comment
 *
 * @typedef {import('./fields.js').Fields} Fields
 */

import { addressOfArticle } from '../../../pkg/metadata.js';
import { words as table } from '../words/index.js';
import { isFields } from './fields.js';
import { annotationsOfReport } from './report-file.js';

/** What the recommendation has positions count (Web Annotation Data Model, 4.2.5), where a file does not say. */
const UNSAID = 'code-point';

/**
 * @param {File} file
 * @returns {Promise<Imported[]>}
 * @throws {Error} When it holds no annotations; the message names it and says what it should hold.
 */
export async function readAnnotations(file) {
  const wrong = (/** @type {string} */ why) => new Error(table.refusedFile(file.name, why));
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    throw wrong(table.annotationsNoJson);
  }
  const found = isFields(read) && read.schema === 'wiremark/1' ? annotationsOfReport(read) : annotationsIn(read);
  if (found.length === 0) throw wrong(table.annotationsNone);
  return found;
}

/**
 * Those of a collection, a page of one, a list, or a single annotation.
 *
 * @param {unknown} read
 * @param {Unit} [unit]
 * @returns {Imported[]}
 */
function annotationsIn(read, unit = UNSAID) {
  if (Array.isArray(read)) return read.flatMap((item) => annotationsIn(item, unit));
  if (!isFields(read)) return [];
  const counted = read.offsetUnit === 'utf-16' || read.offsetUnit === 'utf-8' ? read.offsetUnit : unit;
  if ('target' in read) return listOf(read.target).map((target) => annotationOf(target, read, counted));
  return [read.first, read.items].flatMap((part) => annotationsIn(part, counted));
}

/**
 * @param {unknown} target
 * @param {Fields} annotation
 * @param {Unit} unit
 * @returns {Imported}
 */
function annotationOf(target, annotation, unit) {
  const { source = target, selector } = isFields(target) ? target : {};
  const selectors = listOf(selector).filter(isFields);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const bodies = listOf(annotation.body ?? annotation.bodyValue).map((body) => (isFields(body) ? body : { value: body }));
  const said = (/** @type {boolean} */ tagging) =>
    bodies.filter(({ purpose, value }) => (purpose === 'tagging') === tagging && value !== undefined).map(({ value }) => words(value));
  return {
    article: sourceName(words(isFields(source) ? source.id : source)),
    ...(position && Number.isInteger(position.start) && Number.isInteger(position.end)
      ? { start: Number(position.start), end: Number(position.end) }
      : {}),
    unit,
    ...(typeof quote?.exact === 'string' ? { exact: quote.exact } : {}),
    prefix: words(quote?.prefix),
    suffix: words(quote?.suffix),
    tag: said(true).join(', ') || words(annotation.motivation),
    comment: said(false).join('; '),
  };
}

/**
 * @param {string} source What an annotation says it is about.
 * @returns {string | null} The article's name; null where it is about something else.
 */
function sourceName(source) {
  const ours = addressOfArticle('');
  if (!source.startsWith(ours)) return null;
  try {
    return decodeURIComponent(source.slice(ours.length));
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {unknown[]} */
function listOf(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** @param {unknown} value */
function words(value) {
  return typeof value === 'string' ? value : '';
}
