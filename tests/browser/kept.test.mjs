/** Nothing is lost: the desk is kept in the browser while it changes, and only there. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, holdDownloads, inside, paste, texts } from './page.mjs';

const FIRST = 'The ferry sailed at noon on Monday with forty passengers, the harbour master said.';
const SECOND = 'The ferry sailed at noon on Monday with fifty passengers, the harbour master said.';

/** What a crash may cost, in milliseconds. */
const LOST = 300;

/** By now everything is written, however busy the machine. */
const WRITTEN = 1_000;

const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));

inEachBrowser((open, browser) => {
  /** Opens the page as somebody who comes back would, and empties it of the sample. */
  async function openOwn() {
    const visit = await open('/', { width: 1440, height: 900 });
    await answered(visit.page);
    await visit.page.click('#empty-desk');
    await paste(visit.page, 0, FIRST);
    await paste(visit.page, 1, SECOND);
    await visit.page.type('.pane-name', 'Harbour desk');
    await answered(visit.page);
    return visit;
  }

  /** @param {import('puppeteer-core').Page} page */
  const ready = (page) => page.waitForFunction(() => document.querySelectorAll('textarea').length > 0);

  test('texts, names and ticks survive a reload', async () => {
    const { page, problems, foreign } = await openOwn();
    // The panels follow the highlights after a pause: the sample's findings may still be there.
    await page.waitForFunction(() => document.querySelector('#findings')?.shadowRoot?.querySelector('.finding')?.textContent?.includes('forty'));
    await page.$eval('pierce/.tick', (tick) => /** @type {HTMLInputElement} */ (tick).click());
    await wait(WRITTEN);
    await page.reload();
    await ready(page);
    assert.deepEqual(await texts(page), [FIRST, SECOND]);
    assert.equal(await page.$eval('.pane-name', (input) => /** @type {HTMLInputElement} */ (input).value), 'Harbour desk');
    await inside(page, 'pierce/.finding.ticked');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('a tab that dies in the middle of a word loses 300 ms at most', async () => {
    const { page, address } = await openOwn();
    const again = await page.browserContext().newPage();
    await page.bringToFront();
    await page.focus('textarea');
    await page.keyboard.press('End');
    await page.keyboard.type(' It rained');
    await wait(LOST);
    if (browser === 'chromium') {
      // A crash, not a close: no event of the page runs any more.
      const client = await page.createCDPSession();
      client.send('Page.crash').catch(() => {});
      await wait(200);
    } else await page.close({ runBeforeUnload: false });
    await again.bringToFront();
    await again.goto(address);
    await ready(again);
    const kept = (await texts(again))[0] ?? '';
    assert.ok(kept.includes(' It rained'), kept);
  });

  test('two tabs never write one desk', async () => {
    const { page, address } = await openOwn();
    await wait(WRITTEN);
    const second = await page.browserContext().newPage();
    await second.goto(address);
    await ready(second);
    assert.notDeepEqual((await texts(second)).slice(0, 2), [FIRST, SECOND]);
  });

  test('several desks: another is started, and the first taken up again', async () => {
    const { page, screenshot, problems } = await openOwn();
    await page.click('#open-desks');
    await page.waitForFunction(() => document.querySelector('dialog')?.open);
    await page.type('#desk-name', 'Ferry');
    await page.click('#start-desk');
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].every(({ value }) => value === ''));
    await paste(page, 0, 'Another story altogether, about a choir in the old town hall.');
    await wait(WRITTEN);
    await page.click('#open-desks');
    await page.waitForSelector('.desk-open');
    assert.deepEqual(await page.$$eval('.desk-open', (all) => all.map(({ textContent }) => textContent)), ['Ferry']);
    await screenshot('desks');
    await page.click('.desk-open');
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, {}, FIRST);
    await page.click('#open-desks');
    await page.waitForSelector('.desk-open');
    assert.equal(await page.$eval('#desk-name', (input) => /** @type {HTMLInputElement} */ (input).value), 'Ferry');
    assert.deepEqual(problems, []);
  });

  test('a desk goes into a file and comes back; another file is refused with its name', async () => {
    const { page } = await openOwn();
    const lastSaved = await holdDownloads(page);
    await page.click('#open-desks');
    await page.waitForFunction(() => document.querySelector('dialog')?.open);
    await page.click('#save-desk');
    const saved = await lastSaved();
    assert.deepEqual(
      JSON.parse(saved).articles.map((/** @type {{ text: string }} */ { text }) => text),
      [FIRST, SECOND],
    );
    const folder = mkdtempSync(join(tmpdir(), 'wiremark-'));
    const file = join(folder, 'desk.json');
    writeFileSync(file, saved.replace('Monday', 'Friday'));
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, readFileSync(new URL('../../package.json', import.meta.url)));

    const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#desk-file'));
    await input.uploadFile(file);
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('Friday'));
    await input.uploadFile(wrong);
    await page.waitForFunction(() => document.querySelector('#alert')?.textContent?.includes('wrong.json'));
    assert.match((await texts(page))[0] ?? '', /Friday/, 'and the desk in hand stays');
  });

  test('“forget everything” does', async () => {
    const { page } = await openOwn();
    await wait(WRITTEN);
    await page.click('#open-desks');
    await page.waitForFunction(() => document.querySelector('dialog')?.open);
    await page.click('#forget');
    await page.click('#forget-now');
    await page.waitForFunction(() => /forgotten/.test(document.querySelector('#notice')?.textContent ?? ''));
    const left = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('wiremark');
          request.onsuccess = () => {
            const keys = request.result.transaction('desks').objectStore('desks').getAllKeys();
            keys.onsuccess = () => resolve(keys.result);
          };
        }),
    );
    assert.deepEqual(left, []);
    await page.reload();
    await answered(page);
    assert.equal((await texts(page)).length, 5, 'the sample, as on a first visit');
  });
});
