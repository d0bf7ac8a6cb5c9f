/**
 * Packs the WordPress plugin: its script in one piece, beside the package as it is built.
 *
 *     node xtask/wordpress/pack.mjs OUTPUT
 *
 * `cargo xtask wordpress` calls this.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import JSZip from 'jszip';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What stands at the top of the plugin's folder as it is. */
const AS_THEY_ARE = ['wordpress/wiremark.php', 'wordpress/readme.txt', 'wordpress/sidebar.css', 'LICENSE-MIT', 'LICENSE-APACHE'];

/** What of the package a page begins with; what these import comes with them. */
const ENTRIES = ['pkg/index.js', 'pkg/marks.js', 'pkg/worker.js'];

/** What its scripts fetch. */
const DATA = ['pkg/wiremark_core_bg.wasm', 'pkg/lexicon.bin', 'pkg/model.bin'];

/** One date for all, so that equal files make an equal archive. */
const DATE = new Date('2020-01-01T00:00:00Z');

/**
 * The package is a folder of the plugin.
 * @type {import('esbuild').Plugin}
 */
const inThePlugin = {
  name: 'in the plugin',
  setup({ onResolve }) {
    onResolve({ filter: /\/pkg\/(index|marks)\.js$/ }, ({ path }) => ({ path: `./pkg/${basename(path)}`, external: true }));
  },
};

const [output = ''] = process.argv.slice(2);
const { outputFiles } = await build({
  entryPoints: [`${ROOT}wordpress/sidebar.js`],
  bundle: true,
  format: 'esm',
  charset: 'utf8',
  target: 'es2022',
  plugins: [inThePlugin],
  write: false,
});
const { metafile } = await build({
  entryPoints: ENTRIES,
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  outdir: 'target',
  metafile: true,
  write: false,
});
const zip = new JSZip();
const add = (/** @type {string} */ name, /** @type {Uint8Array} */ content) =>
  zip.file(`wiremark/${name}`, content, { date: DATE, createFolders: false });
add('sidebar.js', outputFiles[0]?.contents ?? new Uint8Array());
for (const file of AS_THEY_ARE) add(basename(file), readFileSync(ROOT + file));
for (const file of [...Object.keys(metafile.inputs), ...DATA].sort()) add(file, readFileSync(ROOT + file));
writeFileSync(output, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'UNIX' }));
