/** The help: the keys, the language, and the way back to the tour. */

import { element, find } from './dom.js';
import { language, onLanguage, speak, words } from './words/index.js';

/**
 * @param {HTMLElement} button Opens the help.
 * @param {() => void} tour Begins the tour.
 */
export function bindHelp(button, tour) {
  const dialog = find('#help', HTMLDialogElement);
  const chosen = find('#language', HTMLSelectElement);
  const list = () => {
    const keys = Object.entries(words.keyNames).map(([key, does]) =>
      element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)),
    );
    find('#keys', HTMLElement).replaceChildren(...keys);
  };
  button.addEventListener('click', () => {
    chosen.value = language;
    list();
    dialog.showModal();
  });
  chosen.addEventListener('change', () => speak(chosen.value === 'de' ? 'de' : 'en'));
  onLanguage(list);
  find('#start-tour', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
    tour();
  });
  find('#close-help', HTMLButtonElement).addEventListener('click', () => dialog.close());
}
