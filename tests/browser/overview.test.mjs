/** The slim bar beside a text, and F8, its equal on the keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, pasteStory } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const SHARED = 'The city council closed the old harbour bridge on Monday after engineers found cracks in its pillars.';
const OWN = 'Nobody knew what the weather would bring to the fishing villages beyond the cape.';
const FILLER = Array.from({ length: 60 }, (_, n) => `Line ${n + 1} of the second paper has words of its own.`).join('\n\n');

/**
 * Which rows of a bar hold the colour of a layer, as shares of its height.
 * @param {Page} page
 * @param {number} pane
 * @param {string} layer
 * @returns {Promise<number[]>}
 */
function rowsOf(page, pane, layer) {
  return page.evaluate(
    (pane, layer) => {
      const canvas = document.querySelectorAll('canvas')[pane];
      const context = canvas?.getContext('2d');
      if (!canvas || !context || canvas.height === 0) return [];
      const { width, height } = canvas;
      const scratch = document.createElement('canvas').getContext('2d');
      if (!scratch) return [];
      const probe = canvas.parentElement?.appendChild(document.createElement('i'));
      if (!probe) return [];
      probe.style.color = `var(--overview-${layer})`;
      scratch.fillStyle = getComputedStyle(probe).color;
      probe.remove();
      scratch.fillRect(0, 0, 1, 1);
      const wanted = scratch.getImageData(0, 0, 1, 1).data.join();
      const { data } = context.getImageData(0, 0, width, height);
      const rows = [];
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          const at = (row * width + column) * 4;
          if (data.slice(at, at + 4).join() === wanted) {
            rows.push(row / height);
            break;
          }
        }
      }
      return rows;
    },
    pane,
    layer,
  );
}

/**
 * Waits until a bar shows a layer.
 * @param {Page} page
 * @param {number} pane
 * @param {string} layer
 */
async function shown(page, pane, layer) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const rows = await rowsOf(page, pane, layer);
    if (rows.length > 0) return rows;
    assert.ok(Date.now() < deadline, `the bar of pane ${pane} shows “${layer}”`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

inEachBrowser((open) => {
  test('the bar shows where the text is shared and where it is alone, and goes there', async () => {
    const { page, problems } = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(page, [`${SHARED}\n\n${OWN}`, `${FILLER}\n\n${SHARED}`]);
    const near = (/** @type {number[]} */ rows) => rows.reduce((sum, row) => sum + row, 0) / rows.length;
    assert.ok(near(await shown(page, 1, 'verbatim')) > 0.9, 'at the foot of the second');
    assert.ok((await shown(page, 0, 'verbatim')).every((row) => row < 0.5), 'at the head of the first');
    assert.ok(near(await shown(page, 1, 'unique')) < 0.6, 'and above it what only the second says');

    const scrolled = () => page.$$eval('.pane-scroll', (all) => all[1]?.scrollTop ?? -1);
    await page.$$eval('.pane-scroll', (all) => all[1]?.scrollTo(0, 0));
    const box = await (await page.$$('.overview'))[1]?.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.97);
    await page.mouse.down();
    const foot = await scrolled();
    assert.ok(foot > 500, 'a press goes there');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.2);
    await page.mouse.up();
    const dragged = await scrolled();
    assert.ok(dragged < foot / 2, 'and so does a drag');
    const frame = () => page.$$eval('.overview-view', (all) => parseFloat(/** @type {HTMLElement} */ (all[1]).style.insetBlockStart));
    await page.waitForFunction(
      () => {
        const view = document.querySelectorAll('.pane-scroll')[1];
        const frame = /** @type {HTMLElement} */ (document.querySelectorAll('.overview-view')[1]);
        return view && Math.abs(parseFloat(frame.style.insetBlockStart) - (view.scrollTop / view.scrollHeight) * 100) < 0.5;
      },
      { polling: 50, timeout: 5000 },
    );
    assert.ok((await frame()) > 0);
    assert.deepEqual(problems, []);
  });

  test('the legend hides a kind in the bar too', async () => {
    const { page } = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(page, [SHARED, `${OWN} ${SHARED}`]);
    await shown(page, 0, 'verbatim');
    await page.click('input[value=verbatim]');
    const deadline = Date.now() + 10_000;
    while ((await rowsOf(page, 0, 'verbatim')).length > 0) assert.ok(Date.now() < deadline, 'it goes');
    assert.ok((await rowsOf(page, 1, 'unique')).length > 0, 'what only one says stays');
  });

  test('F8 goes from passage to passage, Shift+F8 back, and round', async () => {
    const { page } = await open('/?empty', { width: 1440, height: 900 });
    const text = `${OWN} ${SHARED} ${OWN.replace('weather', 'season')}`;
    await pasteStory(page, [text, SHARED]);
    await caret(page, 0, 0);
    const at = () => page.evaluate(() => document.querySelector('textarea')?.selectionStart);
    await page.keyboard.press('F8');
    assert.equal(await at(), text.indexOf(SHARED));
    await page.keyboard.press('F8');
    assert.equal(await at(), text.lastIndexOf('Nobody'));
    await page.keyboard.press('F8');
    assert.equal(await at(), 0, 'round again');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F8');
    await page.keyboard.up('Shift');
    assert.equal(await at(), text.lastIndexOf('Nobody'));
    await answered(page);
  });
});
