/**
 * The findings as Markdown, for a chat or a note.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../element/findings/plain.js').Named} Named
 */

import { findingsOf } from '../../element/findings/findings.js';
import { keyOf, tell } from '../../element/findings/plain.js';
import { summaryOf } from '../../element/findings/wording.js';
import { words } from '../words/index.js';

/**
 * @param {Report} report
 * @param {Named[]} articles
 * @param {string[]} ticked The keys of the findings that are dealt with.
 */
export function findingsAsMarkdown(report, articles, ticked) {
  const nameOf = (/** @type {number} */ article) => articles[article]?.name ?? '';
  const findings = findingsOf(report);
  const sections = findings.map((finding) => {
    const { title, sentences, versions } = tell(finding, articles, words, Infinity);
    const lines = versions.map(({ name, parts }) => {
      const marked = parts.map(({ text, changed }) => (changed ? `**${escaped(text)}**` : escaped(text)));
      return `- ${escaped(name)}: ${marked.join('')}`;
    });
    const done = ticked.includes(keyOf(finding, articles)) ? '✓ ' : '';
    return [`### ${done}${title}`, '', ...sentences.map(escaped), ...lines].join('\n');
  });
  return [`## ${articles.map(({ name }) => escaped(name)).join(', ')}`, escaped(summaryOf(findings, nameOf, words)), ...sections].join('\n\n') + '\n';
}

/** @param {string} text Which must not be read as Markdown or HTML. */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
