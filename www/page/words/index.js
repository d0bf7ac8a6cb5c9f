/**
 * What the page says, in the language that is spoken: `words` is the one table of it. The elements of index.html name
 * their words themselves, in `data-words`, `data-words-label`, `data-words-title` and `data-words-placeholder`.
 *
 * @typedef {typeof ENGLISH} Words
 * @typedef {'en' | 'de'} Language
 */

import { remembered, remember } from '../remembered.js';
import { ENGLISH } from './english.js';
import { GERMAN } from './german.js';

/** @type {Record<Language, Words>} */
const TABLES = { en: ENGLISH, de: GERMAN };

/** Where the choice of a language is remembered. */
const CHOICE = 'language';

/** @type {Words} */
export let words = ENGLISH;

/** @type {Language} */
export let language = 'en';

/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * Says that somebody must say things anew when the language changes.
 *
 * @param {() => void} listener
 */
export function onLanguage(listener) {
  listeners.add(listener);
}

/**
 * Speaks the language that was chosen, or else the one that the browser asks for.
 */
export function speakAsChosen() {
  const wanted = remembered(CHOICE) ?? navigator.language.slice(0, 2);
  take(wanted === 'de' ? 'de' : 'en');
}

/**
 * Speaks another language from now on, and on later visits.
 *
 * @param {Language} chosen
 */
export function speak(chosen) {
  remember(CHOICE, chosen);
  take(chosen);
  for (const listener of listeners) listener();
}

/** @param {Language} chosen */
function take(chosen) {
  language = chosen;
  words = TABLES[chosen];
  document.documentElement.lang = chosen;
  translate(document);
}

/** The attributes of index.html, and what each of them names the words of. */
const PLACES = {
  'data-words-label': 'aria-label',
  'data-words-title': 'title',
  'data-words-placeholder': 'placeholder',
};

/**
 * Puts the words into everything that names them.
 *
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const place of root.querySelectorAll('[data-words]')) place.textContent = said(place.getAttribute('data-words'));
  for (const [name, attribute] of Object.entries(PLACES)) {
    for (const place of root.querySelectorAll(`[${name}]`)) place.setAttribute(attribute, said(place.getAttribute(name)));
  }
}

/** @param {string | null} key */
function said(key) {
  const found = words[/** @type {keyof Words} */ (key)];
  if (typeof found !== 'string') throw new Error(`The table of words has no “${key}”`);
  return found;
}
