/**
 * The ground that browser tests stand on.
 *
 *     import { inEachBrowser } from './harness.mjs';
 *
 *     inEachBrowser((open) => {
 *       test('the page opens', async () => {
 *         const { page, problems } = await open('/?sample');
 *         assert.equal(await page.title(), 'wiremark');
 *         assert.deepEqual(problems, []);
 *       });
 *     });
 *
 * Every test runs in Chromium and in Firefox, each visit in a profile of its own that is closed after
 * the test. Both browsers are kept from looking up any host but this machine; what a page asks of
 * another one is recorded in `visit.foreign` all the same.
 *
 * `cargo xtask test` serves the page and says where in WIREMARK_ADDRESS. Without it, as in
 * `node --test tests/browser/smoke.test.mjs`, the harness runs `cargo xtask serve`, which builds what
 * is missing. WIREMARK_CHROMIUM and WIREMARK_FIREFOX name a browser that is somewhere unusual;
 * WIREMARK_BROWSERS=firefox runs only the one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { after, afterEach, before, describe } from 'node:test';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * One page, opened.
 * @typedef {object} Visit
 * @property {import('puppeteer-core').Page} page
 * @property {string} address  The page's origin, with a slash at the end.
 * @property {string[]} foreign  Every URL asked of another host, by the page or its workers.
 * @property {string[]} problems  Every uncaught error and every console.error, with the address that it is about.
 * @property {(name: string) => Promise<string>} screenshot  Saves what is in view and returns the file.
 */

/**
 * Opens a path of the page, `/` without one.
 * @callback Open
 * @param {string} [path]
 * @param {{ width?: number, height?: number }} [viewport]  In CSS pixels.
 * @returns {Promise<Visit>}
 */

/** How long one test may take, in milliseconds. */
const TIMEOUT = 120_000;

const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));

/** @type {Record<BrowserName, string[]>} */
const USUAL_PLACES = JSON.parse(readFileSync(new URL('./browsers.json', import.meta.url), 'utf8'));

/** The browsers that tests run in. */
export const browserNames = /** @type {BrowserName[]} */ (
  process.env.WIREMARK_BROWSERS?.split(',') ?? ['chromium', 'firefox']
);

/**
 * Declares tests once for each browser in light and in dark.
 * @param {(open: (path: string, width: number) => Promise<import('puppeteer-core').Page>, scheme: 'light' | 'dark') => void} declare
 *   A page that it opens is as wide as asked, in CSS pixels, and closed with the browser after all tests.
 */
export function inEachScheme(declare) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const name of browserNames) {
      // Firefox takes the scheme at launch only.
      describe(`${name}, ${scheme}`, () => {
        /** @type {import('puppeteer-core').Browser} */
        let browser;
        /** @type {Server} */
        let server;
        before(async () => {
          const preferences = { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 };
          [server, browser] = await Promise.all([startServer(), launch(name, preferences)]);
        });
        after(async () => {
          await browser?.close();
          server?.stop();
        });
        declare(async (path, width) => {
          const page = await browser.newPage();
          await page.setViewport({ width, height: 900 });
          if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(new URL(path, server.address).href);
          return page;
        }, scheme);
      });
    }
  }
}

/**
 * Declares tests once for each browser.
 * @param {(open: Open, browser: BrowserName) => void} declare
 */
export function inEachBrowser(declare) {
  for (const name of browserNames) {
    describe(name, { timeout: TIMEOUT }, () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      /** @type {Server} */
      let server;

      before(async () => {
        [server, browser] = await Promise.all([startServer(), launch(name)]);
      });
      afterEach(async () => {
        const open = browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext());
        await Promise.all(open.map((context) => context.close()));
      });
      after(async () => {
        await browser?.close();
        server?.stop();
      });

      declare((path, viewport) => visit(browser, name, server.address, path, viewport), name);
    });
  }
}

/**
 * Starts a browser, headless and cut off from every other host.
 * @param {BrowserName} name
 * @param {Record<string, string | number | boolean>} [preferences]  Of Firefox, as in about:config.
 * @param {string} [userDataDir]  A folder that keeps what the browser keeps; without it one that goes with the browser.
 */
export function launch(name, preferences = {}, userDataDir) {
  const executablePath = find(name);
  if (name === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir,
      extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1', ...preferences },
    });
  }
  return puppeteer.launch({
    browser: 'chrome',
    executablePath,
    userDataDir,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}

/**
 * Where a browser is.
 * @param {BrowserName} name
 * @returns {string}
 */
function find(name) {
  const variable = `WIREMARK_${name.toUpperCase()}`;
  const path = process.env[variable] ?? USUAL_PLACES[name].find((place) => existsSync(place));
  if (!path) {
    throw new Error(`no ${name} in the usual places: install it, or set ${variable} to its path`);
  }
  return path;
}

/**
 * @typedef {object} Server
 * @property {string} address  With a slash at the end.
 * @property {() => void} stop
 */

/**
 * Serves the page, or joins the server that already does.
 * @returns {Promise<Server>}
 */
export async function startServer() {
  const given = process.env.WIREMARK_ADDRESS;
  if (given) return { address: given, stop() {} };
  const child = spawn('cargo', ['xtask', 'serve', '--port', '0'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('http://')) return { address: line, stop: () => void child.kill() };
  }
  throw new Error('`cargo xtask serve` ended without serving; its message is above');
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {BrowserName} name
 * @param {string} address
 * @param {string} path
 * @param {{ width?: number, height?: number }} viewport
 * @returns {Promise<Visit>}
 */
async function visit(browser, name, address, path = '/', { width = 1280, height = 800 } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });

  /** @type {string[]} */
  const foreign = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && `${origin}/` !== address) foreign.push(request.url());
  });

  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // The message that a file is missing does not say which.
    if (message.type() === 'error') problems.push([message.text(), message.location().url ?? ''].join(' ').trim());
  });

  await page.goto(new URL(path, address).href);
  return {
    page,
    address,
    foreign,
    problems,
    async screenshot(title) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const file = `${SCREENSHOTS}${title}-${name}.png`;
      await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
      return file;
    },
  };
}
