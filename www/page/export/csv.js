/**
 * Findings and names as CSV (RFC 4180), for a spreadsheet.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../element/findings/plain.js').Named} Named
 */

import { listedOf } from '../../element/entities.js';
import { findingsOf } from '../../element/findings/findings.js';
import { keyOf } from '../../element/findings/plain.js';
import { titleOf } from '../../element/findings/wording.js';
import { words } from '../words/index.js';

/**
 * One row for every version of every finding.
 *
 * @param {Report} report
 * @param {Named[]} articles
 * @param {string[]} ticked The keys of the findings that are dealt with.
 */
export function findingsAsCsv(report, articles, ticked) {
  const rows = findingsOf(report).flatMap((finding, index) =>
    finding.versions.map(({ place, changed }) => [
      index + 1,
      titleOf(finding, words),
      articles[place.article]?.name ?? '',
      textOf(articles, place),
      changed.map((span) => textOf(articles, { ...span, article: place.article })).join(' | '),
      place.start,
      place.end,
      ticked.includes(keyOf(finding, articles)) ? 'x' : '',
    ]),
  );
  return csv([['finding', 'kind', 'article', 'words', 'differing', 'start', 'end', 'done'], ...rows]);
}

/**
 * One row for everything named, every date and every figure, with how often each article has it.
 *
 * @param {Report} report
 * @param {Named[]} articles
 */
export function namesAsCsv(report, articles) {
  const rows = listedOf(report).map((one) => [
    one.name,
    one.kind,
    'id' in one ? (one.id ?? '') : '',
    one.aliases.join(' | '),
    'value' in one ? (one.value ?? '') : '',
    ...articles.map((_, article) => one.mentions.filter((mention) => mention.article === article).length),
  ]);
  return csv([['name', 'kind', 'id', 'aliases', 'value', ...articles.map(({ name }) => name)], ...rows]);
}

/**
 * @param {Named[]} articles
 * @param {import('../../../pkg/contract.js').Place} place
 */
function textOf(articles, { article, start, end }) {
  return articles[article]?.text.slice(start, end) ?? '';
}

/** @param {(string | number)[][]} rows */
function csv(rows) {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** @param {string | number} value */
function cell(value) {
  // A spreadsheet takes what begins like this for a formula, and runs it: pasted copy must not.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
