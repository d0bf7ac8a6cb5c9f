/**
 * Makes the inline builds of the package, each one script that asks for no file: `inline.js`, a module, and
 * `inline.global.js`, a classic script that calls it `wiremark`, for pages that are files.
 *
 *     node xtask/inline/bundle.mjs PACKAGE
 *
 * PACKAGE is the built package, where they are put. `cargo xtask package` calls this.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [packageFolder = ''] = process.argv.slice(2);

/** @type {import('esbuild').BuildOptions} */
const OPTIONS = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['chrome125', 'firefox128'],
  absWorkingDir: ROOT,
  // Addresses beside a script lead nowhere from here; nobody asks for them.
  logOverride: { 'empty-import-meta': 'silent' },
};

/** The bindings stand in the built package, what is written by hand in `www/package`. @type {import('esbuild').Plugin} */
const bindings = {
  name: 'bindings',
  setup({ onResolve }) {
    onResolve({ filter: /\/wiremark_core\.js$/ }, () => ({ path: `${ROOT}${packageFolder}/wiremark_core.js` }));
  },
};

const worker = await build({
  ...OPTIONS,
  entryPoints: ['www/package/worker.js'],
  format: 'iife',
  plugins: [bindings],
  write: false,
});

/** @param {string} file */
const compressed = (file) => gzipSync(readFileSync(`${ROOT}${packageFolder}/${file}`), { level: 9 }).toString('base64');

const held = {
  wasm: compressed('wiremark_core_bg.wasm'),
  lexicon: compressed('lexicon.bin'),
  worker: worker.outputFiles[0]?.text ?? '',
};

/** @type {import('esbuild').Plugin} */
const inScript = {
  name: 'held in the script',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^held$/ }, () => ({ path: 'held', namespace: 'held' }));
    onLoad({ filter: /.*/, namespace: 'held' }, () => ({ contents: `export const held = ${JSON.stringify(held)}` }));
  },
};

for (const [name, format] of /** @type {['inline.js' | 'inline.global.js', 'esm' | 'iife'][]} */ ([['inline.js', 'esm'], ['inline.global.js', 'iife']])) {
  await build({
    ...OPTIONS,
    entryPoints: ['xtask/inline/entry.js'],
    format,
    globalName: format === 'iife' ? 'wiremark' : undefined,
    outfile: `${packageFolder}/${name}`,
    plugins: [bindings, inScript],
  });
}
