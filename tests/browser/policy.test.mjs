/** The policy of the page: strict, in the page itself, and never in the way of what the page does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, holdDownloads, inside, pasteStory } from './page.mjs';
import { setTrap } from './trap.mjs';

const FIRST = 'GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.';
const SECOND = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';

/** All that is allowed; nothing else is. */
const ALLOWED = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

inEachBrowser((open) => {
  test('the policy allows what it must, and no more', async () => {
    const { page } = await open('/?empty');
    const policy = await page.$eval('meta[http-equiv="Content-Security-Policy"]', (meta) => /** @type {HTMLMetaElement} */ (meta).content);
    const directives = policy.split(';').map((it) => it.trim().split(/ (.*)/).slice(0, 2));
    assert.deepEqual(Object.fromEntries(directives), ALLOWED);
  });

  test('scripts in the page, scripts from text and other hosts are refused', async () => {
    const { page } = await open('/nothing');
    await setTrap(page);
    await page.goto(new URL('/?empty', page.url()).href);
    await answered(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = "script"';
      const image = document.createElement('div');
      image.innerHTML = '<img src="data:," onerror="globalThis.ran = \'image\'"><style>body { display: none }</style>';
      document.body.append(script, image);
      fetch('http://elsewhere.invalid/').catch(() => {});
      // The tools of a developer may always evaluate; the page itself, later, may not.
      setTimeout(() => {
        try {
          globalThis.eval('globalThis.ran = "eval"');
        } catch {
          Object.assign(globalThis, { refusedToEvaluate: true });
        }
      });
    });
    await page.waitForFunction(() => 'refusedToEvaluate' in globalThis || 'ran' in globalThis, { polling: 50 });
    await page.waitForFunction(() => new Set(/** @type {any} */ (globalThis).caught.map((/** @type {string} */ it) => it.split(' ')[1])).size >= 4, { polling: 50 });
    const directives = await page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).caught).map((it) => it.split(' ')[1]));
    assert.deepEqual([...new Set(directives)].sort(), ['connect-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'].filter((it) => directives.includes(it)));
    assert.ok(directives.includes('connect-src') && directives.includes('style-src-elem') && directives.includes('script-src-elem'));
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).ran), undefined);
  });

  test('nothing that the page does is refused', async () => {
    const { page, problems, foreign, address } = await open('/nothing');
    await setTrap(page);
    await page.goto(`${address}?sample`);
    await answered(page);
    problems.length = 0;
    await inside(page, 'pierce/.finding');
    await page.click('#empty-desk');
    await pasteStory(page, [FIRST, SECOND]);
    await inside(page, '#passages >>> button');
    await page.$eval('#passages >>> button', (button) => button.click());
    await holdDownloads(page);
    for (const [button, dialog] of [['#open-desks', '#desks'], ['#open-names', '#names'], ['#add-name', '#correct'], ['#open-export', '#export']]) {
      await page.click(String(button));
      await page.waitForFunction((dialog) => /** @type {HTMLDialogElement} */ (document.querySelector(dialog)).open, { polling: 50 }, String(dialog));
      if (dialog === '#export') await page.click('[data-file="report.html"]');
      else await page.keyboard.press('Escape');
    }
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).caught), []);
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });
});
