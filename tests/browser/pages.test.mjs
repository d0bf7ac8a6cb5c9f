/** A web page as input: what it shows is the text, and nothing in it runs, is fetched or gets into this page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, report, texts } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** Everything in it that tries to run says so in `harmed`; everything that is not to be seen says HIDDEN. */
const HOSTILE = `<!doctype html>
<html><head>
  <title>HIDDEN</title><base href="http://elsewhere.invalid/"><link rel="stylesheet" href="HIDDEN.css">
  <style>p { background: url(http://elsewhere.invalid/HIDDEN.png) }</style>
  <script>globalThis.harmed = 'script in the head'</script>
</head>
<body onload="globalThis.harmed = 'load'">
  <div>Harbour news
    <h1>Bridge <em>over the</em> Lauter&nbsp;opens</h1>By <b>Ada</b> Brenner
    <p>The mayor cut the ribbon &amp; left.<br>Nobody followed.
    <p>“I saw it,” said <a href="javascript:globalThis.harmed = 'link'">a   driver</a>.<script>harmed = 'HIDDEN';</script>
    <img src="http://elsewhere.invalid/x.png" onerror="globalThis.harmed = 'image'" alt="HIDDEN">
    <ul><li>One lane</li><li>Two lanes</li></ul>
  </div>
  <template><p>HIDDEN<script>globalThis.harmed = 'template'</script></template>
  <noscript>HIDDEN</noscript><p hidden>HIDDEN</p><textarea>HIDDEN</textarea><!-- HIDDEN -->
  <iframe srcdoc="<script>parent.harmed = 'frame'</script>">HIDDEN</iframe>
  <svg onload="globalThis.harmed = 'drawing'"><text>HIDDEN</text></svg>
  <pre>Toll: 3
Free: 4</pre>
  &lt;script&gt;shown as text&lt;/script&gt;
</body></html>`;

const SHOWN = [
  'Harbour news',
  'Bridge over the Lauter\u00a0opens',
  'By Ada Brenner',
  'The mayor cut the ribbon & left.\nNobody followed.',
  '“I saw it,” said a driver.',
  'One lane',
  'Two lanes',
  'Toll: 3\nFree: 4',
  '<script>shown as text</script>',
].join('\n\n');

/**
 * Drops a file on the first pane.
 * @param {Page} page
 * @param {string} name
 * @param {string} content
 */
function drop(page, name, content) {
  return page.evaluate(
    (name, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector('textarea')?.dispatchEvent(event);
    },
    name,
    content,
  );
}

/**
 * Copies these types, as another program would, and pastes them into the first pane with the keys.
 * @param {Page} page
 * @param {Record<string, string>} clipboard
 */
async function pasteTypes(page, clipboard) {
  await page.evaluate((clipboard) => {
    const textarea = document.querySelector('textarea');
    if (!textarea) throw new Error('no pane');
    textarea.value = 'to be replaced';
    textarea.addEventListener(
      'copy',
      (event) => {
        event.preventDefault();
        for (const [type, content] of Object.entries(clipboard)) event.clipboardData?.setData(type, content);
      },
      { once: true },
    );
    textarea.focus();
    textarea.select();
  }, clipboard);
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

/**
 * Whether nothing of the hostile page ran, was fetched or became an element here. The browser may say what the policy of
 * this page would have refused it.
 * @param {import('./harness.mjs').Visit} visit
 */
async function assertUnharmed({ page, problems, foreign }) {
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).harmed), undefined);
  assert.equal(await page.$('main script, main img, main iframe, main h1, main svg[onload]'), null);
  assert.deepEqual(foreign, []);
  assert.deepEqual(
    problems.filter((problem) => !/Content.Security.Policy/.test(problem)),
    [],
  );
}

inEachBrowser((open) => {
  for (const [file, name] of [['story.html', 'story'], ['STORY.HTM', 'STORY']]) {
    test(`${file}, dropped, becomes the text it shows`, async () => {
      const visit = await open('/?empty');
      const { page } = visit;
      await drop(page, file ?? '', HOSTILE);
      await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
      await answered(page);
      assert.equal((await texts(page))[0], SHOWN);
      assert.equal((await report(page)).articles[0]?.name, name);
      await assertUnharmed(visit);
    });
  }

  test('markup in a text file stays text', async () => {
    const { page } = await open('/?empty');
    await drop(page, 'notes.txt', '<b>bold</b>');
    await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    assert.equal((await texts(page))[0], '<b>bold</b>');
  });

  test('a clipboard with nothing but a page gives its text, which Undo takes back', async () => {
    const visit = await open('/?empty');
    const { page } = visit;
    await pasteTypes(page, { 'text/html': HOSTILE });
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('Lauter'));
    assert.equal((await texts(page))[0], SHOWN);
    await answered(page);
    await assertUnharmed(visit);
    await page.evaluate(() => document.execCommand('undo'));
    assert.equal((await texts(page))[0], 'to be replaced');
  });

  test('a clipboard with text is left to the textarea', async () => {
    const { page } = await open('/?empty');
    await pasteTypes(page, { 'text/html': '<p>from the page</p>', 'text/plain': 'from the text' });
    await page.waitForFunction(() => document.querySelector('textarea')?.value !== 'to be replaced');
    assert.equal((await texts(page))[0], 'from the text');
  });

  test('a page nested without end is read', async () => {
    const { page, problems } = await open('/?empty');
    await drop(page, 'deep.html', `${'<div>'.repeat(10_000)}The mayor spoke.`);
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'The mayor spoke.');
    assert.deepEqual(problems, []);
  });
});
