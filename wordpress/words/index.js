/** What the sidebar says, in the language in which WordPress speaks to whoever is signed in. */

import { wordsAt } from '../../www/element/words/index.js';
import { ENGLISH } from './english.js';
import { GERMAN } from './german.js';

/** Our own. */
export const sidebar = document.documentElement.lang.startsWith('de') ? GERMAN : ENGLISH;

/** Those of the panels, which put findings into words here too. */
export const words = wordsAt(document.documentElement);
