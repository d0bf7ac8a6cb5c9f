/** `attach()` on what every browser has: editable elements of any structure, fields, frames, shadow roots, plain parts of a page. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inEachBrowser } from '../browser/harness.mjs';
import { marked, prepare } from './marks.mjs';
import { serveProject } from './served.mjs';

after(await serveProject());

const REFERENCE = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';
const FERRY = 'The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Fills the page and attaches to the element with the id `text`, or what `find` says.
 *
 * @param {Page} page
 * @param {string} html
 * @param {string} [find]
 */
async function follow(page, html, find = 'document.getElementById("text")') {
  await prepare(page);
  await page.evaluate(
    async (html, find, reference) => {
      const host = /** @type {HTMLElement} */ (document.getElementById('host'));
      host.innerHTML = html;
      const frame = host.querySelector('iframe');
      if (frame) await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const shadow = host.querySelector('[data-shadow]');
      if (shadow) shadow.attachShadow({ mode: 'open' }).innerHTML = shadow.getAttribute('data-shadow') ?? '';
      const element = new Function(`return ${find}`)();
      await /** @type {any} */ (globalThis).follow('text', element, { references: [reference] });
    },
    html,
    find,
    REFERENCE,
  );
}

/** Every way in which a text may stand in an editable element, each with the text that it is. */
const STRUCTURES = [
  ['paragraphs', `<div id="text" contenteditable><p>${FERRY}</p><p>Angela <i>Mer</i>kel flew to Paris.</p></div>`, `${FERRY}\nAngela Merkel flew to Paris.`],
  ['lines ended by br', `<div id="text" contenteditable>${FERRY}<br>Angela Merkel flew to Paris.<br></div>`, `${FERRY}\nAngela Merkel flew to Paris.`],
  ['one preformatted text', `<pre id="text" contenteditable>${FERRY}\n\nAngela Merkel flew  to Paris.</pre>`, `${FERRY}\n\nAngela Merkel flew  to Paris.`],
  ['text beside blocks', `<div id="text" contenteditable>${FERRY}<div>Angela Merkel flew</div>to Paris.</div>`, `${FERRY}\nAngela Merkel flew\nto Paris.`],
  ['an indented source', `<div id="text" contenteditable>\n  <p>\n    ${FERRY.replace(' with', '\n    with')}\n  </p>\n  <ul>\n <li>Angela <b> Merkel </b> flew</li>\n</ul></div>`, `${FERRY}\nAngela Merkel flew`],
  ['empty paragraphs', `<div id="text" contenteditable><p>${FERRY}</p><p><br></p><p>Angela Merkel</p></div>`, `${FERRY}\n\nAngela Merkel`],
  ['a table', `<div id="text" contenteditable><table><tr><td>Angela Merkel</td><td>Paris</td></tr></table><p>${FERRY}</p></div>`, `Angela Merkel\nParis\n${FERRY}`],
  ["the editor's own buttons", `<div id="text" contenteditable><div contenteditable="false">Insert here<button>Boris Johnson</button><p contenteditable="true">Angela Merkel</p></div><p>${FERRY}</p></div>`, `Angela Merkel\n${FERRY}`],
  ['a name that is taken out whole', `<div id="text" contenteditable><p><span contenteditable="false">Angela Merkel</span> flew to Paris.</p></div>`, `Angela Merkel flew to Paris.`],
  ['what nobody sees', `<div id="text" contenteditable><p>Angela Merkel<span style="display:none"> Boris Johnson</span> \ufeffflew.</p><p hidden>Paris</p><style>p{}</style></div>`, `Angela Merkel flew.`],
  ['a part of a page', `<article id="text"><h1>Ferry sails</h1>\n<section><p>${FERRY}</p>\n<p>Angela Merkel</p></section></article>`, `Ferry sails\n${FERRY}\nAngela Merkel`],
];

inEachBrowser((open) => {
  for (const [name, html, text] of STRUCTURES) {
    test(`reads and marks ${name}`, async () => {
      const { page, problems } = await open('/tests/editors/page.html');
      await follow(page, String(html));
      const found = await marked(page, 'text');
      assert.equal(found.text, text);
      for (const [layer, words] of Object.entries(found.reported)) assert.deepEqual(found.painted[layer], words, layer);
      assert.ok(found.painted.person?.includes('Angela Merkel'));
      assert.deepEqual(problems, []);
    });
  }
});
