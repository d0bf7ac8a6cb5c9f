/** What nobody should paste, and somebody will: the text stays as it is, and the page goes on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, frames, inside, painted, panes, paste, report, texts } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** The longest that the tab may be deaf to keys, in milliseconds, on a busy machine. */
const PATIENCE = 5000;

/**
 * Pastes as the browser does, in one go, and says for how long the page was deaf.
 * @param {Page} page
 * @param {string} unit
 * @param {number} times
 */
function pasteMany(page, unit, times) {
  return page.evaluate(
    async (unit, times) => {
      const textarea = document.querySelector('textarea');
      if (!textarea) throw new Error('no pane');
      const text = unit.repeat(times);
      const began = performance.now();
      textarea.value = text;
      textarea.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - began;
    },
    unit,
    times,
  );
}

/**
 * Drops files on an element, as from the desktop.
 * @param {Page} page
 * @param {string} selector
 * @param {{ name: string, bytes: number[] }[]} files
 */
async function drop(page, selector, files) {
  await page.evaluate(
    (selector, files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, bytes } of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      const target = document.querySelector(selector);
      for (const type of ['dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    selector,
    files,
  );
}

/** @param {string} text */
function bytes(text) {
  return [...new TextEncoder().encode(text)];
}

inEachBrowser((open) => {
  test('nothing', async () => {
    const { page, problems } = await open('/?empty');
    await answered(page);
    const { articles, overlaps, coverage } = await report(page);
    assert.equal(articles.length, 2);
    assert.deepEqual(overlaps, []);
    assert.equal(coverage.length, 2);
    assert.deepEqual(problems, []);
  });

  test('odd characters: lone surrogates, controls, marks without a letter', async () => {
    const { page, problems } = await open('/?empty');
    const odd =
      'A \ud800 lone \udc00 pair, \u0001\u0007 bells, \u0301\u0302 marks, \ufeff a mark of order, \u202e turned.';
    await page.evaluate(
      (codes) => {
        for (const textarea of document.querySelectorAll('textarea')) {
          textarea.value = String.fromCharCode(...codes);
          textarea.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
      },
      [...Array(odd.length).keys()].map((index) => odd.charCodeAt(index)),
    );
    await answered(page);
    assert.equal((await report(page)).overlaps.length, 1);
    const kept = await page.$eval('textarea', ({ value }) =>
      [...Array(value.length).keys()].map((index) => value.charCodeAt(index)),
    );
    assert.deepEqual(
      kept,
      [...Array(odd.length).keys()].map((index) => odd.charCodeAt(index)),
    );
    const { articles } = await report(page);
    assert.ok(articles.every(({ sentences }) => sentences.every(([start, end]) => start < end && end <= odd.length)));
    assert.deepEqual(problems, []);
  });

  test('HTML with scripts stays text', async () => {
    const { page, problems, foreign } = await open('/?empty');
    const html =
      '<script>globalThis.harmed = true</script><img src="http://elsewhere.invalid/x.png" onerror="harmed = 1"> <b>Ada Brenner</b> spoke.';
    await paste(page, 0, html);
    await paste(page, 1, html);
    await page.click('.pane-name');
    await page.keyboard.type('<b onclick=harmed()>');
    await answered(page);
    await inside(page, '#passages >>> button');
    assert.equal((await texts(page))[0], html);
    assert.equal(await page.evaluate(() => 'harmed' in globalThis), false);
    assert.equal(await page.$('main b, main script, #entities >>> b, #passages >>> b, #coverage >>> b, .panels >>> img'), null);
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('a megabyte of lines is compared', async () => {
    const { page, problems } = await open('/?empty');
    const unit = 'The council said on Monday that the bridge would be closed.\n';
    const times = Math.ceil(1_000_000 / unit.length);
    const deaf = await pasteMany(page, unit, times);
    assert.ok(deaf < PATIENCE, `deaf for ${Math.round(deaf)} ms`);
    await answered(page);
    assert.equal((await texts(page))[0]?.length, unit.length * times);
    assert.equal((await report(page)).articles[0]?.sentences.length, times);
    assert.deepEqual(problems, []);
  });

  test('one line of a megabyte is kept, and not compared', async () => {
    const { page, problems } = await open('/?empty');
    const unit = 'The council said on Monday that the bridge would be closed. ';
    const times = Math.ceil(1_000_000 / unit.length);
    const deaf = await pasteMany(page, unit, times);
    assert.ok(deaf < PATIENCE, `deaf for ${Math.round(deaf)} ms`);
    await answered(page);
    assert.equal(await page.$eval('textarea', ({ value }) => value), unit.repeat(times));
    assert.match((await page.$eval('.pane-note', ({ textContent }) => textContent)) ?? '', /A line has more than/);
    assert.deepEqual(problems, []);
  });

  test('ten megabytes are kept, and not compared', async () => {
    const { page, problems, screenshot } = await open('/?empty');
    const unit = 'The council said on Monday that the bridge would be closed.\n';
    const times = Math.ceil(10_000_000 / unit.length);
    const deaf = await pasteMany(page, unit, times);
    assert.ok(deaf < PATIENCE, `deaf for ${Math.round(deaf)} ms`);
    assert.equal(await page.$eval('textarea', ({ textLength }) => textLength), unit.length * times);
    assert.match(
      (await page.$eval('.pane-note', ({ textContent }) => textContent)) ?? '',
      /kept as it is, but not compared/,
    );
    await screenshot('ten-megabytes');

    // The other pane goes on.
    await paste(page, 1, 'The council met. ');
    await page.waitForFunction(
      () => /** @type {any} */ (globalThis).wiremark?.report.articles[1]?.sentences.length === 1,
    );
    // And so does this one, once its text is of a usual length again.
    await pasteMany(page, 'The council met. ', 1);
    await answered(page);
    assert.equal(await page.$eval('.pane-note', (note) => /** @type {HTMLElement} */ (note).hidden), true);
    assert.deepEqual(await painted(page, 'verbatim', 0), ['The council met.']);
    assert.deepEqual(problems, []);
  });

  test('dropped files fill the pane and its neighbours', async () => {
    const { page, problems } = await open('/?empty');
    await drop(page, '.pane:nth-child(2) textarea', [
      { name: 'agency.txt', bytes: bytes('\ufeffThe mayor opened the bridge.') },
      { name: 'draft.md', bytes: bytes('# The mayor opened the bridge.') },
      // “café” as Windows-1252 writes it.
      { name: 'old.txt', bytes: [0x63, 0x61, 0x66, 0xe9] },
    ]);
    await page.waitForFunction(() => document.querySelectorAll('textarea').length === 3);
    await answered(page);
    assert.deepEqual(await texts(page), ['# The mayor opened the bridge.', 'The mayor opened the bridge.', 'café']);
    assert.deepEqual(
      (await report(page)).articles.map(({ name }) => name),
      ['draft', 'agency', 'old'],
    );
    assert.deepEqual(problems, []);
  });

  test('a binary file is refused by name, and nothing is lost', async () => {
    const { page } = await open('/?empty');
    await paste(page, 0, 'Mine.');
    await drop(page, 'textarea', [{ name: 'photo.jpg', bytes: [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46] }]);
    await page.waitForFunction(() => document.querySelector('#alert')?.textContent !== '');
    assert.match((await page.$eval('#alert', ({ textContent }) => textContent)) ?? '', /photo\.jpg.*not a text file/);
    assert.deepEqual(await texts(page), ['Mine.', '']);
  });

  test('when the analysis stops, the texts stay and it can be started again', async () => {
    const { page } = await open('/nothing');
    // A Worker whose script is missing, until it is mended.
    await page.evaluateOnNewDocument(() => {
      const Whole = Worker;
      Object.assign(globalThis, { broken: true });
      globalThis.Worker = class extends Whole {
        /** @param {string | URL} script @param {WorkerOptions} [options] */
        constructor(script, options) {
          super('broken' in globalThis ? '/www/missing.js' : script, options);
        }
      };
    });
    await page.goto(new URL('/?empty', page.url()).href);
    await paste(page, 0, 'The mayor opened the bridge.');
    await page.waitForFunction(() => document.querySelector('#alert')?.textContent !== '');
    const said = await page.$eval('#alert', ({ textContent }) => textContent);
    assert.match(said ?? '', /your texts are untouched.*worker of wiremark stopped/);
    assert.deepEqual(await texts(page), ['The mayor opened the bridge.', '']);

    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'broken'));
    await page.click('#alert button');
    await answered(page);
    assert.equal((await report(page)).articles[0]?.sentences.length, 1);
    assert.equal(await page.$eval('#alert', ({ textContent }) => textContent), '');
  });

  test('a stale answer is dropped', async () => {
    const { page, problems } = await open('/?empty');
    await panes(page, 3);
    await paste(page, 0, 'The mayor opened the new bridge over the river on Monday.');
    await paste(page, 1, 'The mayor opened the new bridge over the river on Monday.');
    // Every change comes while the worker is still at the one before.
    await page.evaluate(async () => {
      const textarea = document.querySelector('textarea');
      for (let round = 0; round < 40; round += 1) {
        textarea?.focus();
        textarea?.setSelectionRange(0, 0);
        document.execCommand('insertText', false, `Line ${round}.\n`);
        if (round % 5 === 0) await new Promise(requestAnimationFrame);
      }
    });
    await answered(page);
    await frames(page, 3);
    const [text = ''] = await texts(page);
    const { overlaps } = await report(page);
    assert.equal(
      text.slice(overlaps[0]?.a.start, overlaps[0]?.a.end),
      'The mayor opened the new bridge over the river on Monday.',
    );
    assert.deepEqual(problems, []);
  });
});
