/**
 * The newsroom's own names: lists from files, what was corrected, and how to take it back.
 *
 * @typedef {import('./kinds.js').OwnName} OwnName
 */

import { messageOf } from '../../../pkg/errors.js';
import { element, find } from '../dom.js';
import { download } from '../download.js';
import { namesFile, readNames } from './list-file.js';
import { words } from '../words/index.js';

/** So many are listed; a newsroom's list may have thousands. */
const LISTED = 200;

/**
 * @param {HTMLElement} button Opens the dialog.
 * @param {import('./own-names.js').OwnNames} names
 * @param {(message: string) => void} alert
 */
export function bindNamesDialog(button, names, alert) {
  const dialog = find('#names', HTMLDialogElement);
  const list = find('#own-names', HTMLElement, dialog);
  const file = find('#names-file', HTMLInputElement, dialog);
  const search = find('#names-search', HTMLInputElement, dialog);

  const refresh = () => {
    const sought = search.value.trim().toLocaleLowerCase();
    const matching = names.all
      .filter(({ name, aliases = [] }) => [name, ...aliases].some((text) => text.toLocaleLowerCase().includes(sought)))
      .reverse();
    list.replaceChildren(...matching.slice(0, LISTED).map(row));
    const hint = find('#no-names', HTMLElement, dialog);
    hint.hidden = matching.length > 0 && matching.length <= LISTED;
    hint.textContent = matching.length > LISTED ? words.listedOf(LISTED, matching.length) : words.none;
    search.hidden = names.all.length < 10;
  };

  /** @param {OwnName} own */
  const row = (own) => {
    const { name, kind, aliases = [] } = own;
    const also = aliases.length > 0 ? words.alsoNamed(aliases.join(', ')) : '';
    const extent = names.forDesk.includes(own) ? words.onThisDesk : words.always;
    const remove = element(
      'button',
      {
        type: 'button',
        'aria-label': words.removeArticle(name),
        click: async () => {
          await names.remove(own);
          refresh();
          find('#close-names', HTMLButtonElement, dialog).focus();
        },
      },
      words.remove,
    );
    const what = element('span', { class: 'own-name' }, element('b', {}, name), `: ${words.kindsOfNames[kind]}, ${extent}${also}`);
    return element('li', {}, what, remove);
  };

  button.addEventListener('click', () => {
    search.value = '';
    refresh();
    dialog.showModal();
  });
  search.addEventListener('input', refresh);
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    try {
      await names.add(await readNames(chosen), true);
      refresh();
    } catch (error) {
      dialog.close();
      alert(messageOf(error));
    }
  });
  find('#save-names', HTMLButtonElement, dialog).addEventListener('click', () =>
    download('wiremark-names.json', namesFile(names.all)),
  );
  find('#close-names', HTMLButtonElement, dialog).addEventListener('click', () => dialog.close());
}
