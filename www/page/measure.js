/**
 * Measures what a reader feels, for tests and for the browser's own profiler: `wiremark:keystroke` lasts from an input
 * event to the frame after its answer was painted, `wiremark:input`, `wiremark:answer` and `wiremark:paint` are the
 * page's own work in between, `wiremark:list` what it does when the typing pauses.
 */

/** So many measures are kept of each name, so that a long day's typing does not fill the memory. */
const KEPT = 500;

/** @type {Map<string, number>} */
const counts = new Map();

/**
 * @param {string} name
 * @param {number} start As `performance.now()` counts.
 * @param {number} [end] Now, when left out.
 */
export function measure(name, start, end = performance.now()) {
  const count = (counts.get(name) ?? 0) + 1;
  if (count > KEPT) performance.clearMeasures(name);
  counts.set(name, count > KEPT ? 1 : count);
  performance.measure(name, { start, end });
}
