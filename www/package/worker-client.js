import { CrashError, LoadError } from './errors.js';
import { files } from './files.js';

/** How a Worker starts, written so that bundlers see it. Others in Node.js and in the inline build. */
export const workers = {
  start: () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'wiremark' }),
};

/**
 * An engine in a Worker.
 *
 * @param {import('./index.js').Sources} sources
 * @param {true | string | URL | Worker} script The Worker, or its module; true when that is the one beside this module.
 * @param {AbortSignal} closed Ends the Worker.
 * @param {(error: Error) => void} fail Called when the Worker stops. Nothing is answered after that.
 * @returns {Promise<import('./core.js').Answering>}
 */
export async function openWorker({ wasm = files.wasm(), lexicon = files.lexicon(), model }, script, closed, fail) {
  /** @type {Worker} */
  let worker;
  if (script === true) worker = workers.start();
  else if (typeof script === 'string' || script instanceof URL) worker = new Worker(script, { type: 'module', name: 'wiremark' });
  else worker = script;
  closed.addEventListener('abort', () => worker.terminate());
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let calls = 0;

  worker.addEventListener('message', (/** @type {MessageEvent<import('./worker.js').Answer>} */ { data }) => {
    const caller = waiting.get(data.call);
    waiting.delete(data.call);
    const { error } = data;
    if (!error) return caller?.resolve(data.result);
    const kinds = { LoadError, CrashError };
    caller?.reject(new (kinds[/** @type {keyof kinds} */ (error.name)] ?? Error)(error.message));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(
      new LoadError(`The worker of wiremark stopped: ${event.message ?? 'worker.js or a file it imports is missing'}.`),
    );
  });

  /** @type {import('./core.js').Answering} */
  const engine = {
    async call(desk, method, parameters) {
      if (method === 'loadModel') {
        const [model] = /** @type {any[]} */ (parameters);
        parameters = [await sendable(model === true ? files.model() : model)];
      }
      return new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        worker.postMessage({ call: calls, desk, method, parameters });
      });
    },
  };
  const [code, names, learned] = await Promise.all([wasm, lexicon, model === true ? files.model() : model].map(sendable));
  await engine.call(0, 'open', [{ wasm: code, lexicon: names, model: learned }]);
  return engine;
}

/**
 * An address does not survive the way into a Worker, and a relative one would mean another place there; nor does an answer.
 *
 * @param {import('./files.js').Coming<import('./files.js').Source | WebAssembly.Module | boolean | undefined>} coming
 */
async function sendable(coming) {
  const source = await coming;
  if (source instanceof Response) return source.arrayBuffer();
  return typeof source === 'string' || source instanceof URL ? new URL(source, globalThis.location?.href).href : source;
}
