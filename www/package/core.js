import { ClosedError, CrashError, LoadError, messageOf } from './errors.js';

/**
 * What answers: an engine in this thread, or one in a Worker.
 *
 * @typedef {object} Answering
 * @property {(desk: number, method: string, parameters: unknown[]) => unknown} call Calls a method of a desk.
 * @property {() => void} [close] Lets go of everything, where the signal that it was opened with does not.
 */

/** @type {Set<Core>} */
const loaded = new Set();

/** @returns {Core} The core that was loaded last, of those still there. */
export function latest() {
  const core = [...loaded].at(-1);
  if (!core) throw new LoadError('wiremark is not loaded: call load() first.');
  return core;
}

/** The analysis, in this thread or in a Worker, for any number of desks. `load()` gives it. */
export class Core {
  #engine;
  #closed = new AbortController();
  #desks = 0;

  /**
   * @internal
   * @param {(closed: AbortSignal, fail: (error: Error) => void) => Promise<Answering>} open
   * @param {boolean} [apart] Whether only desks that name it use it.
   */
  constructor(open, apart) {
    if (!apart) loaded.add(this);
    const fail = (/** @type {unknown} */ error) => this.#close(error);
    this.#engine = open(this.#closed.signal, fail).catch((cause) => {
      throw cause instanceof LoadError ? cause : new LoadError(messageOf(cause), { cause });
    });
    this.#engine.catch(fail);
  }

  /** @internal @param {AbortSignal} [signal] */
  async ready(signal) {
    try {
      await until(this.#engine, [this.#closed.signal, signal]);
    } catch (error) {
      this.dispose();
      throw error;
    }
    return this;
  }

  /** @internal @returns {number} A number that no other desk here has. */
  nextDesk() {
    return (this.#desks += 1);
  }

  /**
   * Calls a method of a desk.
   *
   * @internal
   * @param {number} desk
   * @param {string} method
   * @param {unknown[]} parameters
   * @param {(AbortSignal | undefined)[]} [signals] Each ends the waiting; a call that has not begun is not made.
   * @returns {Promise<any>}
   */
  call(desk, method, parameters, signals = []) {
    const all = [this.#closed.signal, ...signals];
    return until(this.#ask(desk, method, parameters, all), all);
  }

  /**
   * @param {number} desk
   * @param {string} method
   * @param {unknown[]} parameters
   * @param {(AbortSignal | undefined)[]} signals
   */
  async #ask(desk, method, parameters, signals) {
    const engine = await this.#engine;
    for (const signal of signals) signal?.throwIfAborted();
    try {
      return await engine.call(desk, method, parameters);
    } catch (cause) {
      // After a trap its memory cannot be trusted, so nothing more may be asked of it.
      const error = cause instanceof WebAssembly.RuntimeError ? new CrashError(messageOf(cause), { cause }) : cause;
      if (error instanceof CrashError) this.#close(error);
      throw error;
    }
  }

  /**
   * Has names read with the trained model from now on, on every desk, beside lexicon and rules. It is a file of its own,
   * so that names show before it has arrived; ask for a report again once this is done.
   *
   * @param {import('./index.js').Model} [model] `model.bin`, when it is not beside this module.
   * @returns {Promise<void>}
   * @throws {LoadError} When it cannot be read. Names are then read without it.
   */
  loadModel(model = true) {
    return this.call(0, 'loadModel', [model]);
  }

  /** Frees every desk, and ends the Worker. What waits and what is asked after this is refused with a `ClosedError`. */
  dispose() {
    this.#close(new ClosedError('wiremark was disposed of. Call load() again.'));
    this.#engine.then(
      (engine) => engine.close?.(),
      () => {},
    );
  }

  /** The same, for `using`. */
  [Symbol.dispose]() {
    this.dispose();
  }

  /** @param {unknown} reason */
  #close(reason) {
    this.#closed.abort(reason);
    loaded.delete(this);
  }
}

/**
 * The promise, unless a signal comes first.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {(AbortSignal | undefined)[]} signals
 * @returns {Promise<T>}
 */
function until(promise, signals) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      for (const signal of signals) if (signal?.aborted) reject(signal.reason);
    };
    stop();
    for (const signal of signals) signal?.addEventListener('abort', stop);
    promise.then(resolve, reject).finally(() => {
      for (const signal of signals) signal?.removeEventListener('abort', stop);
    });
  });
}
