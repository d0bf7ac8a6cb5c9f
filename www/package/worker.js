/**
 * The Worker's end: an engine, which answers one call after the other. The first message opens it.
 *
 * @typedef {{ call: number, desk: number, method: string, parameters: unknown[] }} Call
 * @typedef {{ call: number, result?: unknown, error?: { name: string, message: string } }} Answer
 */

import { Engine } from './engine.js';
import { messageOf } from './errors.js';

/** @type {Promise<Engine> | undefined} */
let engine;

addEventListener('message', async (/** @type {MessageEvent<Call>} */ { data: { call, desk, method, parameters } }) => {
  try {
    engine ??= Engine.open(/** @type {import('./index.js').Sources} */ (parameters[0]));
    const opened = await engine;
    answer({ call, result: method === 'open' ? undefined : await opened.call(desk, method, parameters) });
  } catch (error) {
    const crashed = error instanceof WebAssembly.RuntimeError;
    answer({ call, error: { name: crashed ? 'CrashError' : /** @type {Error} */ (error).name, message: messageOf(error) } });
  }
});

/** @param {Answer} answer */
function answer(answer) {
  postMessage(answer);
}
