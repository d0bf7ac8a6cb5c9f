/**
 * What desk and panels say, one table for each language.
 *
 * @typedef {typeof ENGLISH} Words
 */

import { ENGLISH } from './english.js';
import { GERMAN } from './german.js';

/** @type {Readonly<Record<string, Words>>} */
const TABLES = { en: ENGLISH, de: GERMAN };

/**
 * The words of the language in which an element stands: that of its `lang`, or of the nearest one around it, also
 * outside the shadow root. English where no other is known.
 *
 * @param {Element} place
 * @returns {Words}
 */
export function wordsAt(place) {
  /** @type {Element | null} */
  let around = place;
  while (around) {
    const speaking = /** @type {Element | null} */ (around.closest('[lang]'));
    if (speaking) return TABLES[speaking.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? ''] ?? ENGLISH;
    const root = around.getRootNode();
    around = root instanceof ShadowRoot ? root.host : null;
  }
  return ENGLISH;
}
