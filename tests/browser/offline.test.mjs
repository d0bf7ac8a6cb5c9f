/** The site as `cargo xtask dist` writes it: kept for when there is no network, and never two versions at once. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { builtFolder } from './built.mjs';
import { browserNames, launch } from './harness.mjs';
import { answered, dropFiles, paste, pasteStory, report, texts } from './page.mjs';
import { serveFolder } from './static-server.mjs';
import { paragraph, wordDocument } from './word.mjs';

const FIRST = 'GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.';
const SECOND = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';

/** @typedef {{ version: string, files: [address: string, integrity: string][] }} Built */

/**
 * What a service worker was told, and what it says besides.
 * @param {string} folder
 * @returns {[Built, string]}
 */
function builtIn(folder) {
  const [, told = '', rest = ''] = /^globalThis\.BUILT = (.*);\n([^]*)/.exec(readFileSync(`${folder}service-worker.js`, 'utf8')) ?? [];
  return [JSON.parse(told), rest];
}

/** Another version of the site, whose page and whose scripts say so. @returns {string} Its folder. */
function nextVersion() {
  const folder = `${mkdtempSync(join(tmpdir(), 'wiremark-'))}/`;
  cpSync(builtFolder(), folder, { recursive: true });
  const [{ version, files }, rest] = builtIn(folder);
  const next = [...version].reverse().join('');
  renameSync(folder + version, folder + next);
  const page = readFileSync(`${folder}index.html`, 'utf8').replaceAll(version, next).replace('<title>', '<title>Newer ');
  writeFileSync(`${folder}index.html`, page);
  const script = `${folder}${next}/www/page/main.js`;
  writeFileSync(script, `${readFileSync(script, 'utf8')}\nglobalThis.newer = true;\n`);
  const manifest = `${folder}manifest.webmanifest`;
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(version, next));
  /** @type {Built['files']} */
  const hashed = files.map(([address]) => {
    const moved = address.replace(version, next);
    const content = readFileSync(folder + (moved === './' ? 'index.html' : moved));
    return [moved, `sha256-${createHash('sha256').update(content).digest('base64')}`];
  });
  writeFileSync(`${folder}service-worker.js`, `globalThis.BUILT = ${JSON.stringify({ version: next, files: hashed })};\n${rest}`);
  return folder;
}

