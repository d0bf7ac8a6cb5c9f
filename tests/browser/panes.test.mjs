/** Panes: moved, duplicated, collapsed, removed and brought back, with the keyboard alone; and kept as they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, holdDownloads, inside, paste, pasteStory, report, texts } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const STORY = [
  'The city council closed the old harbour bridge on Monday after engineers found cracks in two of its pillars.',
  'A choir of sixty voices sang in the old town hall until midnight.',
  'Mayor Ada Brenner said the repair of the bridge would take six weeks. A choir of sixty voices sang in the old town hall until midnight.',
];

/**
 * Presses something in the menu of a pane, with the keyboard.
 * @param {Page} page
 * @param {number} pane
 * @param {string} action
 */
async function choose(page, pane, action) {
  const more = (await page.$$('.more'))[pane];
  if ((await more?.evaluate((button) => button.getAttribute('aria-expanded'))) === 'false') {
    await more?.focus();
    await page.keyboard.press('Enter');
  }
  await (await page.$$(action))[pane]?.focus();
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
function collapsed(page) {
  return page.$$eval('.pane', (all) => all.map((pane) => pane.classList.contains('collapsed')));
}

inEachBrowser((open) => {
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(visit.page, STORY);
    return visit;
  }

  test('a pane is moved, and what is found follows', async () => {
    const { page, problems } = await openStory();
    const [a = '', b = '', c = ''] = STORY;
    await choose(page, 2, '.earlier');
    await answered(page);
    assert.deepEqual(await texts(page), [a, c, b]);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'earlier', 'the focus goes along');
    await page.keyboard.press('Enter');
    await answered(page);
    assert.deepEqual(await texts(page), [c, a, b]);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'later', 'a first pane goes no further');
    const { overlaps } = await report(page);
    assert.deepEqual(overlaps.map((it) => [it.a.article, it.b.article]), [[0, 2]], 'the choir is in the first and the third');
    const [found] = overlaps;
    assert.match(c.slice(found?.a.start, found?.a.end), /choir/);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'pane-button more');
    assert.equal(await page.$eval('.pane-menu', (menu) => /** @type {HTMLElement} */ (menu).hidden), true);
    assert.deepEqual(problems, []);
  });

  test('a pane is duplicated beside itself, up to eight', async () => {
    const { page } = await openStory();
    await choose(page, 0, '.duplicate');
    await answered(page);
    const [a, b, c] = STORY;
    assert.deepEqual(await texts(page), [a, a, b, c]);
    assert.equal(await page.$$eval('.pane-name', (all) => /** @type {HTMLInputElement} */ (all[1]).value), 'Article A (copy)');
    const { coverage } = await report(page);
    assert.equal(coverage[0]?.[1], 1);
    for (let count = 4; count < 8; count += 1) await choose(page, 0, '.duplicate');
    await choose(page, 0, '.duplicate');
    assert.equal((await texts(page)).length, 8);
    assert.match(await page.$eval('#alert', (alert) => alert.textContent ?? ''), /holds 8 articles/);
  });

  test('a removed pane comes back where it was, and what was typed meanwhile stays', async () => {
    const { page } = await openStory();
    const [a, b, c] = STORY;
    await page.focus('.pane:nth-child(2) .remove');
    await page.keyboard.press('Enter');
    await caret(page, 0, 0);
    await page.keyboard.type('Now: ');
    await page.focus('#notice button');
    await page.keyboard.press('Enter');
    await answered(page);
    assert.deepEqual(await texts(page), [`Now: ${a}`, b, c]);
    assert.deepEqual((await report(page)).overlaps.map((it) => [it.a.article, it.b.article]), [[1, 2]]);
  });

  test('collapsed panes stay compared, and stay collapsed over a reload and in the file of the desk', async () => {
    const { page, address } = await openStory();
    await paste(page, 0, ' ');
    await choose(page, 1, '.collapse');
    assert.deepEqual(await collapsed(page), [false, true, false]);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'expand');
    const [first = 0, second = 0] = await page.$$eval('.pane', (all) => all.map((pane) => pane.getBoundingClientRect().width));
    assert.ok(second < 60 && first > 500, 'its room is left to the others');
    assert.equal((await report(page)).overlaps.length, 1);
    assert.deepEqual(await violations(page), []);

    await new Promise((resolve) => setTimeout(resolve, 500));
    const saved = await holdDownloads(page);
    await page.click('#open-desks');
    await page.click('#save-desk');
    assert.deepEqual(JSON.parse(await saved()).articles.map((/** @type {{ collapsed?: boolean }} */ it) => it.collapsed === true), [false, true, false]);
    await page.goto(address);
    await answered(page);
    assert.deepEqual(await collapsed(page), [false, true, false]);
    await page.focus('.collapsed .expand');
    await page.keyboard.press('Enter');
    assert.deepEqual(await collapsed(page), [false, false, false]);
  });

  test('a collapsed pane opens when something in it is gone to', async () => {
    const { page } = await openStory();
    await choose(page, 1, '.collapse');
    await inside(page, '#passages >>> button');
    await page.click('#passages >>> button');
    assert.deepEqual(await collapsed(page), [false, false, false]);
  });

  test('the lists get more room or less, by hand and by key, and keep it over a reload', async () => {
    const { page, problems } = await openStory();
    const height = () => page.$eval('#lists', (lists) => Math.round(lists.getBoundingClientRect().height));
    const usual = await height();
    const { x = 0, y = 0, width = 0, height: thick = 0 } = (await (await page.$('#divider'))?.boundingBox()) ?? {};
    await page.mouse.move(x + width / 4, y + thick / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 4, y - 100, { steps: 4 });
    await page.mouse.up();
    const dragged = await height();
    assert.ok(Math.abs(dragged - usual - 100) < 20, `${usual} became ${dragged}`);
    await page.mouse.move(x + width / 4, y + 100);
    assert.equal(await height(), dragged, 'let go, it stays');
    assert.deepEqual(await violations(page), []);
    await page.reload();
    await answered(page);
    assert.equal(await height(), dragged);
    await page.focus('#divider');
    await page.keyboard.press('ArrowDown');
    assert.ok((await height()) < dragged);
    await page.keyboard.press('End');
    const text = await page.$eval('.pane textarea', ({ parentElement }) => parentElement?.clientHeight ?? 0);
    assert.ok((await height()) > dragged && text > 50, 'the articles keep some room');
    await page.keyboard.press('Home');
    assert.ok((await height()) < usual && (await height()) > 100);
    await page.keyboard.press('Enter');
    assert.equal(await height(), usual);
    assert.deepEqual(problems, []);
  });
});
