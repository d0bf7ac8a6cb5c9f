/** Bundles an editor with its adapter for the page, once for all tests of a run. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('./', import.meta.url));

/** Where the bundles go, from the root of the project: nothing that git keeps. */
export const BUNDLES = 'target/editors';

/** @type {Map<string, Promise<boolean>>} */
const made = new Map();

/**
 * @param {string} name An adapter.
 * @returns {Promise<boolean>} Whether a style sheet of the editor's goes with it.
 */
export function bundle(name) {
  const making = made.get(name) ?? make(name);
  made.set(name, making);
  return making;
}

/** @param {string} name */
async function make(name) {
  const { metafile } = await build({
    metafile: true,
    entryPoints: [`${HERE}adapters/${name}.mjs`],
    outdir: fileURLToPath(new URL(`../../${BUNDLES}/`, import.meta.url)),
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_GUTENBERG_PLUGIN': 'false', global: 'globalThis' },
    loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    // Lexical has a build for each of the two.
    conditions: ['production', 'browser', 'import'],
  });
  return Object.keys(metafile.outputs).some((file) => file.endsWith('.css'));
}
