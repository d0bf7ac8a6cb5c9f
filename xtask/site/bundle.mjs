/**
 * Puts the page together as it is opened: its scripts and style sheets in as few files as there can be, since a browser
 * asks for each by itself. What is loaded later stays apart.
 *
 *     node xtask/site/bundle.mjs [--maps]
 *
 * Prints what it made as JSON: a text for each path, from the root of the site on. With `--maps` a debugger shows the files as
 * they were written. `cargo xtask dist` calls this, and so does `cargo xtask serve`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SHEETS, TARGET } from './page.mjs';
import { sampleInside } from './sample.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the scripts of the page and what they share go, and the one style sheet. */
const PAGE = 'www/page';
const SHEET = `${PAGE}/styles/page.css`;

/** What starts by itself: each has to be one file, because a module that a Worker imports is one more way to go. */
const WORKERS = ['pkg/worker.js', `${PAGE}/import/docx-worker.js`];

const SCRIPTS = /<script [^>]*src="([^"]+)"><\/script>/g;

/**
 * The package as it is written where it is written by hand, so that an edit shows. A file that one of its scripts finds
 * beside itself is still there when the script has moved.
 *
 * @type {import('esbuild').Plugin}
 */
const packageBeside = {
  name: 'package beside the page',
  setup({ initialOptions, onLoad }) {
    const moved = initialOptions.splitting ? `${relative(PAGE, 'pkg')}/` : './';
    onLoad({ filter: /\/pkg\/[\w-]+\.js$/ }, ({ path }) => {
      const written = path.replace(/pkg(?=\/[^/]+$)/, 'www/package');
      const text = readFileSync(existsSync(written) ? written : path, 'utf8');
      return { contents: text.replace(/(?<=new URL\(['"])\.\/(?=[^'"]+['"], ?import\.meta\.url\))/g, moved) };
    });
  },
};

/** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
const OPTIONS = {
  absWorkingDir: ROOT,
  outdir: ROOT,
  outbase: ROOT,
  bundle: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  target: TARGET,
  sourcemap: process.argv.includes('--maps') ? 'linked' : false,
  // A script of others tells a page from Node.js by what a module lacks.
  logOverride: { 'commonjs-variable-in-esm': 'silent', 'import-is-undefined': 'silent' },
  write: false,
  metafile: true,
};

const page = readFileSync(`${ROOT}index.html`, 'utf8');
const scripts = [...page.matchAll(SCRIPTS)].map(([, script = '']) => script);
const sheets = [...page.matchAll(SHEETS)].map(([, sheet = '']) => `@import './${sheet}';`);
const [ofThePage, ...others] = await Promise.all([
  build({ ...OPTIONS, entryPoints: scripts, plugins: [packageBeside, sampleInside], splitting: true, chunkNames: `${PAGE}/[name]-[hash]` }),
  ...WORKERS.map((worker) => build({ ...OPTIONS, entryPoints: [worker], plugins: [packageBeside] })),
  build({ ...OPTIONS, stdin: { contents: sheets.join('\n'), loader: 'css', resolveDir: ROOT }, outdir: undefined, outfile: ROOT + SHEET }),
]);

/**
 * What a script waits for.
 *
 * @param {string} script
 * @returns {string[]}
 */
function awaited(script) {
  const imports = ofThePage.metafile.outputs[script]?.imports ?? [];
  return imports.filter(({ kind }) => kind === 'import-statement').flatMap(({ path }) => [path, ...awaited(path)]);
}

// Named in the page, all of it comes at once.
const links = [...new Set(scripts.flatMap(awaited))].map((script) => `<link rel="modulepreload" href="${script}">\n  `);
const [first, ...more] = page.match(SHEETS) ?? [];
if (!first || links.length === 0) throw new Error('index.html has no style sheets, or its scripts have nothing in common');
let put = more.reduce((page, sheet) => page.replace(sheet, ''), page);
put = put.replace(first, `<link rel="stylesheet" href="${SHEET}">\n  `);
put = put.replace(/(?=<script )/, links.join(''));

const files = [ofThePage, ...others].flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [relative(ROOT, path), text]));
console.log(JSON.stringify(Object.fromEntries([['index.html', put], ...files])));