for (const name of browserNames) {
  describe(name, { timeout: 180_000 }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveFolder>>} */
    let server;
    /** @type {string} */
    let newer;
    before(async () => {
      newer = nextVersion();
      browser = await launch(name);
    });
    afterEach(async () => {
      server.stop();
      const open = browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext());
      await Promise.all(open.map((context) => context.close()));
    });
    after(async () => {
      rmSync(newer, { recursive: true });
      await browser?.close();
    });

    /**
     * @param {string} [query]
     * @param {() => void} [first] Runs in the page before its own scripts.
     */
    async function visit(query = '', first) {
      server = await serveFolder(builtFolder());
      const page = await (await browser.createBrowserContext()).newPage();
      await page.setViewport({ width: 1280, height: 800 });
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      if (first) await page.evaluateOnNewDocument(first);
      await page.goto(server.address + query);
      return { page, problems };
    }

    /** @param {import('puppeteer-core').Page} page */
    const kept = (page) =>
      page.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated' && !!navigator.serviceWorker.controller,
        { polling: 50, timeout: 60_000 },
      );

    /** @param {import('puppeteer-core').Page} page */
    const versionsKept = (page) =>
      page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)));

    test('after the first visit it works without a network, with what was written', async () => {
      const { page, problems } = await visit('?empty');
      await pasteStory(page, [FIRST, SECOND]);
      await kept(page);
      await page.waitForFunction(
        () => new Promise((resolve) => {
          const request = indexedDB.open('wiremark');
          request.onsuccess = () => {
            const all = request.result.transaction('desks').objectStore('desks').getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result).includes('50 passengers'));
          };
        }),
        { polling: 100 },
      );
      server.stop();
      // As somebody comes back to it: the address without anything behind it.
      await page.goto(server.address);
      await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, FIRST);
      await answered(page);
      assert.equal((await report(page)).numberDifferences?.length, 1);
      await page.reload();
      await answered(page);
      await page.click('#load-sample');
      await page.waitForFunction(() => document.querySelectorAll('textarea').length === 5, { polling: 50 });
      await answered(page);
      await dropFiles(page, [{ name: 'word.docx', bytes: await wordDocument(paragraph(FIRST)) }]);
      await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, FIRST);
      assert.deepEqual(problems, []);
    });

    test('a first look asks for few files', async () => {
      const { page } = await visit('?sample');
      await answered(page);
      const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      // Below six, what the page is known to load would not be all there.
      assert.ok(files.length > 5 && files.length <= 16, files.join('\n'));
    });

    test('once it is kept, nothing is asked for any more', async () => {
      const { page, problems } = await visit('?sample');
      await answered(page);
      await kept(page);
      server.asked.length = 0;
      await page.click('#empty-desk');
      await paste(page, 0, FIRST);
      await paste(page, 1, SECOND);
      await answered(page);
      await page.click('#load-sample');
      await page.waitForFunction(() => document.querySelectorAll('textarea').length === 5, { polling: 50 });
      await answered(page);
      assert.deepEqual(server.asked, []);
      // A Word document is read in a Worker of its own. Whenever one starts, Firefox itself asks, as after a reload,
      // whether there is a newer version of the site; Chromium does not.
      await dropFiles(page, [{ name: 'word.docx', bytes: await wordDocument(paragraph(FIRST)) }]);
      await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, FIRST);
      await answered(page);
      assert.deepEqual(server.asked.filter((path) => name !== 'firefox' || path !== '/service-worker.js'), []);
      assert.deepEqual(problems, []);
    });

    test('a newer version comes with a reload, whole', async () => {
      const { page, problems } = await visit('?sample');
      await answered(page);
      await kept(page);
      const [{ version }] = builtIn(builtFolder());
      const [{ version: next }] = builtIn(newer);
      server.move(newer);
      // This reload shows what is kept, and finds the newer version; the next one shows that.
      await page.reload();
      assert.equal(await page.$eval('html', (html) => html.dataset.version), version);
      await page.waitForFunction(
        async (next) => (await caches.keys()).some((name) => name.endsWith(next)) && !(await navigator.serviceWorker.getRegistration())?.installing,
        { polling: 50 },
        next,
      );
      await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.waiting, { polling: 50 });
      assert.equal(await page.evaluate(() => 'newer' in globalThis), false);
      server.asked.length = 0;
      await page.reload();
      await answered(page);
      assert.match(await page.title(), /^Newer/);
      const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.ok(files.length > 5 && files.every((file) => !file.includes(version)), 'all of one version');
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).newer), true);
      assert.deepEqual(server.asked.filter((path) => path !== '/service-worker.js'), [], 'it was there before the reload');
      assert.deepEqual(problems, []);
    });

    test('a version that is only half there is not taken', async () => {
      const { page } = await visit('?sample');
      await answered(page);
      await kept(page);
      const [{ version }] = builtIn(builtFolder());
      const [{ version: next }] = builtIn(newer);
      const half = `${mkdtempSync(join(tmpdir(), 'wiremark-'))}/`;
      cpSync(newer, half, { recursive: true });
      writeFileSync(`${half}${next}/www/page/import/docx-worker.js`, '// cut sho');
      server.move(half);
      server.asked.length = 0;
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll('textarea').length === 5, { polling: 50 });
      const until = Date.now() + 20_000;
      while (!server.asked.some((path) => path.endsWith('docx-worker.js')) && Date.now() < until) await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.ok(server.asked.some((path) => path.includes(next)), 'the newer version was tried');
      await page.waitForFunction(
        async (next) => {
          const registration = await navigator.serviceWorker.getRegistration();
          return !registration?.installing && !(await caches.keys()).some((name) => name.endsWith(next));
        },
        { polling: 50 },
        next,
      );
      await page.reload();
      await answered(page);
      assert.equal(await page.$eval('html', (html) => html.dataset.version), version);
      assert.deepEqual(await versionsKept(page), [version]);
      rmSync(half, { recursive: true });
    });

    test('a browser that keeps nothing shows the page all the same', async () => {
      const { page, problems } = await visit('?empty', () => {
        const refuse = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        for (const store of ['indexedDB', 'caches', 'localStorage', 'sessionStorage']) {
          Object.defineProperty(globalThis, store, { get: refuse, configurable: true });
        }
        Object.defineProperty(ServiceWorkerContainer.prototype, 'register', { value: async () => refuse() });
        if (globalThis.LockManager) Object.defineProperty(LockManager.prototype, 'request', { value: async () => refuse() });
      });
      await pasteStory(page, [FIRST, SECOND]);
      assert.equal((await report(page)).numberDifferences?.length, 1);
      await page.waitForFunction(() => /does not keep your texts/.test(document.querySelector('#alert')?.textContent ?? ''), { polling: 50 });
      await page.click('#open-desks');
      await page.click('#forget');
      await page.click('#forget-now');
      await page.waitForFunction(() => [...document.querySelectorAll('textarea')].every(({ value }) => value === ''), { polling: 50 });
      assert.match(await page.$eval('#alert', ({ textContent }) => textContent ?? ''), /clear its site data/);
      assert.deepEqual(problems, []);
    });

    test('“forget everything” leaves nothing: no text, no file, no service worker', async () => {
      const { page, problems } = await visit('?empty');
      await pasteStory(page, [FIRST, SECOND]);
      await kept(page);
      await page.click('#open-desks');
      await page.click('#forget');
      await page.click('#forget-now');
      await page.waitForFunction(() => /forgotten/.test(document.querySelector('#notice')?.textContent ?? ''), { polling: 50 });
      const left = await page.evaluate(async () => ({
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        storage: localStorage.length + sessionStorage.length,
        databases: await Promise.all(
          (await indexedDB.databases()).map(
            ({ name }) =>
              new Promise((resolve) => {
                const request = indexedDB.open(name ?? '');
                request.onsuccess = () => {
                  const [store] = request.result.objectStoreNames;
                  if (!store) return resolve(0);
                  const count = request.result.transaction(store).objectStore(store).count();
                  count.onsuccess = () => resolve(count.result);
                };
              }),
          ),
        ),
        cookies: document.cookie,
      }));
      assert.deepEqual({ ...left, databases: left.databases.filter((count) => count !== 0) }, { caches: [], workers: 0, storage: 0, databases: [], cookies: '' });
      assert.deepEqual(problems, []);
    });

    test('it can be installed: a manifest with icons of the sizes that it says', async () => {
      const { page } = await visit('?sample');
      const address = await page.$eval('link[rel="manifest"]', (link) => /** @type {HTMLLinkElement} */ (link).href);
      const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), address);
      assert.equal(manifest.display, 'standalone');
      assert.equal(new URL(manifest.start_url, address).href, server.address);
      for (const { src, sizes, type } of manifest.icons) {
        const size = await page.evaluate(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, new URL(src, address).href);
        if (type === 'image/png') assert.equal(size, sizes);
      }
      if (name !== 'chromium') return;
      const client = await page.createCDPSession();
      await answered(page);
      await kept(page);
      const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
      // A test visits in a window that leaves no trace, where no browser installs anything.
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito'), []);
    });
  });
}
