/**
 * A finding in plain words: what an export says of it, and a message to a colleague.
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
 * A finding in words: what its title and its sentences say, or each of its versions where there is no sentence.
 *
 * @param {Finding} finding
 * @param {Named[]} articles
 * @param {import('../words/index.js').Words} words
 * @param {number} [around] How much of a version is quoted before and after what differs, in UTF-16 code units; all with `Infinity`.
 */
export function tell(finding, articles, words, around) {
  const nameOf = (/** @type {number} */ article) => articles[article]?.name ?? '';
  const sentences = sentencesOf(finding, nameOf, words);
  const versions = (sentences.length > 0 ? [] : finding.versions).map(({ place, changed }) => ({
    name: nameOf(place.article),
    parts: excerpt(articles[place.article]?.text ?? '', place, changed, around),
  }));
  return { title: titleOf(finding, words), sentences, versions };
}

/**
 * A finding as text, to be copied.
 *
 * @param {Finding} finding
 * @param {Named[]} articles
 * @param {import('../words/index.js').Words} words
 */
export function textOf(finding, articles, words) {
  const { title, sentences, versions } = tell(finding, articles, words);
  // The words that differ stand between underscores, as in Markdown.
  const lines = versions.map(({ name, parts }) => `${name}: ${parts.map(({ text, changed }) => (changed ? `_${text}_` : text)).join('')}`);
  return [title, ...sentences, ...lines].join('\n');
}
