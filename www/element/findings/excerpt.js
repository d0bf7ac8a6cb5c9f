/**
 * @typedef {import('../../../pkg/contract.js').Span} Span
 * @typedef {{ text: string, changed: boolean }} Part Words that differ, or that do not.
 */

/** So much is quoted before the first and after the last word that differs, in UTF-16 code units. */
const AROUND = 90;

/**
 * A passage cut into what differs and what does not, shortened at both ends to what is needed to see it.
 *
 * @param {string} text
 * @param {Span} span
 * @param {Span[]} changed
 * @param {number} [around] How much is quoted before and after, in UTF-16 code units.
 * @returns {Part[]}
 */
export function excerpt(text, { start, end }, changed, around = AROUND) {
  const inside = changed
    .filter((other) => other.start >= start && other.end <= end)
    .sort((one, two) => one.start - two.start);
  const from = Math.max(start, wordAt(text, Math.max(start, (inside[0]?.start ?? start) - around), start));
  const last = Math.max(start, ...inside.map((other) => other.end));
  const to = Math.max(last, wordAt(text, Math.min(end, last + (inside.length > 0 ? around : 2 * around)), end));
  /** @type {Part[]} */
  const parts = [];
  let at = from;
  const add = (/** @type {number} */ until, /** @type {boolean} */ changed) => {
    if (until > at) parts.push({ text: text.slice(at, until).replace(/\s+/g, ' '), changed });
    at = Math.max(at, until);
  };
  for (const span of inside) {
    add(span.start, false);
    add(span.end, true);
  }
  add(to, false);
  if (from > start) parts.unshift({ text: '…', changed: false });
  if (to < end) parts.push({ text: '…', changed: false });
  return parts;
}

/**
 * The beginning of the word in which an offset lies, unless it is a limit of the passage, so that no word is cut.
 *
 * @param {string} text
 * @param {number} offset
 * @param {number} limit
 */
function wordAt(text, offset, limit) {
  if (offset === limit) return offset;
  const space = text.lastIndexOf(' ', offset);
  return space < 0 || offset - space > AROUND ? limit : space + 1;
}
