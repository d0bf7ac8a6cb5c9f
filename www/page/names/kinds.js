/**
 * @typedef {import('../../../pkg/desk.js').OwnName} OwnName
 * @typedef {OwnName['kind']} Kind
 */

/** The kinds that a name can have, in the order in which they are listed. */
export const KINDS = /** @type {const} */ (['person', 'organisation', 'place', 'group', 'event', 'work', 'law', 'product', 'none']);

/**
 * @param {unknown} word
 * @returns {word is Kind}
 */
export function isKind(word) {
  return KINDS.some((kind) => kind === word);
}
