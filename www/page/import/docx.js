/**
 * Word documents. The library that reads them is fetched with the first one, and works in a Worker of its own: it unpacks
 * what a stranger packed, and is ended when that takes too long.
 */

import { startWorker } from '../files.js';
import { textOfHtml } from '../../element/html-text.js';
import { words } from '../words/index.js';
import { unpackedSize } from './unpacked-size.js';

/** After so many milliseconds a document is given up. */
const PATIENCE = 30_000;

/** No story has so many bytes, its pictures included. */
const MOST_UNPACKED = 200_000_000;

/**
 * The text of a Word document, its paragraphs apart by an empty line.
 *
 * @param {ArrayBuffer} bytes They are gone afterwards.
 * @returns {Promise<string>}
 * @throws {Error} When it is damaged, or is something else. The message ends a sentence that begins with its name.
 */
export async function textOfDocx(bytes) {
  const unpacked = unpackedSize(bytes);
  if (unpacked > MOST_UNPACKED) throw new Error(words.wordTooLarge(Math.round(unpacked / 1e6)));
  const worker = await startWorker('www/page/import/docx-worker.js');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  try {
    const answer = await new Promise((resolve, reject) => {
      worker.addEventListener('message', (/** @type {MessageEvent<import('./docx-worker.js').Answer>} */ { data }) => resolve(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(words.wordNotLoaded));
      });
      timer = setTimeout(() => reject(new Error(words.wordSlow)), PATIENCE);
      worker.postMessage(bytes, [bytes]);
    });
    if ('error' in answer) throw new Error(words.wordDamaged);
    return textOfHtml(answer.html);
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
