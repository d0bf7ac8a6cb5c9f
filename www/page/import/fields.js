/** @typedef {Record<string, unknown>} Fields What an object of somebody else's JSON has, whatever that is. */

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
export function isFields(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
