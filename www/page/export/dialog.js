import { download } from '../download.js';
import { element, find } from '../dom.js';
import { EXPORTS } from './exports.js';

/**
 * Offers the report in every form.
 *
 * @param {HTMLElement} button Opens the dialog.
 * @param {() => { report: import('../../../pkg/contract.js').Report, articles: import('../findings/plain.js').Named[] } | null}
 *   latest The last report, with the texts that it is about; null when there is none yet.
 */
export function bindExportDialog(button, latest) {
  const dialog = find('#export', HTMLDialogElement);
  const choices = EXPORTS.map(({ label, file, type, make }) => {
    const save = () => {
      const found = latest();
      if (found) download(`wiremark-${file}`, new Blob([make(found.report, found.articles)], { type }));
      dialog.close();
    };
    return element('li', {}, element('button', { type: 'button', 'data-file': file, click: save }, label));
  });
  find('#exports', HTMLElement, dialog).replaceChildren(...choices);
  button.addEventListener('click', () => dialog.showModal());
  find('#close-export', HTMLButtonElement, dialog).addEventListener('click', () => dialog.close());
}
