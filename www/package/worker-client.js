import { LoadError } from './load-error.js';

/**
 * A backing that runs the core in a Worker. When the Worker fails, every call that waits and every later one is refused
 * with the reason.
 *
 * @param {import('./index.js').Sources} sources
 * @param {true | string | URL} script Where the Worker's script is, a classic one; true when it is the module beside this one.
 * @returns {Promise<import('./desk.js').Backing>}
 */
export async function openWorker({ wasm, lexicon }, script) {
  const worker =
    script === true
      ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'wiremark' })
      : new Worker(script, { name: 'wiremark' });
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Error | undefined} */
  let failure;
  let calls = 0;

  /** @param {Error} error */
  function fail(error) {
    failure ??= error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  worker.addEventListener('message', (/** @type {MessageEvent<import('./worker.js').Answer>} */ { data }) => {
    const caller = waiting.get(data.call);
    waiting.delete(data.call);
    if (!data.error) return caller?.resolve(data.result);
    const error = data.error.name === 'LoadError' ? new LoadError(data.error.message) : new Error(data.error.message);
    caller?.reject(error);
    if (data.error.fatal) fail(error);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(
      new LoadError(`The worker of wiremark stopped: ${event.message ?? 'worker.js or a file it imports is missing'}.`),
    );
  });

  /** @type {import('./desk.js').Backing} */
  const backing = {
    call(method, parameters) {
      if (method === 'loadModel') parameters = [sendable(/** @type {import('./index.js').Source} */ (parameters[0]))];
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        worker.postMessage({ call: calls, method, parameters });
      });
    },
    close() {
      fail(new Error('This desk is closed. Open another with load().'));
    },
  };
  const [code, names] = await Promise.all([wasm, lexicon]);
  await backing.call('open', [{ wasm: sendable(code), lexicon: sendable(names) }]);
  return backing;
}

/**
 * An address does not survive the way into a Worker, and a relative one would mean another place there.
 *
 * @param {import('./index.js').Source | undefined} source
 */
function sendable(source) {
  return typeof source === 'string' || source instanceof URL ? new URL(source, location.href).href : source;
}
