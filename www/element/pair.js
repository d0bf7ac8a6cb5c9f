/**
 * What two articles share, and nothing else: a reading of the report that the coverage table asks for.
 *
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 */

/**
 * The report as if only two of its articles had anything in common, and nothing were named. Its indices stay, those of the
 * articles and of the entities.
 *
 * @param {Report} report
 * @param {number} one An index into `report.articles`.
 * @param {number} two
 * @returns {Report}
 */
export function between(report, one, two) {
  const theirs = (/** @type {{ a: Place, b: Place }} */ { a, b }) =>
    (a.article === one && b.article === two) || (a.article === two && b.article === one);
  return {
    ...report,
    articles: report.articles.map((article) => ({ ...article, mentions: [], quotations: [], unique: [] })),
    overlaps: report.overlaps.filter(theirs),
    quoteChanges: report.quoteChanges?.filter(theirs),
    numberDifferences: report.numberDifferences?.filter(theirs),
  };
}

/**
 * Whether two pairs are of the same articles, both in their order.
 *
 * @param {[number, number] | null} one
 * @param {[number, number] | null} other
 */
export function samePair(one, other) {
  return one?.join() === other?.join();
}
