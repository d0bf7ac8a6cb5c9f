/**
 * The Worker's end of reading Word documents: takes the bytes of one, answers with its text as a page, and ends.
 *
 * @typedef {{ html: string } | { error: string }} Answer
 */

import { messageOf } from '../../../pkg/errors.js';
import * as vendored from '../../vendor/mammoth/mammoth.browser.min.js';

const mammoth = vendored.default ?? /** @type {any} */ (globalThis).mammoth;

addEventListener('message', async (/** @type {MessageEvent<ArrayBuffer>} */ { data }) => {
  /** @type {Answer} */
  let answer;
  try {
    // Pictures are no text: they are not even unpacked. Nor does the document say how it is to be read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml({ arrayBuffer: data }, { convertImage, includeEmbeddedStyleMap: false });
    answer = { html: value };
  } catch (error) {
    answer = { error: messageOf(error) };
  }
  postMessage(answer);
});
