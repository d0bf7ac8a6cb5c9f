/** @typedef {import('../../../pkg/contract.js').Place} Place */

/**
 * Puts pairs together that belong to each other, directly or through others.
 *
 * @template {{ a: Place, b: Place }} Pair
 * @param {Pair[]} pairs
 * @param {(one: Pair, two: Pair) => boolean} belong
 * @returns {Pair[][]} In the order of their first pairs.
 */
export function groups(pairs, belong) {
  /** @type {{ pair: Pair, group: Pair[] }[]} */
  const placed = [];
  /** @type {Set<Pair[]>} */
  const all = new Set();
  for (const pair of pairs) {
    const touched = new Set(placed.filter((other) => belong(other.pair, pair)).map(({ group }) => group));
    const [first = [], ...rest] = touched;
    first.push(pair);
    all.add(first);
    placed.push({ pair, group: first });
    for (const group of rest) {
      first.push(...group);
      all.delete(group);
      for (const other of placed) if (other.group === group) other.group = first;
    }
  }
  return [...all];
}

/**
 * Whether two pairs have a place in common.
 *
 * @param {{ a: Place, b: Place }} one
 * @param {{ a: Place, b: Place }} two
 */
export function touch(one, two) {
  return [one.a, one.b].some((here) => [two.a, two.b].some((there) => overlap(here, there)));
}

/**
 * Whether two places are of one article, and at least partly the same words.
 *
 * @param {Place} one
 * @param {Place} two
 */
export function overlap(one, two) {
  return one.article === two.article && one.start < two.end && two.start < one.end;
}
