/**
 * Reads the annotations of a report saved as JSON, contract `wiremark/1`. Its spans are checked by the words of the texts
 * that were saved with it; a report without them, as the command line prints it, has the words of its names alone.
 *
 * @typedef {import('./annotations-file.js').Imported} Imported
 * @typedef {import('./fields.js').Fields} Fields
 */

import { AROUND } from '../../../pkg/metadata.js';
import { isFields } from './fields.js';

/**
 * @param {Fields} report
 * @returns {Imported[]}
 */
export function annotationsOfReport(report) {
  const articles = fieldsIn(report.articles);
  const unit = report.offsetUnit === 'utf-8' ? 'utf-8' : 'utf-16';

  /**
   * @param {Fields} place
   * @param {unknown} article
   * @param {unknown} tag
   * @param {string} comment
   * @returns {Imported[]}
   */
  const annotation = (place, article, tag, comment) => {
    const { name, text } = articles[Number(article)] ?? {};
    const start = Number(place.start);
    const end = Number(place.end);
    if (!Number.isInteger(start) || !Number.isInteger(end) || typeof name !== 'string') return [];
    const whole = typeof text === 'string' && unit === 'utf-16';
    const exact = whole ? text.slice(start, end) : place.text;
    return [
      {
        article: name,
        start,
        end,
        unit,
        ...(typeof exact === 'string' ? { exact } : {}),
        prefix: whole ? text.slice(Math.max(0, start - AROUND), start) : '',
        suffix: whole ? text.slice(end, end + AROUND) : '',
        tag: String(tag ?? ''),
        comment,
      },
    ];
  };
  const nameOf = (/** @type {unknown} */ side) => (isFields(side) ? articles[Number(side.article)]?.name ?? '' : '');
  const pairs = [
    ...fieldsIn(report.overlaps).map((pair) => ({ pair, tag: pair.kind })),
    ...fieldsIn(report.quoteChanges).map((pair) => ({ pair, tag: `quote: ${pair.kind}` })),
    ...fieldsIn(report.numberDifferences).map((pair) => ({ pair, tag: `figure: ${pair.kind}` })),
  ];
  return [
    ...pairs.flatMap(({ pair: { a, b }, tag }) => [
      ...(isFields(a) ? annotation(a, a.article, tag, `also in ${nameOf(b)}`) : []),
      ...(isFields(b) ? annotation(b, b.article, tag, `also in ${nameOf(a)}`) : []),
    ]),
    ...articles.flatMap(({ mentions }, article) =>
      fieldsIn(mentions).flatMap((mention) => annotation(mention, article, mention.kind, '')),
    ),
  ];
}

/** @param {unknown} value @returns {Fields[]} */
function fieldsIn(value) {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
