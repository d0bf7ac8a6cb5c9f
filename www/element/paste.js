import { textOfHtml } from './html-text.js';

/**
 * Lets a textarea take a clipboard that holds a page and no text, as some programs fill it. A clipboard with text is the
 * textarea's own business.
 *
 * @param {HTMLTextAreaElement} textarea
 */
export function acceptPastedPages(textarea) {
  textarea.addEventListener('paste', (event) => {
    const clipboard = event.clipboardData;
    if (!clipboard?.types.includes('text/html') || clipboard.types.includes('text/plain')) return;
    event.preventDefault();
    // The one way to insert text that Undo takes back.
    document.execCommand('insertText', false, textOfHtml(clipboard.getData('text/html')));
  });
}
