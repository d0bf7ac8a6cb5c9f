import * as core from './wiremark_core.js';
import { LoadError, messageOf } from './errors.js';
import { arrived, bytes, files } from './files.js';

/** The methods of its desks that may be called from afar. */
const METHODS = new Set(['add', 'setText', 'rename', 'remove', 'report', 'setOwnNames']);

/** The core in this thread: the one WebAssembly module of the thread, and any number of desks in it. */
export class Engine {
  /** @type {Map<number, core.Desk>} */
  #desks = new Map();
  /** Holds no articles, and for all desks the lexicon and the model. */
  #names = new core.Desk();

  /**
   * @param {import('./index.js').Sources} sources
   * @throws {LoadError}
   */
  static async open({ wasm, lexicon, model }) {
    const [names, engine] = await Promise.all([
      bytes(lexicon ?? files.lexicon()),
      start(wasm).then(() => new Engine()),
    ]);
    useful('lexicon', () => engine.#names.loadLexicon(names));
    if (model) await engine.#loadModel(model);
    return engine;
  }

  /**
   * Calls a method of a desk by its name, and makes the desk with the first call. `dispose` frees it; `loadModel` is of
   * all desks, takes the place of the bytes, and fetches them first.
   *
   * @param {number} desk
   * @param {string} method
   * @param {unknown[]} parameters
   * @returns {unknown}
   */
  call(desk, method, parameters) {
    if (method === 'loadModel') return this.#loadModel(/** @type {import('./index.js').Model} */ (parameters[0]));
    let found = this.#desks.get(desk);
    if (method === 'dispose') {
      this.#desks.delete(desk);
      return found?.free();
    }
    if (!METHODS.has(method)) throw new TypeError(`A desk has no method "${method}".`);
    if (!found) {
      this.#desks.set(desk, (found = new core.Desk()));
      found.shareNames(this.#names);
    }
    return /** @type {any} */ (found)[method](...parameters);
  }

  /** @param {import('./index.js').Model} source */
  async #loadModel(source) {
    const model = await bytes(typeof source === 'boolean' ? files.model() : source);
    useful('model', () => this.#names.loadModel(model));
    for (const desk of this.#desks.values()) desk.shareNames(this.#names);
  }

  /** Frees every desk. */
  close() {
    for (const desk of [this.#names, ...this.#desks.values()]) desk.free();
    this.#desks.clear();
  }
}

/**
 * Loads the core into this thread, without the lexicon, and hands out what is in it.
 *
 * @param {Pick<import('./index.js').Sources, 'wasm'>} sources
 * @returns {Promise<typeof core>}
 * @throws {LoadError}
 */
export async function openCore({ wasm }) {
  await start(wasm);
  return core;
}

/** @type {Promise<void> | undefined} */
let started;

/**
 * Starts the module, once for all in this thread.
 *
 * @param {import('./index.js').Sources['wasm']} wasm
 */
function start(wasm) {
  return (started ??= instantiate(wasm).catch((error) => {
    started = undefined;
    throw error;
  }));
}

/** @param {import('./index.js').Sources['wasm']} wasm */
async function instantiate(wasm) {
  const code = await arrived(wasm ?? files.wasm());
  try {
    // The name is what wasm-bindgen calls the script whose functions the module calls.
    const imports = { './wiremark_core_bg.js': /** @type {any} */ (core) };
    /** @type {any} */
    let made;
    if (!(code instanceof Response)) made = await WebAssembly.instantiate(/** @type {any} */ (code), imports);
    else if (code.headers.get('content-type') === 'application/wasm')
      made = await WebAssembly.instantiateStreaming(code, imports);
    else made = await WebAssembly.instantiate(await code.arrayBuffer(), imports);
    const { exports } = made.instance ?? made;
    imports['./wiremark_core_bg.js'].__wbg_set_wasm(exports);
    exports.__wbindgen_start();
  } catch (error) {
    throw unusable('core', error);
  }
}

/**
 * @param {string} file
 * @param {() => void} use
 */
function useful(file, use) {
  try {
    use();
  } catch (error) {
    throw unusable(file, error);
  }
}

/**
 * @param {string} file
 * @param {unknown} error
 */
function unusable(file, error) {
  return new LoadError(
    `The ${file} of wiremark is of no use: ${messageOf(error)}. Take all files of the package from one version.`,
    { cause: error },
  );
}
