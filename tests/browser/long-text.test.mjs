/** A long text is laid out only where it is in view: what is painted must stand under its words there all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, painted, paste } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** Lines of all lengths, so that a height guessed is a height missed. */
const FILLER = Array.from({ length: 2000 }, (_, index) => `Line ${index} ${'of the log says nothing '.repeat(index % 9)}.`);

const SHARED = [
  'The harbour master of Norhaven closed the northern pier on Monday after the storm had moved three of its stones.',
  'Forty fishermen lost their nets in the night, the widow of the lighthouse keeper told the court in tears.',
  'A committee of five engineers will decide before the winter whether the whole mole must be built anew.',
];

/** One at the start, one in the middle, one at the end. */
const LONG = [
  SHARED[0],
  ...FILLER.slice(0, 1000),
  SHARED[1],
  ...FILLER.slice(1000),
  SHARED[2],
].join('\n');

/**
 * Whether a sentence that is painted stands in view, where the textarea has it.
 *
 * @param {Page} page
 * @param {string} sentence
 */
function stands(page, sentence) {
  return page.waitForFunction(
    (sentence) => {
      const { painter } = /** @type {any} */ (globalThis).wiremark;
      const textarea = document.querySelector('textarea');
      const view = document.querySelector('.pane-scroll')?.getBoundingClientRect();
      const at = textarea?.value.indexOf(sentence) ?? -1;
      for (const place of CSS.highlights.get(painter.nameOf('verbatim')) ?? []) {
        if (!document.querySelector('.mirror')?.contains(place.startContainer)) continue;
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        // The mark may begin after an article.
        const skipped = sentence.indexOf(range.toString().slice(0, 40));
        const box = range.getClientRects()[0];
        if (skipped < 0 || !box || !view || box.top < view.top || box.bottom > view.bottom) continue;
        const caret = document.caretPositionFromPoint(box.left + 3, box.top + box.height / 2);
        return caret?.offsetNode === textarea && Math.abs((caret?.offset ?? 0) - at - skipped) <= 1;
      }
      return false;
    },
    { polling: 50 },
    sentence,
  );
}

/**
 * Goes to a sentence as a reader would, and waits until it is marked there.
 *
 * @param {Page} page
 * @param {string} sentence
 */
async function visit(page, sentence) {
  const [at, length] = await page.evaluate((sentence) => {
    const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    return /** @type {const} */ ([value.indexOf(sentence), value.length]);
  }, sentence);
  await caret(page, 0, at === 0 ? length : at - 1);
  await page.keyboard.press('F8');
  await stands(page, sentence);
}

/**
 * Makes `text` all there is in the first pane, as one edit.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 */
async function fill(page, text) {
  await page.evaluate((text) => {
    const textarea = document.querySelector('textarea');
    if (!textarea) throw new Error('no pane');
    textarea.value = text;
    textarea.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await answered(page);
}

inEachBrowser((open) => {
  test('marks stand under their words from end to end, at every width, and after edits', async () => {
    const { page, problems } = await open('/?empty', { width: 1440, height: 900 });
    await paste(page, 1, SHARED.join('\n\n'));
    await fill(page, LONG);
    for (const sentence of SHARED.toReversed()) await visit(page, sentence);

    await page.setViewport({ width: 1000, height: 700 });
    for (const sentence of SHARED) await visit(page, sentence);

    // Lines that come, lines that grow and lines that go, far above what is in view.
    await caret(page, 0, LONG.indexOf('\nLine 300') + 1);
    await paste(page, 0, 'One line more.\n'.repeat(20) + 'and so much before the next. '.repeat(30));
    await answered(page);
    for (const sentence of SHARED) await visit(page, sentence);
    await page.evaluate(() => document.querySelector('textarea')?.setSelectionRange(5000, 40_000));
    await page.keyboard.press('Delete');
    await answered(page);
    for (const sentence of SHARED) await visit(page, sentence);
    assert.deepEqual(problems, []);
  });

  test('it is as high in the textarea as in the mirror once it is measured, and can be emptied', async () => {
    const { page, problems } = await open('/?empty', { width: 1440, height: 900 });
    await fill(page, LONG);
    await page.waitForFunction(() => {
      const { textarea, mirror } = { textarea: document.querySelector('textarea'), mirror: document.querySelector('.mirror') };
      return textarea && mirror && Math.abs(textarea.scrollHeight - mirror.scrollHeight) <= 1 && textarea.clientHeight >= textarea.scrollHeight;
    }, { polling: 50 });
    await caret(page, 0, 0);
    await page.evaluate(() => document.querySelector('textarea')?.select());
    await page.keyboard.press('Delete');
    await answered(page);
    assert.equal(await page.$eval('.mirror', (mirror) => mirror.textContent), '');
    await paste(page, 0, SHARED[0] ?? '');
    await paste(page, 1, SHARED[0] ?? '');
    await answered(page);
    assert.deepEqual(await painted(page, 'verbatim', 0), [SHARED[0]]);
    assert.deepEqual(problems, []);
  });
});
