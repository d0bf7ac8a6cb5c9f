import { LoadError, messageOf } from './errors.js';

/**
 * Where a file of the package is, or what is in it.
 *
 * @typedef {string | URL | Response | BufferSource} Source
 */

/**
 * A file, or the promise of one that is on its way already.
 *
 * @template [T=Source]
 * @typedef {T | Promise<T>} Coming
 */

/** The package's own files, written so that bundlers see them. Others in the inline build. */
export const files = {
  /** @type {() => Coming} */
  wasm: () => new URL('./wiremark_core_bg.wasm', import.meta.url),
  /** @type {() => Coming} */
  lexicon: () => new URL('./lexicon.bin', import.meta.url),
  /** @type {() => Coming} */
  model: () => new URL('./model.bin', import.meta.url),
  /** @type {(address: string) => Promise<Response>} Another in Node.js, whose own reads no files. */
  fetch: (address) => fetch(address),
};

/**
 * What is to be read, once it is there.
 *
 * @template T
 * @param {Coming<T | string | URL>} coming
 * @returns {Promise<Exclude<T, string | URL> | Response>}
 */
export async function arrived(coming) {
  const mend = 'Serve the files of the package whole, or hand this one to load().';
  /** @type {unknown} */
  let source = 'a file of wiremark';
  let found;
  try {
    found = source = await coming;
    if (typeof source === 'string' || source instanceof URL) found = await files.fetch(String(source));
  } catch (error) {
    throw new LoadError(`Cannot fetch ${source}: ${messageOf(error)}. ${mend}`, { cause: error });
  }
  if (found instanceof Response && !found.ok)
    throw new LoadError(`Cannot fetch ${found.url || source}: the server answered ${found.status}. ${mend}`);
  return /** @type {any} */ (found);
}

/**
 * The bytes of a file.
 *
 * @param {Coming} coming
 */
export async function bytes(coming) {
  const found = await arrived(coming);
  if (found instanceof Response) return new Uint8Array(await found.arrayBuffer());
  return ArrayBuffer.isView(found)
    ? new Uint8Array(found.buffer, found.byteOffset, found.byteLength)
    : new Uint8Array(found);
}
