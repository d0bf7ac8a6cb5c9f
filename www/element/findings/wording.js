/**
 * A finding in words.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('../words/index.js').Words} Words
 */

import { FIGURES, INDIRECT, QUOTES } from './findings.js';

/**
 * How many quotes changed and figures differ, and who reports another event: the answer in one line.
 *
 * @param {Finding[]} findings
 * @param {(article: number) => string} nameOf
 * @param {Words} words
 */
export function summaryOf(findings, nameOf, words) {
  if (findings.length === 0) return words.nothingFound;
  const count = (/** @type {readonly string[]} */ kinds) => findings.filter(({ kind }) => kinds.includes(kind)).length;
  const indirect = count([INDIRECT]);
  const counts = words.findingsSummary(count(QUOTES) - indirect, indirect, count(FIGURES));
  const others = findings.find(({ kind }) => kind === 'related')?.events?.slice(1).flat() ?? [];
  return others.length > 0 ? `${counts} ${words.anotherEvent(words.list(others.map(nameOf)), others.length === 1)}` : counts;
}

/**
 * @param {Finding} finding
 * @param {Words} words
 */
export function titleOf({ kind }, words) {
  return words.findingTitles[kind] ?? kind;
}

/**
 * What a finding says of whole articles; nothing for one that its versions say themselves.
 *
 * @param {Finding} finding
 * @param {(article: number) => string} nameOf
 * @param {Words} words
 * @returns {string[]}
 */
export function sentencesOf({ kind, articles: [first = 0], events = [], derived = [], versions, reasons = [] }, nameOf, words) {
  if (kind === 'related') {
    const [one = '', ...others] = events.map((event) => words.list(event.map(nameOf)));
    return [words.twoEvents(one, events[0]?.length === 1, others.join(', '), versions.length)];
  }
  if (kind === 'origin') {
    const kinds = [...new Set(reasons.map((reason) => reason.kind))];
    const because = kinds.map((kind) => {
      const others = reasons.filter((reason) => reason.kind === kind).map(({ article }) => nameOf(article));
      return words.reasons[kind]?.(words.list([...new Set(others)])) ?? kind;
    });
    return [words.likelySource(words.list(derived.map(nameOf)), derived.length === 1, nameOf(first), because.join('; '))];
  }
  return [];
}
