/** `attach()` on what every browser has: editable elements of any structure, fields, frames, shadow roots, plain parts of a page. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inEachBrowser } from '../browser/harness.mjs';
import { frames } from '../browser/page.mjs';
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
      const { watched, Desk } = /** @type {any} */ (globalThis);
      watched?.(element, Desk);
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
  ["the editor's own buttons", `<div id="text" contenteditable><div contenteditable="false">Insert<br>here<br><br><button>Boris Johnson</button><p contenteditable="true">Angela Merkel</p></div><p>${FERRY}</p></div>`, `Angela Merkel\n${FERRY}`],
  ['a name that is taken out whole', `<div id="text" contenteditable><p><span contenteditable="false">Angela Merkel</span> flew to Paris.</p></div>`, `Angela Merkel flew to Paris.`],
  ['what nobody sees', `<div id="text" contenteditable><p>Angela Merkel<span style="display:none"> Boris Johnson</span> \ufeffflew.</p><p hidden>Paris</p><style>p{}</style></div>`, `Angela Merkel flew.`],
  ['a part of a page', `<article id="text"><h1>Ferry sails</h1>\n<section><p>${FERRY}</p>\n<p>Angela Merkel</p></section></article>`, `Ferry sails\n${FERRY}\nAngela Merkel`],
];

/** @type {[string, string, string | undefined][]} Where texts stand, with how they are found. */
const PLACES = [
  ['a textarea', `<textarea id="text" rows="6" cols="60">${FERRY}\nAngela Merkel flew to Paris.</textarea>`, undefined],
  ['an input', `<input id="text" size="90" value="${FERRY} Angela Merkel flew." />`, undefined],
  ['a frame', `<iframe srcdoc="<body contenteditable><p>${FERRY}</p><p>Angela Merkel flew.</p></body>"></iframe>`, 'document.querySelector("iframe").contentDocument.body'],
  ['a shadow root', `<div data-shadow="<div contenteditable><p>${FERRY}</p><p>Angela Merkel flew.</p></div>"></div>`, 'document.querySelector("[data-shadow]").shadowRoot.firstElementChild'],
];

