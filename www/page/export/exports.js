/**
 * What is found, in the forms that people and programs ask for.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../element/findings/plain.js').Named} Named
 *
 * @typedef {object} Export
 * @property {keyof import('../words/index.js').Words['exports']} file The end of the file's name.
 * @property {string} type The media type.
 * @property {boolean} [copied] Whether people would rather paste it than open a file.
 * @property {(report: Report, articles: Named[], ticked: string[]) => string} make `ticked` has the keys of the findings that are dealt with.
 */

import { newsArticleOf, ninjsOf } from '../../../pkg/metadata.js';
import { annotationsOf } from './annotations.js';
import { findingsAsCsv, namesAsCsv } from './csv.js';
import { reportAsHtml } from './html.js';
import { findingsAsMarkdown } from './markdown.js';

const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * @param {(report: Report, article: number) => unknown} form
 * @param {Report} report
 */
const ofEach = (form, report) => report.articles.map((_, article) => form(report, article));

/** @type {Export[]} */
export const EXPORTS = [
  { file: 'report.html', type: 'text/html', make: reportAsHtml },
  { file: 'findings.md', type: 'text/markdown', copied: true, make: findingsAsMarkdown },
  { file: 'findings.csv', type: 'text/csv', make: findingsAsCsv },
  { file: 'names.csv', type: 'text/csv', make: namesAsCsv },
  {
    file: 'annotations.jsonld',
    type: 'application/ld+json',
    make: (report, articles) => json(annotationsOf(report, articles)),
  },
  { file: 'schema-org.jsonld', type: 'application/ld+json', make: (report) => json(ofEach(newsArticleOf, report)) },
  { file: 'ninjs.json', type: 'application/json', make: (report) => json(ofEach(ninjsOf, report)) },
  {
    file: 'report.json',
    type: 'application/json',
    // With its texts, so that whoever reads it can tell whether a span still holds its words.
    make: (report, texts) =>
      json({ ...report, articles: report.articles.map((article, index) => ({ ...article, text: texts[index]?.text ?? '' })) }),
  },
];
