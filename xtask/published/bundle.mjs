/**
 * Puts the package together as it is published: each script that has an address of its own, and what these share, in as
 * few files as there can be, with short names inside. A small file compresses badly, so this is a quarter less to download.
 *
 *     node xtask/published/bundle.mjs PACKAGE FOLDER
 *
 * PACKAGE is the built package; FOLDER is emptied first. `cargo xtask package` calls this.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'esbuild';

const [packageFolder = '', folder = ''] = process.argv.slice(2);

/** Nobody downloads what runs in Node.js; it stays as it is, and so do the addresses of what it imports. */
const NODE = join(packageFolder, 'node');

/** Bundled already. */
const INLINE = /^\.\/inline/;

/**
 * The files that the package offers by an address.
 *
 * @param {unknown} exported A value of `exports` in package.json.
 * @returns {string[]}
 */
function addresses(exported) {
  return typeof exported === 'string' ? [exported] : Object.values(/** @type {object} */ (exported)).flatMap(addresses);
}

const { exports } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
const offered = addresses(exports).filter((file) => extname(file) === '.js' && !INLINE.test(file) && !file.startsWith('./node/'));
const imported = readdirSync(NODE).flatMap((file) =>
  [...readFileSync(join(NODE, file), 'utf8').matchAll(/'\.(\.\/[\w-]+\.js)'/g)].map(([, imported = '']) => imported),
);
// What is named in a comment may be a declaration alone.
const needed = imported.filter((file) => existsSync(join(packageFolder, file)));

rmSync(folder, { recursive: true, force: true });
cpSync(packageFolder, folder, {
  recursive: true,
  filter: (file) => extname(file) !== '.js' || file.startsWith(NODE) || INLINE.test(`./${file.slice(packageFolder.length + 1)}`),
});
await build({
  entryPoints: [...new Set([...offered, ...needed])].map((file) => join(packageFolder, file)),
  outbase: packageFolder,
  outdir: folder,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  target: 'es2022',
  chunkNames: 'shared-[hash]',
});
