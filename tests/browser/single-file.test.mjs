/** The page in one file, opened with a double-click: everything works, and nothing is asked of anybody. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { builtFolder } from './built.mjs';
import { browserNames, launch } from './harness.mjs';
import { answered, dropFiles, holdDownloads, painted, pasteStory, report, texts } from './page.mjs';
import { paragraph, wordDocument } from './word.mjs';

const FIRST = 'GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.';
const SECOND = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';

/** The address of something that the page made itself. */
const MADE = /^(blob|data):/;

/** By now everything is written, however busy the machine. */
const WRITTEN = 1_000;

for (const name of browserNames) {
  describe(name, { timeout: 120_000 }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    /**
     * Opens the file.
     * @param {string} [query]
     * @param {() => void} [first] Runs in the page before its own scripts.
     */
    async function openFile(query = '', first) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => {
        // Opening the file is the reader's doing; and for what the page made itself nobody is asked.
        if (!request.isNavigationRequest() && !MADE.test(request.url())) asked.push(request.url());
      });
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.evaluateOnNewDocument(() => {
        Object.assign(globalThis, { refused: [] });
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          /** @type {any} */ (globalThis).refused.push(`${violatedDirective} ${blockedURI}`);
        });
      });
      if (first) await page.evaluateOnNewDocument(first);
      const address = `${pathToFileURL(`${builtFolder()}wiremark.html`)}${query}`;
      await page.goto(address);
      return { page, asked, problems, address };
    }

    /** @param {Awaited<ReturnType<typeof openFile>>} visit */
    async function assertAlone({ page, asked, problems }) {
      assert.deepEqual(asked, []);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).refused), []);
      assert.deepEqual(
        (await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).filter((it) => !MADE.test(it)),
        [],
      );
      assert.deepEqual(problems, []);
      await page.close();
    }

    test('the sample is compared, in a Worker, with names from the lexicon', async () => {
      const visit = await openFile('?sample');
      const { page } = visit;
      await answered(page);
      assert.equal((await texts(page)).length, 5);
      const { overlaps, entities } = await report(page);
      assert.ok(overlaps.length > 4);
      assert.ok(entities.some(({ kind }) => kind === 'person'));
      assert.ok((await painted(page, 'verbatim', 0)).length > 0);
      assert.equal(page.workers().length, 1, 'the analysis has a thread of its own');
      await assertAlone(visit);
    });

    test('a Word document is read', async () => {
      const visit = await openFile('?empty');
      await dropFiles(visit.page, [{ name: 'word.docx', bytes: await wordDocument(paragraph(FIRST)) }]);
      await visit.page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, FIRST);
      await assertAlone(visit);
    });

    test('without a Worker the analysis runs in the page', async () => {
      const visit = await openFile('?empty', () => {
        globalThis.Worker = /** @type {any} */ (
          class {
            constructor() {
              throw new Error('no Workers here');
            }
          }
        );
      });
      await pasteStory(visit.page, [FIRST, SECOND]);
      assert.equal((await report(visit.page)).numberDifferences?.length, 1);
      assert.equal(visit.page.workers().length, 0);
      await assertAlone(visit);
    });

    test('texts are kept over a reload, and a report can be saved', async () => {
      const visit = await openFile('?empty');
      const { page } = visit;
      await pasteStory(page, [FIRST, SECOND]);
      await new Promise((resolve) => setTimeout(resolve, WRITTEN));
      await page.goto(visit.address.replace('?empty', ''));
      await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, FIRST);
      await answered(page);
      const lastSaved = await holdDownloads(page);
      await page.click('#open-export');
      await page.waitForFunction(() => /** @type {HTMLDialogElement} */ (document.querySelector('#export')).open);
      await page.click('[data-file="report.html"]');
      assert.match(await lastSaved(), /Figures that cannot both be right/);
      await assertAlone(visit);
    });
  });
}