inEachBrowser((open) => {
  for (const [name, html, text] of STRUCTURES) {
    test(`reads and marks ${name}`, async () => {
      const { page, problems } = await open('/tests/editors/page.html');
      await follow(page, String(html));
      const found = await marked(page, 'text');
      assert.equal(found.text, text);
      assert.deepEqual(found.painted, found.reported);
      assert.ok(found.painted.person?.includes('Angela Merkel'));
      assert.deepEqual(problems, []);
    });
  }

  for (const [name, html, find] of PLACES) {
    test(`marks ${name}, and what is typed there`, async () => {
      const { page, problems } = await open('/tests/editors/page.html');
      await follow(page, String(html), find);
      const before = await marked(page, 'text');
      assert.deepEqual(before.painted, before.reported);
      assert.deepEqual(before.painted.person, ['Carla Bossi', 'Angela Merkel']);
      await page.evaluate(() => /** @type {any} */ (globalThis).followed.get('text').element.focus());
      await page.keyboard.type('Joe Biden came. ');
      const after = await marked(page, 'text');
      assert.ok(after.text.includes('Joe Biden came.'), after.text);
      assert.ok(after.painted.person?.includes('Joe Biden'));
      assert.deepEqual(after.painted, after.reported);
      assert.deepEqual(problems, []);
    });
  }

  test('follows any edit, and reads what it would read afresh', async () => {
    const { page, problems } = await open('/tests/editors/page.html');
    await follow(page, '<div id="text" contenteditable></div>');
    const different = await page.evaluate(async (edits) => {
      const { followed, read } = /** @type {any} */ (globalThis);
      const { element, attachment } = followed.get('text');
      let state = 7;
      const below = (/** @type {number} */ bound) => (state = (state * 48271) % 2147483647) % bound;
      const pick = (/** @type {any} */ list) => list[below(list.length)];
      const html = ['<p>Angela <b>Merkel</b></p>', 'flew <br>', '<ul><li>to</li><li>Paris<div>on</div></li></ul>', ' <i> Monday </i> ', '<p><br></p>', '<span hidden>not</span>', '<pre>two  lines\n</pre>', '<div contenteditable="false">mute <p contenteditable="true">heard</p></div>'];
      for (let edit = 0; edit < edits; edit += 1) {
        const all = [element, ...element.querySelectorAll('*:not(br)')];
        const inner = all.slice(1);
        const texts = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
        const kind = below(7);
        if (kind === 0) pick(all).insertAdjacentHTML(pick(['afterbegin', 'beforeend']), pick(html));
        if (kind === 1 && texts.length) pick(texts).insertData(0, pick(['a', ' ', 'Berlin ', '\ufeff', '\n']));
        if (kind === 2 && texts.length) pick(texts).deleteData(0, 2);
        if (kind === 3 && inner.length) element.insertBefore(pick(inner), pick(element.childNodes));
        if (kind === 4 && inner.length) pick(inner).style.display = pick(['block', 'inline', 'none']);
        if (kind === 5 && inner.length > 40) pick(inner).remove();
        if (kind === 6 && inner.length) pick(inner).append(pick(inner).cloneNode(true).firstChild ?? 'x');
        // Some come together, as an editor makes them.
        if (below(3)) await null;
        await null;
        if (below(3) === 0) {
          await new Promise((resolve) => setTimeout(resolve));
          const fresh = read(element);
          if (attachment.text !== fresh) return { edit, text: attachment.text, fresh, html: element.innerHTML };
        }
      }
      return null;
    }, 600);
    assert.equal(different, null);
    assert.deepEqual(problems, []);
    const { painted, reported } = await marked(page, 'text');
    assert.deepEqual(painted, reported);
  });

  test('paints the layers that the host gives a look to, and registers no other', async () => {
    const { page } = await open('/tests/editors/page.html');
    await prepare(page);
    await page.evaluate(async (text) => {
      /** @type {any} */ (document.getElementById('host')).innerHTML = `<p id="text" contenteditable>${text}</p>`;
      const { follow } = /** @type {any} */ (globalThis);
      await follow('text', document.getElementById('text'), { layers: { person: 'color: red' } });
    }, FERRY);
    const { painted } = await marked(page, 'text');
    assert.deepEqual(painted.person, ['Carla Bossi']);
    const registered = () => page.evaluate(() => [...CSS.highlights.keys()].map((name) => name.replace(/^.*\d-/, '')));
    assert.deepEqual(await registered(), ['person']);
    await page.evaluate(() => /** @type {any} */ (globalThis).followed.get('text').attachment.detach());
    assert.deepEqual(await registered(), []);
  });

  test('two editors and the highlights of another library do not meet', async () => {
    const { page } = await open('/tests/editors/page.html');
    await follow(page, `<div id="text" contenteditable><p>${FERRY}</p></div><textarea id="other">Angela Merkel flew.</textarea><p id="foreign">Paris</p>`);
    const foreign = () =>
      page.evaluate(() => {
        const highlight = CSS.highlights.get('other');
        return [highlight === /** @type {any} */ (globalThis).foreign, highlight?.size, document.adoptedStyleSheets[0] === /** @type {any} */ (globalThis).sheet];
      });
    await page.evaluate(async () => {
      const range = new StaticRange({ startContainer: /** @type {any} */ (document.getElementById('foreign')).firstChild, startOffset: 0, endContainer: /** @type {any} */ (document.getElementById('foreign')).firstChild, endOffset: 5 });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(other) { color: red }');
      document.adoptedStyleSheets.unshift(sheet);
      Object.assign(globalThis, { sheet, foreign: new Highlight(range) });
      CSS.highlights.set('other', /** @type {any} */ (globalThis).foreign);
      await /** @type {any} */ (globalThis).follow('other', document.getElementById('other'), {});
    });
    const [first, second] = [await marked(page, 'text'), await marked(page, 'other')];
    assert.deepEqual(first.painted.person, ['Carla Bossi']);
    assert.deepEqual(second.painted.person, ['Angela Merkel']);
    assert.deepEqual(await foreign(), [true, 1, true]);
    await page.focus('#other');
    await page.keyboard.type('Joe Biden and ');
    assert.ok((await marked(page, 'other')).painted.person?.includes('Joe Biden'));
    assert.deepEqual((await marked(page, 'text')).painted, first.painted);
    await page.evaluate(() => /** @type {any} */ (globalThis).followed.get('text').attachment.detach());
    assert.ok((await marked(page, 'other')).painted.person?.includes('Joe Biden'));
    assert.deepEqual(await foreign(), [true, 1, true]);
  });

  for (const [name, html, find] of [['an editable element', '<div id="text" contenteditable><p>Angela Merkel</p></div>', undefined], ...PLACES]) {
    test(`leaves no trace of itself on ${name}`, async () => {
      const { page, problems } = await open('/tests/editors/page.html');
      await prepare(page);
      await page.evaluate(watch);
      await follow(page, String(html), find);
      const during = await page.evaluate(() => /** @type {any} */ (globalThis).traces());
      assert.ok(during.listeners > 0 && during.observers > 0 && during.desks > 0, 'what must go is seen');
      await marked(page, 'text');
      assert.ok((await page.evaluate(() => /** @type {any} */ (globalThis).traces())).highlights > 0);
      await page.evaluate(() => /** @type {any} */ (globalThis).followed.get('text').attachment.detach());
      const after = await page.evaluate(() => /** @type {any} */ (globalThis).traces());
      assert.deepEqual(after, { highlights: 0, sheets: 0, listeners: 0, observers: 0, frames: 0, html: true, desks: 0 });
      // Nothing wakes up again.
      await page.evaluate(() => {
        const { element } = /** @type {any} */ (globalThis).followed.get('text');
        if ('value' in element) element.value += 'x';
        else element.append('x');
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.ownerDocument.dispatchEvent(new Event('scroll'));
      });
      await frames(page, 3);
      const { highlights, frames: pending } = await page.evaluate(() => /** @type {any} */ (globalThis).traces());
      assert.deepEqual({ highlights, pending }, { highlights: 0, pending: 0 });
      assert.deepEqual(problems, []);
    });
  }
});

