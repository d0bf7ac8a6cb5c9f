import { callCore, openCore } from './core.js';

/**
 * A backing that runs the core in the calling thread.
 *
 * @param {import('./index.js').Sources} sources
 * @returns {Promise<import('./desk.js').Backing>}
 */
export async function openHere(sources) {
  const core = await openCore(sources);
  let open = true;
  return {
    async call(method, parameters) {
      if (!open) throw new Error('This desk is closed. Open another with load().');
      return callCore(core, method, parameters);
    },
    close() {
      if (open) core.free();
      open = false;
    },
  };
}
