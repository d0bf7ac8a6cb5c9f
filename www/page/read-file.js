import { messageOf } from '../../pkg/errors.js';
import { textOfDocx } from './import/docx.js';
import { textOfHtml } from '../element/html-text.js';
import { words } from './words/index.js';

/** A file that is not text. */
export class NotTextError extends Error {}

/** No story has so many bytes; a browser that is to hold such a file as text may stop. */
const MOST_BYTES = 50_000_000;

/** How files begin that are no text, and what to do with them. */
const BEGINNINGS = /** @type {[string, 'filePdf' | 'fileRtf' | 'fileOldWord'][]} */ ([
  ['%PDF-', 'filePdf'],
  ['{\\rtf', 'fileRtf'],
  ['\u00d0\u00cf\u0011\u00e0', 'fileOldWord'],
]);

const PACKED = 'PK\u0003\u0004';

/**
 * Reads a text file: UTF-8 or UTF-16 with a byte order mark, UTF-8, or else Windows-1252, in which older newsroom
 * systems still write. Of a web page or a Word document it is the text that it shows.
 *
 * @param {File} file
 * @returns {Promise<{ name: string, text: string }>} The name is the file's, without its ending.
 * @throws {NotTextError} When the file holds what no text does, or nothing. The message names it and the mend.
 */
export async function readFile(file) {
  const refused = (/** @type {string} */ why) => new NotTextError(words.refusedFile(file.name, why));
  if (file.size === 0) throw refused(words.fileEmpty);
  if (file.size > MOST_BYTES) {
    throw refused(words.fileTooLarge(Math.round(file.size / 1e6)));
  }
  const buffer = await file.arrayBuffer().catch((error) => {
    throw refused(words.fileUnreadable(messageOf(error)));
  });
  const bytes = new Uint8Array(buffer);
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  for (const [beginning, why] of BEGINNINGS) if (start.startsWith(beginning)) throw refused(words[why]);
  const name = file.name.replace(/\.[^.]*$/, '');
  let text;
  if (start.startsWith(PACKED) || /\.docx$/i.test(file.name)) {
    text = await textOfDocx(buffer).catch((error) => {
      throw refused(error.message);
    });
  } else {
    text = decode(bytes);
    if (text.includes('\0')) throw refused(words.fileNoText);
    if (isPage(file)) text = textOfHtml(text);
  }
  if (text.trim() === '') throw refused(words.fileEmpty);
  return { name, text };
}

/** @param {File} file */
function isPage({ name, type }) {
  return type === 'text/html' || type === 'application/xhtml+xml' || /\.x?html?$/i.test(name);
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
