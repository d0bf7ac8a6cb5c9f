/**
 * A finding as plain text, for a message to a colleague.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {{ name: string, text: string }} Named
 */

import { excerpt } from './excerpt.js';
import { sentencesOf, titleOf } from './wording.js';

/**
 * What stays the same of a finding when other words are edited.
 *
 * @param {Finding} finding
 * @param {Named[]} articles
 */
export function keyOf({ kind, versions, articles: about }, articles) {
  // What is said of whole articles is ticked off for good, whatever they say next.
  if (kind === 'related' || kind === 'origin') return JSON.stringify([kind, ...about.map((it) => articles[it]?.name)]);
  return JSON.stringify([
    kind,
    ...versions.map(({ place }) => articles[place.article]?.text.slice(place.start, place.end)),
  ]);
}

/**
 * @param {Finding} finding
 * @param {Named[]} articles
 * @param {import('../words/index.js').Words} words
 */
export function textOf(finding, articles, words) {
  const nameOf = (/** @type {number} */ article) => articles[article]?.name ?? '';
  const sentences = sentencesOf(finding, nameOf, words);
  const versions = sentences.length > 0 ? [] : finding.versions;
  const lines = versions.map(({ place, changed }) => {
    // The words that differ stand between underscores, as in Markdown.
    const parts = excerpt(articles[place.article]?.text ?? '', place, changed);
    const said = parts.map(({ text, changed }) => (changed ? `_${text}_` : text));
    return `${nameOf(place.article)}: ${said.join('')}`;
  });
  return [titleOf(finding, words), ...sentences, ...lines].join('\n');
}
