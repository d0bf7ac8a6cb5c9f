/**
 * A finding in words.
 *
 * @typedef {import('./findings.js').Finding} Finding
 * @typedef {import('../words/index.js').Words} Words
 */

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
export function sentencesOf({ kind, articles: [first = 0], events = [], versions, reasons = [] }, nameOf, words) {
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
    return [words.likelySource(nameOf(first), because.join('; '))];
  }
  return [];
}
