/**
 * The desks that this browser keeps: take one up, start another, save one to a file, forget them.
 *
 * @typedef {import('./store.js').Record} Record
 *
 * @typedef {object} Actions
 * @property {() => Promise<Record[]>} list
 * @property {() => Record} inHand
 * @property {(desk: Record) => Promise<void>} open
 * @property {() => void} start
 * @property {(name: string) => void} rename
 * @property {(desk: Record) => Promise<void>} remove
 * @property {() => void} save Saves the desk in hand to a file.
 * @property {(file: File) => Promise<void>} read Takes up a desk from a file.
 * @property {() => Promise<void>} forget
 */

import { element, find } from '../dom.js';
import { words } from '../words/index.js';

/**
 * @param {HTMLElement} button Opens the dialog.
 * @param {Actions} actions
 */
export function bindDesksDialog(button, actions) {
  const dialog = find('#desks', HTMLDialogElement);
  const list = find('#kept-desks', HTMLElement, dialog);
  const name = find('#desk-name', HTMLInputElement, dialog);
  const file = find('#desk-file', HTMLInputElement, dialog);
  const confirm = find('#confirm-forget', HTMLElement, dialog);

  const refresh = async () => {
    const others = (await actions.list()).filter(({ id }) => id !== actions.inHand().id);
    list.replaceChildren(...others.map((desk) => row(desk)));
    find('#no-desks', HTMLElement, dialog).hidden = others.length > 0;
  };

  /** @param {() => void | Promise<void>} action */
  const andClose = (action) => async () => {
    dialog.close();
    await action();
  };

  /** @param {Record} desk */
  const row = (desk) => {
    const title = titleOf(desk);
    const open = element('button', { type: 'button', class: 'desk-open', click: andClose(() => actions.open(desk)) }, title);
    const when = element('time', { datetime: new Date(desk.changed).toISOString() }, new Date(desk.changed).toLocaleString());
    const remove = element(
      'button',
      {
        type: 'button',
        'aria-label': words.forgetDesk(title),
        click: async () => {
          await actions.remove(desk);
          await refresh();
          name.focus();
        },
      },
      words.forget,
    );
    return element('li', {}, open, when, remove);
  };

  button.addEventListener('click', async () => {
    confirm.hidden = true;
    name.value = actions.inHand().name;
    dialog.showModal();
    await refresh();
  });
  name.addEventListener('input', () => actions.rename(name.value.trim()));
  find('#start-desk', HTMLButtonElement, dialog).addEventListener('click', andClose(actions.start));
  find('#save-desk', HTMLButtonElement, dialog).addEventListener('click', () => actions.save());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    dialog.close();
    await actions.read(chosen);
  });
  find('#forget', HTMLButtonElement, dialog).addEventListener('click', () => {
    confirm.hidden = false;
    find('#forget-now', HTMLButtonElement, dialog).focus();
  });
  find('#forget-now', HTMLButtonElement, dialog).addEventListener('click', andClose(actions.forget));
  find('#close-desks', HTMLButtonElement, dialog).addEventListener('click', () => dialog.close());
}

/** @param {Record} desk */
export function titleOf({ name, articles }) {
  if (name) return name;
  const named = articles.map((article) => article.name).filter(Boolean);
  return named.length > 0 ? named.join(', ') : words.countOfArticles(articles.length);
}
