/** The views beside the panes: what two articles share, alone, and one article side by side with the others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser, inEachScheme } from './harness.mjs';
import { answered, frames, inside, painted, pasteStory } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const BRIDGE = 'The city council closed the old harbour bridge on Monday after engineers found cracks in two of its pillars.';
const REPAIR = 'Mayor Ada Brenner said the repair would take six weeks.';
const CHOIR = 'A choir of sixty voices sang in the old town hall until midnight.';

/** A and B share the bridge, A and C the repair; B says Tuesday; the choir is C's own. */
const STORY = [`${BRIDGE}\n\n${REPAIR}`, BRIDGE.replace('Monday', 'Tuesday'), `${CHOIR}\n\n${REPAIR}`];

/**
 * The rows of the aligned view, cell by cell, without their labels.
 * @param {Page} page
 */
function rows(page) {
  return page.$$eval('.aligned-row', (all) =>
    all.map((row) => [...row.children].map((cell) => [...cell.querySelectorAll('p')].map((p) => p.textContent).join('|'))),
  );
}

/** @param {Page} page */
async function openAligned(page) {
  await page.click('#show-aligned');
  await page.waitForFunction(() => document.querySelector('.aligned-row') && !document.querySelector('#aligned-grid[aria-busy]'), {
    polling: 50,
  });
}

inEachBrowser((open) => {
  /** Opens an empty desk and pastes the story into three panes. */
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(visit.page, STORY);
    await inside(visit.page, '#coverage >>> button');
    return visit;
  }

  test('a cell of the coverage shows what two articles share, and nothing else, until Escape', async () => {
    const { page, problems } = await openStory();
    await page.focus('#coverage >>> button[data-control="A B"]');
    await page.keyboard.press('Enter');
    await frames(page, 3);
    assert.match(await page.$eval('#pair', (notice) => notice.textContent ?? ''), /only what Article A and Article B share/);
    assert.match((await painted(page, 'edited', 0)).join(), /harbour bridge/);
    assert.deepEqual(await painted(page, 'verbatim', 0), [], 'what A shares with C is not painted');
    assert.deepEqual(await painted(page, 'verbatim', 2), []);
    assert.deepEqual(await painted(page, 'person', 0), [], 'nor are names');
    assert.deepEqual(
      await page.$$eval('.pane', (all) => all.map((pane) => pane.classList.contains('aside'))),
      [false, false, true],
    );
    const pressed = () => page.$$eval('#coverage >>> [aria-pressed=true]', (all) => all.map((it) => it.getAttribute('data-control')));
    assert.deepEqual(await pressed(), ['A B', 'B A']);
    assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-control')), 'A B', 'the focus stays');
    assert.equal((await page.$$('#passages >>> li')).length, 1);

    await page.type('textarea', ' ');
    await answered(page);
    assert.deepEqual(await painted(page, 'verbatim', 0), [], 'it outlasts a key');

    await page.keyboard.press('Escape');
    await frames(page, 3);
    assert.ok((await painted(page, 'verbatim', 0)).join().includes('six weeks'));
    assert.equal(await page.$eval('#pair', (notice) => notice.textContent), '');
    assert.deepEqual(await pressed(), []);

    await page.click('#coverage >>> button[data-control="C A"]');
    await page.click('.pane:nth-child(2) .remove');
    await answered(page);
    await page.waitForFunction(() => /Article A and Article B/.test(document.querySelector('#pair')?.textContent ?? ''), { polling: 50 });
    await page.click('#pair button');
    assert.equal(await page.$eval('#pair', (notice) => notice.textContent), '');
    assert.deepEqual(problems, []);
  });

  test('the passages of one article stand beside those of the others, with the words that differ', async () => {
    const { page, problems } = await openStory();
    await openAligned(page);
    assert.deepEqual(await rows(page), [
      [BRIDGE, BRIDGE.replace('Monday', 'Monday Tuesday'), ''],
      [REPAIR, '', REPAIR],
    ]);
    assert.deepEqual(await page.$$eval('.aligned-row del', (all) => all.map((it) => it.textContent)), ['Monday']);
    assert.deepEqual(await page.$$eval('.aligned-row ins', (all) => all.map((it) => it.textContent)), ['Tuesday']);
    assert.equal(await page.$eval('#desk', (desk) => /** @type {HTMLElement} */ (desk).hidden), true);

    await page.select('#aligned-base', '2');
    await page.waitForFunction((text) => document.querySelector('.aligned-row p')?.textContent === text, { polling: 50 }, CHOIR);
    assert.deepEqual(await rows(page), [
      [CHOIR, '', ''],
      [REPAIR, REPAIR, ''],
    ]);
    assert.equal(await page.$eval('.aligned-row .chip', (chip) => chip.textContent), 'only here');
    assert.deepEqual(problems, []);
  });

  test('the keyboard walks the cells and goes to the text; Escape goes back to the panes', async () => {
    const { page } = await openStory();
    await openAligned(page);
    await page.focus('#aligned-base');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('p')?.textContent);
    assert.equal(await focused(), BRIDGE);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), REPAIR);
    await page.keyboard.press('End');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-colindex')), '3');
    await page.keyboard.press('Enter');
    const { text, at } = await page.evaluate(() => {
      const textarea = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      return { text: textarea.value, at: textarea.selectionStart };
    });
    assert.equal(text.slice(at), REPAIR, 'the caret is at the counterpart in the third text');

    await openAligned(page);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#desk', (desk) => /** @type {HTMLElement} */ (desk).hidden), false);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'show-aligned');
  });

  test('a moved passage says so; a narrow screen has one passage under the other', async () => {
    const { page } = await open('/?empty', { width: 400, height: 800 });
    await pasteStory(page, [`${BRIDGE}\n\n${REPAIR}`, `${REPAIR}\n\n${BRIDGE}`]);
    await openAligned(page);
    assert.match(await page.$$eval('.chip', (all) => all.map((chip) => chip.textContent).join()), /verbatim, moved/);
    const { wide, overflow } = await page.$eval('.aligned-row', (row) => {
      const boxes = [...row.children].map((cell) => cell.getBoundingClientRect());
      return { wide: boxes.every((box) => box.width > 250), overflow: document.documentElement.scrollWidth > innerWidth };
    });
    assert.ok(wide && !overflow);
  });

  test('a long article is set out while the page stays quick', async () => {
    const { page } = await open('/?empty', { width: 1440, height: 900 });
    const lines = Array.from({ length: 1500 }, (_, n) => `Council paper ${n + 1} says the bridge over the river will be closed for repair.`);
    await pasteStory(page, [lines.join('\n'), BRIDGE]);
    await openAligned(page);
    await page.waitForFunction((count) => document.querySelectorAll('.aligned-row').length === count, { polling: 50 }, lines.length);
    assert.equal(await page.$eval('#aligned-grid', (grid) => grid.getAttribute('aria-rowcount')), String(lines.length + 1));
  });
});

inEachScheme((open) => {
  for (const width of [1440, 420]) {
    test(`axe-core on a pair alone, and side by side, at ${width} pixels`, async () => {
      const page = await open('/?sample', width);
      await answered(page);
      await inside(page, '#coverage >>> button');
      await page.$eval('#coverage >>> button', (button) => /** @type {HTMLElement} */ (button).click());
      await frames(page, 3);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press('Escape');
      await openAligned(page);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }
});
