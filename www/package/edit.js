/**
 * One change of a text: at `start`, `removed` code units gave way to `inserted`.
 *
 * @typedef {{ start: number, removed: number, inserted: number }} Edit
 * @typedef {import('./contract.js').Span} Span
 */

/** Browsers compare stretches, of so many code units, far faster than a loop compares letters. */
const STRETCH = 4096;

/**
 * The smallest single change that turns one text into the other.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Edit | null} Null when the texts are equal.
 */
export function editBetween(before, after) {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const alike = (/** @type {number} */ one, /** @type {number} */ two) =>
    before.slice(one, one + STRETCH) === after.slice(two, two + STRETCH);
  let prefix = 0;
  while (prefix + STRETCH <= shorter && alike(prefix, prefix)) prefix += STRETCH;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  let suffix = STRETCH;
  while (suffix <= shorter - prefix && alike(before.length - suffix, after.length - suffix)) suffix += STRETCH;
  suffix -= STRETCH;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  return { start: prefix, removed: before.length - prefix - suffix, inserted: after.length - prefix - suffix };
}

/**
 * Where a span stands after an edit, until the analysis says better: what lies behind the edit moves along, what lies
 * around it grows or shrinks with it.
 *
 * @template {Span} T
 * @param {T} span
 * @param {Edit} edit
 * @returns {T}
 */
export function shifted(span, edit) {
  if (span.end <= edit.start) return span;
  const removedEnd = edit.start + edit.removed;
  const by = edit.inserted - edit.removed;
  const start = span.start >= removedEnd ? span.start + by : Math.min(span.start, edit.start + edit.inserted);
  const end = span.end >= removedEnd ? span.end + by : Math.min(span.end, edit.start);
  return { ...span, start, end: Math.max(start, end) };
}
