/** The kinds of passages, the closest first. */
export const CLOSEST_FIRST = /** @type {const} */ (['verbatim', 'edited', 'rewritten']);

/**
 * What the score of an overlap means: how much of the words agrees or, where they are others, how probable it is that both
 * passages say the same.
 * @param {import('../../pkg/contract.js').OverlapKind} kind
 * @param {number} score
 * @param {import('./words/index.js').Words} words
 */
export function likeness(kind, score, words) {
  const percent = `${Math.round(score * 100)}\u00a0%`;
  return kind === 'rewritten' ? words.likelySame(percent) : words.alike(percent);
}
