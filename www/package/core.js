import init, { Desk as CoreDesk, compare, sentences } from './wiremark_core.js';
import { LoadError } from './load-error.js';

/** The methods that a desk's backing may call. */
const METHODS = new Set(['add', 'setText', 'rename', 'remove', 'report', 'setOwnNames']);

/**
 * Loads the core and the lexicon into this thread.
 *
 * @param {import('./index.js').Sources} sources
 * @returns {Promise<CoreDesk>} An empty desk that knows the lexicon's names.
 * @throws {LoadError}
 */
export async function openCore({ wasm, lexicon }) {
  const [names] = await Promise.all([bytes(lexicon ?? new URL('./lexicon.bin', import.meta.url)), startCore(wasm)]);
  try {
    const desk = new CoreDesk();
    desk.loadLexicon(new Uint8Array(names));
    return desk;
  } catch (error) {
    throw doesNotStart(error);
  }
}

/**
 * Loads the core into this thread, without the lexicon, and hands out what needs no desk.
 *
 * @param {import('./index.js').Sources} sources
 * @returns {Promise<{ sentences: typeof sentences, compare: typeof compare }>}
 * @throws {LoadError}
 */
export async function openFunctions({ wasm }) {
  await startCore(wasm);
  return { sentences, compare };
}

/** @param {import('./index.js').Coming | undefined} wasm */
async function startCore(wasm) {
  const code = await bytes(wasm ?? new URL('./wiremark_core_bg.wasm', import.meta.url));
  try {
    await init({ module_or_path: code });
  } catch (error) {
    throw doesNotStart(error);
  }
}

/** @param {unknown} error */
function doesNotStart(error) {
  return new LoadError(
    `The core of wiremark does not start: ${message(error)}. Take all files of the package from the same version.`,
  );
}

/**
 * Calls a method of the core's desk by name. `loadModel` takes the place of the bytes, and fetches them first.
 *
 * @param {CoreDesk} desk
 * @param {string} method
 * @param {unknown[]} parameters
 * @returns {unknown}
 */
export function callCore(desk, method, parameters) {
  if (method === 'loadModel')
    return loadModel(desk, /** @type {import('./index.js').Source | undefined} */ (parameters[0]));
  if (!METHODS.has(method)) throw new TypeError(`A desk has no method "${method}".`);
  const methods = /** @type {Record<string, (...parameters: unknown[]) => unknown>} */ (/** @type {unknown} */ (desk));
  return methods[method]?.(...parameters);
}

/**
 * @param {CoreDesk} desk
 * @param {import('./index.js').Source} [source]
 */
async function loadModel(desk, source) {
  const model = new Uint8Array(await bytes(source ?? new URL('./model.bin', import.meta.url)));
  try {
    desk.loadModel(model);
  } catch (error) {
    throw new LoadError(`The model of names is of no use: ${message(error)}. Names are read without it.`);
  }
}

/**
 * The bytes themselves, or the bytes at an address.
 *
 * @param {import('./index.js').Coming} coming
 * @returns {Promise<ArrayBuffer>}
 */
async function bytes(coming) {
  const source = await coming;
  if (source instanceof ArrayBuffer) return source;
  if (ArrayBuffer.isView(source))
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice().buffer;
  const address = String(source);
  const mend = 'Build the package (cargo xtask build) and serve its folder whole.';
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new LoadError(`Cannot fetch ${address}: ${message(error)}. ${mend}`);
  }
  if (!response.ok) throw new LoadError(`Cannot fetch ${address}: the server answered ${response.status}. ${mend}`);
  return response.arrayBuffer();
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}
