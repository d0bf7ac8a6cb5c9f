/** The tour: on the first visit only, walked and left with the keyboard, and found again in the help. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser } from './harness.mjs';
import { answered, paste } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page */
function shown(page) {
  return page.$eval('#tour', (tour) => !(/** @type {HTMLElement} */ (tour).hidden));
}

/** @param {Page} page */
function focused(page) {
  return page.evaluate(() => document.activeElement?.id);
}

inEachBrowser((open) => {
  test('the first visit is welcomed, the second is not', async () => {
    const { page, address, problems } = await open('/', { width: 1440, height: 900 });
    await answered(page);
    assert.ok(await shown(page));
    assert.equal(await focused(page), '', 'the focus stays where it was');
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => {
      const tour = document.querySelector('#tour')?.getBoundingClientRect();
      const desk = document.querySelector('#desk')?.getBoundingClientRect();
      return tour && desk && tour.bottom <= desk.top;
    }), 'it covers nothing');
    await page.focus('#tour-next');
    let words = 0;
    for (let step = 1; step <= 6; step += 1) {
      assert.match(await page.$eval('#tour-title', (title) => title.textContent ?? ''), new RegExp(`${step}`));
      words += (await page.$eval('#tour-text', (text) => text.textContent ?? '')).split(' ').length;
      assert.equal((await page.$$('.toured')).length, 1);
      await page.keyboard.press('Enter');
    }
    assert.ok(words < 400, 'two minutes, at 200 words a minute');
    assert.equal(await shown(page), false);
    assert.equal((await page.$$('.toured')).length, 0);
    assert.equal(await focused(page), 'open-help');
    await page.goto(address);
    await answered(page);
    assert.equal(await shown(page), false);
    assert.deepEqual(problems, []);
  });

  test('whoever writes already goes on writing, and Escape ends it', async () => {
    const { page } = await open('/', { width: 1440, height: 900 });
    await page.waitForFunction(() => document.querySelector('textarea') && document.querySelector('#tour:not([hidden])'), { polling: 50 });
    await answered(page);
    await page.focus('textarea');
    await page.keyboard.type('Mine. ');
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), false);
    assert.ok(await page.evaluate(() => document.activeElement === document.querySelector('textarea')));
    assert.match(await page.$eval('textarea', ({ value }) => value), /Mine\. /);
  });

  test('Escape ends it, and the help begins it again', async () => {
    const { page } = await open('/', { width: 420, height: 800 });
    await answered(page);
    await page.focus('#tour-next');
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), false);
    assert.equal(await focused(page), 'open-help');
    await page.focus('#open-help');
    await page.keyboard.press('Enter');
    assert.deepEqual(await violations(page), []);
    await page.focus('#start-tour');
    await page.keyboard.press('Enter');
    assert.ok(await shown(page));
    await page.keyboard.press('Enter');
    await page.focus('#tour-back');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'tour-next', 'the focus does not get lost at the first step');
  });

  test('neither a desk that is restored nor one that is asked for is toured', async () => {
    const { page, address } = await open('/?empty', { width: 1440, height: 900 });
    await answered(page);
    assert.equal(await shown(page), false);
    await paste(page, 0, 'The bridge is closed.');
    await answered(page);
    await page.click('#open-desks');
    await page.waitForSelector('#desks[open]');
    await page.goto(address);
    await answered(page);
    assert.match(await page.$eval('textarea', (textarea) => textarea.value), /bridge/);
    assert.equal(await shown(page), false);
  });
});
