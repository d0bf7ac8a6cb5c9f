/** What the benches in the browser share: an empty desk in Chromium, bundling what runs beside wiremark, and telling figures. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch, startServer } from '../../tests/browser/harness.mjs';

/**
 * Opens an empty desk in Chromium, where a script may take as long as it likes, and closes it after the bench.
 *
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} run
 */
export async function onEmptyDesk(run) {
  const server = await startServer();
  const browser = await launch('chromium');
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(new URL('/?empty', server.address).href);
    await run(page);
  } finally {
    await browser.close();
    server.stop();
  }
}

/**
 * A script for the page, made from a module beside this one: it leaves the module's exports in a global of this name.
 *
 * @param {string} file
 * @param {string} name
 */
export async function bundled(file, name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: name,
    write: false,
  });
  return `${outputFiles[0]?.text ?? ''}; globalThis.${name} = ${name};`;
}

/** @param {number[]} times */
export function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/**
 * Says whether a bar holds.
 *
 * @param {string} bar
 * @param {boolean} holds
 */
export function tell(bar, holds) {
  console.log(`    ${holds ? 'holds ' : 'FAILS '} ${bar}`);
}
