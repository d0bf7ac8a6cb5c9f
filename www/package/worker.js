/**
 * The Worker's end: holds a core desk and answers one call after the other. The first message opens the core.
 *
 * @typedef {{ call: number, method: string, parameters: unknown[] }} Call
 * @typedef {{ call: number, result?: unknown, error?: { name: string, message: string, fatal: boolean } }} Answer
 */

import { callCore, openCore } from './core.js';

/** @type {Promise<import('./wiremark_core.js').Desk> | undefined} */
let core;

addEventListener('message', async (/** @type {MessageEvent<Call>} */ { data: { call, method, parameters } }) => {
  try {
    if (method === 'open') {
      core = openCore(/** @type {import('./index.js').Sources} */ (parameters[0]));
      await core;
      answer({ call });
    } else {
      if (!core) throw new Error('The first call to a worker must be open.');
      answer({ call, result: await callCore(await core, method, parameters) });
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    // After a trap the memory of the core cannot be trusted, so nothing more may be asked of it.
    const fatal = method === 'open' || error instanceof WebAssembly.RuntimeError;
    answer({ call, error: { name, message, fatal } });
  }
});

/** @param {Answer} answer */
function answer(answer) {
  postMessage(answer);
}
