/**
 * @typedef {import('../../../pkg/desk.js').OwnName} OwnName
 * @typedef {OwnName['kind']} Kind
 */

/** The kinds that a name can have, in the order in which they are listed, and what one of each is called. */
export const KINDS = /** @type {const} */ ({
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  group: 'people or faith',
  event: 'event',
  work: 'work',
  law: 'law or treaty',
  product: 'product',
  none: 'no name',
});

/**
 * @param {unknown} word
 * @returns {word is Kind}
 */
export function isKind(word) {
  return typeof word === 'string' && Object.hasOwn(KINDS, word);
}
