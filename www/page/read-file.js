import { textOfHtml } from './html-text.js';

/** A file that is not text. */
export class NotTextError extends Error {}

/**
 * Reads a text file: UTF-8 or UTF-16 with a byte order mark, UTF-8, or else Windows-1252, in which older newsroom
 * systems still write. Of a web page it is the text that the page shows.
 *
 * @param {File} file
 * @returns {Promise<{ name: string, text: string }>} The name is the file's, without its ending.
 * @throws {NotTextError} When the file holds what no text does.
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  if (text.includes('\0')) {
    throw new NotTextError(`“${file.name}” is not a text file. Open a .txt, .md or .html file, or paste the text itself.`);
  }
  const name = file.name.replace(/\.[^.]*$/, '');
  return { name, text: isPage(file) ? textOfHtml(text) : text };
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
