/**
 * Where the page's own files are: on the server that it came from. In the single file, `single/files.js` takes the place
 * of this module.
 *
 * @typedef {import('../../pkg/index.js').Source} Source
 */

/**
 * @param {string} path From the root of the site on.
 * @returns {Promise<Source>} The file's address, or the file itself.
 */
export async function sourceOf(path) {
  return new URL(`../../${path}`, import.meta.url);
}

/** Whether a Worker is to be had: its script, or the package's own. @type {true | string} */
export const worker = true;
