/** The editors' own ways to decorate a text, where the package has a module for them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inEachBrowser } from '../browser/harness.mjs';
import { serveProject } from './served.mjs';
import { REFERENCE, STEPS, click, save, start, take } from './session.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

after(await serveProject());

/**
 * What the editor shows as decorated, beside what the report says, once that is on the text as it is now.
 *
 * @param {Page} page
 * @param {string} there A name that must be in the report.
 */
async function decorated(page, there) {
  await page.waitForFunction((there) => /** @type {any} */ (globalThis).words?.includes(there), { polling: 50 }, there);
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const { editor, words } = /** @type {any} */ (globalThis);
    const shown = [...editor.element.querySelectorAll('.wiremark-person')].map((/** @type {Element} */ it) => it.textContent);
    return { shown, words, edited: editor.element.querySelectorAll('.wiremark-edited').length };
  });
}

inEachBrowser((open) => {
  for (const name of ['tiptap', 'ckeditor']) {
    test(`${name}: decorations of its own follow every step, and are never saved`, async () => {
      const steps = STEPS.filter(({ step }) => step !== 'undo');
      /** @type {string[]} */
      const without = [];
      for (const attached of [false, true]) {
        const { page, problems } = await start(open, name);
        if (attached) {
          await page.evaluate(async (reference) => {
            const [analysis, marking] = ['/pkg/index.js', '/pkg/marks.js'];
            const { load } = await import(analysis);
            const { marksOf } = await import(marking);
            await load();
            const { editor } = /** @type {any} */ (globalThis);
            const onreport = (/** @type {any} */ report, /** @type {number} */ article) => {
              const text = new Map(report.articles[article].mentions.map((/** @type {any} */ it) => [it.start, it.text]));
              const marks = marksOf(report, article).filter((/** @type {any} */ { layer }) => layer === 'person');
              const words = marks.map((/** @type {any} */ { start }) => text.get(start));
              Object.assign(globalThis, { words });
            };
            const detach = await editor.native({ references: [reference], onreport });
            Object.assign(globalThis, { detach });
          }, REFERENCE);
        }
        await click(page);
        for (const { step, there } of steps) {
          const known = await page.evaluate(() => Object.keys(/** @type {any} */ (globalThis).editor));
          await take(page, step, known, await save(page));
          const saved = await save(page);
          if (!attached) without.push(saved);
          else {
            const { shown, words, edited } = await decorated(page, there);
            assert.deepEqual(shown, words, step);
            assert.ok(edited > 0, step);
            assert.equal(saved, without.shift(), `${step}: what is saved is the same`);
          }
        }
        if (attached) {
          await page.evaluate(() => /** @type {any} */ (globalThis).detach());
          const left = await page.evaluate(() => document.querySelectorAll('[class*=wiremark-]').length);
          assert.equal(left, 0, 'nothing is left');
        }
        assert.deepEqual(problems, []);
      }
    });
  }
});
