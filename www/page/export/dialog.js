import { download } from '../download.js';
import { element, find } from '../dom.js';
import { words } from '../words/index.js';
import { EXPORTS } from './exports.js';

/**
 * Offers the report in every form, and to read one back.
 *
 * @param {HTMLElement} button Opens the dialog.
 * @param {() => { report: import('../../../pkg/contract.js').Report, articles: import('../../element/findings/plain.js').Named[], ticked: string[] } | null}
 *   latest The last report, with the texts that it is about; null when there is none yet.
 * @param {(file: File) => Promise<void>} read Takes a file of annotations.
 * @param {(done: boolean) => void} copied Is told whether what was to be copied was.
 */
export function bindExportDialog(button, latest, read, copied) {
  const dialog = find('#export', HTMLDialogElement);
  const offer = () => find('#exports', HTMLElement, dialog).replaceChildren(...EXPORTS.map(choice));
  const choice = (/** @type {import('./exports.js').Export} */ { file, type, copied: isCopied, make }) => {
    const label = words.exports[file];
    const made = () => {
      const found = latest();
      dialog.close();
      return found && make(found.report, found.articles, found.ticked);
    };
    const save = () => {
      const content = made();
      if (content !== null) download(`wiremark-${file}`, new Blob([content], { type }));
    };
    const copy = async () => {
      const content = made();
      if (content !== null) copied(await navigator.clipboard.writeText(content).then(() => true, () => false));
    };
    const buttons = [element('button', { type: 'button', 'data-file': file, click: save }, label)];
    if (isCopied) buttons.push(element('button', { type: 'button', 'aria-label': `${words.copy}: ${label}`, click: copy }, words.copy));
    return element('li', {}, ...buttons);
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
