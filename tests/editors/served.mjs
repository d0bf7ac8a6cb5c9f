/** Serves the project for these tests: the package, and the editors as they are bundled for the page. */
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../browser/static-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns {Promise<() => void>} Ends it. The harness finds it by the environment. */
export async function serveProject() {
  const { address, stop } = await serveFolder(ROOT);
  process.env.WIREMARK_ADDRESS = address;
  return stop;
}
