import { element } from './dom.js';

/** @typedef {import('./articles.js').Shown} Shown */

/**
 * The head of an article's column: its letter, which always fits; the name is shown on hover and read out.
 *
 * @param {Shown} article
 */
export function columnHead({ letter, name }) {
  const shown = element('span', { class: 'letter', 'aria-hidden': 'true' }, letter);
  return element('th', { scope: 'col', title: name }, shown, element('span', { class: 'visually-hidden' }, name));
}

/**
 * The head of an article's row: its letter and its name.
 *
 * @param {Shown} article
 */
export function rowHead({ letter, name }) {
  const shown = element('span', { class: 'letter', 'aria-hidden': 'true' }, `${letter} `);
  return element('th', { scope: 'row', title: name }, shown, name);
}
