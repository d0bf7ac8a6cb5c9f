/**
 * @typedef {import('../../pkg/contract.js').Place} Place
 *
 * @typedef {Place | Place[] | { a: Place, b: Place } | { versions: { place: Place }[] } | { mentions: Place[] }} Revealed
 *   A place or several; an overlap, quote change or number difference of a report; a finding of a panel; an entity.
 */

/**
 * The places of something that was found.
 *
 * @param {Revealed} found
 * @returns {Place[]}
 */
export function placesOf(found) {
  if (Array.isArray(found)) return found;
  if ('versions' in found) return found.versions.map(({ place }) => place);
  if ('mentions' in found) return found.mentions;
  if ('a' in found) return [found.a, found.b];
  return [found];
}
