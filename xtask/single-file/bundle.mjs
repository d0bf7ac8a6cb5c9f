/**
 * Puts the page into one file that works from a double-click: scripts and styles in one piece each, the data compressed
 * and in base64, the Worker's script among the data. Its policy names the script and the styles by their hashes and lets
 * nothing be fetched.
 *
 *     node xtask/single-file/bundle.mjs OUTPUT [FILE...]
 *
 * Each FILE is data that the page reads, as a path from the root of the repository on. `cargo xtask dist` calls this.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SHEETS, TARGET } from '../site/page.mjs';
import { sampleInside } from '../site/sample.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The module of this name asks the server: the page's own, not the package's. */
const FILES = /\/files\.js$/;
const OF_THE_PAGE = /\/www\/page\//;

/** @type {import('esbuild').Plugin} */
const filesInThePage = {
  name: 'files in the page',
  setup({ onResolve }) {
    onResolve({ filter: FILES }, ({ importer }) =>
      OF_THE_PAGE.test(importer) ? { path: `${ROOT}www/page/single/files.js` } : undefined,
    );
  },
};

/**
 * A script or style sheet with all that it imports.
 * @param {string} entry
 * @param {Partial<import('esbuild').BuildOptions>} [options]
 */
async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [ROOT + entry],
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    target: TARGET,
    // Addresses beside a script lead nowhere from here; nobody asks for them.
    // And a script of others tells a page from Node.js by what a module lacks.
    logOverride: { 'empty-import-meta': 'silent', 'commonjs-variable-in-esm': 'silent', 'import-is-undefined': 'silent' },
    write: false,
    ...options,
  });
  const output = outputFiles?.[0];
  if (!output) throw new Error(`esbuild made nothing of ${entry}`);
  return output.text.trim();
}

/** @param {string} text */
function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * @param {string} page
 * @param {RegExp} pattern
 * @param {string} replacement
 */
function replaced(page, pattern, replacement) {
  if (!pattern.test(page)) throw new Error(`index.html has nothing like ${pattern}`);
  return page.replace(pattern, () => replacement);
}

const [output = '', ...data] = process.argv.slice(2);
let page = readFileSync(`${ROOT}index.html`, 'utf8');

const sheets = [...page.matchAll(SHEETS)].map(([, sheet]) => sheet ?? '');
// The last imports what the one before it only hurries along.
const entry = [...page.matchAll(/<script type="module"[^>]* src="([^"]+)"><\/script>/g)].at(-1)?.[1] ?? '';
const script = await bundle(entry, { plugins: [filesInThePage, sampleInside] });
const styles = (await Promise.all(sheets.map((sheet) => bundle(sheet)))).join('\n');
// Either would end the element that it is to stand in, or hide its end.
for (const [text, ends] of /** @type {[string, RegExp][]} */ ([[script, /<\/script|<!--/i], [styles, /<\/style/i]])) {
  if (ends.test(text)) throw new Error(`what is to stand in the page holds ${ends}`);
}

/** @type {[string, Buffer][]} */
const held = data.map((file) => [file, readFileSync(ROOT + file)]);
// No browser but Firefox starts a module from a page that is a file.
for (const worker of ['pkg/worker.js', 'www/page/import/docx-worker.js']) {
  held.push([worker, Buffer.from(await bundle(worker, { format: 'iife' }))]);
}
const blocks = held.map(
  ([name, content]) =>
    `<script type="application/gzip" id="${name}">${gzipSync(content, { level: 9 }).toString('base64')}</script>`,
);

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${hash(styles)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

page = page.replace(/<link rel="(?:stylesheet|manifest|modulepreload|preload|apple-touch-icon)"[^>]*>\s*/g, '');
page = replaced(page, /(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
page = replaced(page, /<script type="module"[^>]* src="[^"]+"><\/script>\s*/g, '');
const asked = [...page.matchAll(/<[a-z][^>]*\s(?:src|href)="(?!data:)([^"]*)"/g)];
if (asked.length > 0) throw new Error(`the page would still ask for ${asked.map(([, address]) => address)}`);
page = replaced(page, /<\/head>/, `<style>${styles}</style>\n</head>`);
page = replaced(page, /<\/body>/, `${blocks.join('\n')}\n<script type="module">${script}</script>\n</body>`);
writeFileSync(output, page);