/** Counts, in the page, what an attachment could leave behind: `traces()` says how much of it is there. */
function watch() {
  const seen = { listeners: 0, observers: 0, frames: 0, desks: 0, html: '' };
  /** @type {Set<any>} */
  const windows = new Set();
  /** @type {Set<any>} */
  const roots = new Set();
  const instrument = (/** @type {any} */ view) => {
    windows.add(view);
    roots.add(view.document);
    const { addEventListener } = view.EventTarget.prototype;
    view.EventTarget.prototype.addEventListener = function (/** @type {any[]} */ ...parameters) {
      const signal = parameters[2]?.signal;
      // Only ours are let go of by a signal.
      if (signal && !signal.aborted && (this instanceof view.Node || this === view)) {
        seen.listeners += 1;
        addEventListener.call(signal, 'abort', () => (seen.listeners -= 1), { once: true });
      }
      return addEventListener.apply(this, parameters);
    };
    for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
      const { observe, disconnect } = view[name].prototype;
      const active = new Set();
      view[name].prototype.observe = function (/** @type {any[]} */ ...parameters) {
        if (!active.has(this)) seen.observers += 1;
        active.add(this);
        return observe.apply(this, parameters);
      };
      view[name].prototype.disconnect = function () {
        if (active.delete(this)) seen.observers -= 1;
        return disconnect.call(this);
      };
    }
    const { requestAnimationFrame, cancelAnimationFrame } = view;
    const pending = new Set();
    view.requestAnimationFrame = (/** @type {FrameRequestCallback} */ callback) => {
      const frame = requestAnimationFrame.call(view, (/** @type {number} */ time) => {
        if (pending.delete(frame)) seen.frames -= 1;
        callback(time);
      });
      pending.add(frame);
      seen.frames += 1;
      return frame;
    };
    view.cancelAnimationFrame = (/** @type {number} */ frame) => {
      if (pending.delete(frame)) seen.frames -= 1;
      cancelAnimationFrame.call(view, frame);
    };
  };
  instrument(window);
  const markup = () => [...windows].map((view) => view.document.documentElement.outerHTML).join();
  Object.assign(globalThis, {
    /** Called before anything is attached to an element. */
    watched(/** @type {Element} */ element, /** @type {any} */ Desk) {
      const view = element.ownerDocument.defaultView;
      if (!windows.has(view)) instrument(view);
      roots.add(element.getRootNode());
      seen.html = markup();
      const { add, dispose } = Desk.prototype;
      const open = new Set();
      Desk.prototype.add = function (/** @type {any[]} */ ...parameters) {
        if (!open.has(this)) seen.desks += 1;
        open.add(this);
        return add.apply(this, parameters);
      };
      Desk.prototype.dispose = function () {
        if (open.delete(this)) seen.desks -= 1;
        return dispose.call(this);
      };
    },
    traces: () => ({
      highlights: [...windows].reduce((sum, view) => sum + view.CSS.highlights.size, 0),
      sheets: [...roots].reduce((sum, root) => sum + root.adoptedStyleSheets.length, 0),
      listeners: seen.listeners,
      observers: seen.observers,
      frames: seen.frames,
      desks: seen.desks,
      html: markup() === seen.html,
    }),
  });
}
