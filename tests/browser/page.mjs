/** What the tests of the page do and look at, in the words of a reader. */
import assert from 'node:assert/strict';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../../www/package/contract.js').Report} Report
 */

/**
 * Waits until the page shows the report on the texts as they are now, with the names that the model reads.
 * @param {Page} page
 */
export async function answered(page) {
  await page.waitForFunction(
    () => {
      const texts = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      const seen = /** @type {any} */ (globalThis).wiremark;
      return (
        seen?.settled &&
        seen.texts.length === texts.length &&
        seen.texts.every((/** @type {string} */ text, /** @type {number} */ i) => text === texts[i])
      );
    },
    { timeout: 60_000, polling: 50 },
  );
  // The painter paints in the frame after the answer.
  await frames(page, 3);
}

/**
 * @param {Page} page
 * @param {number} count
 */
export async function frames(page, count) {
  await page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/**
 * Waits for something in a list, until all lists show the report as it is: what is pressed in one that is about to be made
 * anew may be another row by then.
 * @param {Page} page
 * @param {string} selector
 */
export async function inside(page, selector) {
  await page.waitForFunction(() => /** @type {any} */ (globalThis).wiremark?.listed ?? true, { polling: 50 });
  await page.waitForSelector(selector, { visible: true });
}

/**
 * The report that the page shows.
 * @param {Page} page
 * @returns {Promise<Report>}
 */
export function report(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).wiremark.report);
}

/**
 * The texts in the panes.
 * @param {Page} page
 */
export function texts(page) {
  return page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value));
}

/**
 * Puts the caret at an offset of a pane.
 * @param {Page} page
 * @param {number} pane
 * @param {number} offset
 */
export async function caret(page, pane, offset) {
  await page.evaluate(
    (pane, offset) => {
      const textarea = document.querySelectorAll('textarea')[pane];
      textarea?.focus();
      textarea?.setSelectionRange(offset, offset);
    },
    pane,
    offset,
  );
}

/**
 * Pastes a text at the caret of a pane, with the browser's own command: it fires the events of a paste and can be undone.
 * @param {Page} page
 * @param {number} pane
 * @param {string} text
 */
export async function paste(page, pane, text) {
  await page.evaluate(
    (pane, text) => {
      const textarea = document.querySelectorAll('textarea')[pane];
      textarea?.focus();
      document.execCommand('insertText', false, text);
    },
    pane,
    text,
  );
}

/**
 * Opens more panes until there are so many.
 * @param {Page} page
 * @param {number} count
 */
export async function panes(page, count) {
  for (let have = (await texts(page)).length; have < count; have += 1) await page.click('#add-article');
}

/**
 * The words that a layer paints in a pane, as the browser's registry of highlights has them.
 * @param {Page} page
 * @param {string} layer
 * @param {number} pane
 * @returns {Promise<string[]>}
 */
export function painted(page, layer, pane) {
  return page.evaluate(
    (layer, pane) => {
      const { painter } = /** @type {any} */ (globalThis).wiremark;
      const mirror = document.querySelectorAll('.mirror')[pane];
      const ranges = [...(CSS.highlights.get(painter.nameOf(layer)) ?? [])];
      return ranges
        .filter(({ startContainer }) => mirror?.contains(startContainer))
        .map((place) => {
          const range = document.createRange();
          range.setStart(place.startContainer, place.startOffset);
          range.setEnd(place.endContainer, place.endOffset);
          return range.toString();
        });
    },
    layer,
    pane,
  );
}

/**
 * The middle of a text's first line in a pane, in CSS pixels of the window.
 * @param {Page} page
 * @param {number} pane
 * @param {string} words
 * @returns {Promise<{ x: number, y: number }>}
 */
export async function whereIs(page, pane, words) {
  const point = await page.evaluate(
    (pane, words) => {
      const mirror = document.querySelectorAll('.mirror')[pane];
      for (const line of mirror?.children ?? []) {
        const node = line.firstChild;
        const start = node?.textContent?.indexOf(words) ?? -1;
        if (!node || start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + words.length);
        const box = range.getClientRects()[0];
        if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      return null;
    },
    pane,
    words,
  );
  assert.ok(point, `pane ${pane} shows “${words}”`);
  return point;
}

/**
 * Opens a pane for each text, pastes them, and waits for the report.
 * @param {Page} page
 * @param {string[]} story
 */
export async function pasteStory(page, story) {
  await panes(page, story.length);
  for (const [pane, text] of story.entries()) await paste(page, pane, text);
  await answered(page);
}

/**
 * Holds back what the page would save as files: what it saved last can be read instead.
 * @param {Page} page
 * @returns {Promise<() => Promise<string>>}
 */
export async function holdDownloads(page) {
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { saved: /** @type {Blob} */ (blob).text() });
      return create(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  return () => page.evaluate(() => /** @type {Promise<string>} */ (/** @type {any} */ (globalThis).saved));
}

/**
 * Drops files on the first pane, as from the desktop.
 * @param {Page} page
 * @param {{ name: string, bytes: number[] | string, times?: number }[]} files  `times` repeats the bytes.
 */
export function dropFiles(page, files) {
  return page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes, times = 1 } of files) {
      const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
      dataTransfer.items.add(new File(Array(times).fill(part), name));
    }
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    document.querySelector('textarea')?.dispatchEvent(event);
  }, files);
}
