import { download } from '../download.js';
import { element, find } from '../dom.js';
import { words } from '../words/index.js';
import { EXPORTS } from './exports.js';

/**
 * Offers the report in every form, and to read one back.
 *
 * @param {HTMLElement} button Opens the dialog.
 * @param {() => { report: import('../../../pkg/contract.js').Report, articles: import('../../element/findings/plain.js').Named[] } | null}
 *   latest The last report, with the texts that it is about; null when there is none yet.
 * @param {(file: File) => Promise<void>} read Takes a file of annotations.
 */
export function bindExportDialog(button, latest, read) {
  const dialog = find('#export', HTMLDialogElement);
  const offer = () => find('#exports', HTMLElement, dialog).replaceChildren(...EXPORTS.map(choice));
  const choice = (/** @type {import('./exports.js').Export} */ { file, type, make }) => {
    const save = () => {
      const found = latest();
      if (found) download(`wiremark-${file}`, new Blob([make(found.report, found.articles)], { type }));
      dialog.close();
    };
    return element('li', {}, element('button', { type: 'button', 'data-file': file, click: save }, words.exports[file]));
  };
  button.addEventListener('click', () => {
    offer();
    dialog.showModal();
  });
  const file = find('#annotations-file', HTMLInputElement, dialog);
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    dialog.close();
    void read(chosen);
  });
  find('#close-export', HTMLButtonElement, dialog).addEventListener('click', () => dialog.close());
}
