/** The custom elements, as another page would use them: under a strict policy, from the built package. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser, inEachScheme } from './harness.mjs';
import { inside } from './page.mjs';
import { setTrap } from './trap.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../pkg/element/desk-element.js').WiremarkDesk} WiremarkDesk */

const FIRST = 'GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.';
const SECOND = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';
const THIRD = 'OSLO, May 4 (Wire) - Snow fell on the harbour all night, the mayor of Bergen said on Tuesday.';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";

const CHILDREN = `<wiremark-article name="Wire">${FIRST}</wiremark-article>\n<script type="text/plain" name="Post">${SECOND}</script>`;

/**
 * A page of somebody else's, with this in its body.
 * @param {string} body
 */
function hostPage(body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
    <script type="module" src="/pkg/element/index.js"></script></head><body><main><h1>A host</h1>${body}</main></body></html>`;
}

/**
 * Puts a page of somebody else's in the place of an empty one of the same origin.
 * @param {Page} page
 * @param {string} body
 * @param {string[]} [problems]  Those of the empty page are forgotten.
 */
async function become(page, body, problems) {
  await setTrap(page);
  await page.reload();
  if (problems) problems.length = 0;
  await page.setContent(hostPage(body));
  await page.waitForFunction(() => customElements.get('wiremark-panel'), { polling: 50 });
}

/**
 * Waits until a desk has a report on these articles, and returns it.
 * @param {Page} page
 * @param {string} [id]
 * @returns {Promise<import('../../pkg/contract.js').Report>}
 */
async function reported(page, id = 'desk') {
  await page.waitForFunction((id) => /** @type {WiremarkDesk | null} */ (document.getElementById(id))?.report, { polling: 50 }, id);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  return page.evaluate((id) => /** @type {any} */ (document.getElementById(id)).report, id);
}

/**
 * The names of the texts that are painted, with how many ranges each has.
 * @param {Page} page
 * @param {string} [id]  Of a desk: only what is painted in it.
 * @returns {Promise<string[]>}
 */
function painted(page, id) {
  return page.evaluate((id) => {
    const root = id ? document.getElementById(id)?.shadowRoot : null;
    const found = [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].filter((range) => !root || range.startContainer.getRootNode() === root).map(() => name.replace(/^wiremark-\d+-/, '')),
    );
    return [...new Set(found)].sort();
  }, id);
}

/** @param {Page} page */
async function caught(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).caught ?? []);
}

inEachBrowser((open) => {
  test('the articles come from children, and are compared and painted while somebody types', async () => {
    const { page, problems, foreign } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk" worker>${CHILDREN}</wiremark-desk>`, problems);
    const report = await reported(page);
    assert.deepEqual(report.articles.map(({ name }) => name), ['Wire', 'Post']);
    assert.equal(report.numberDifferences?.length, 1);
    // Painting comes a frame or more after the report.
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-person')), { polling: 50 });
    const layers = await painted(page);
    for (const layer of ['edited', 'number-difference', 'person', 'place']) assert.ok(layers.includes(layer), `${layer} in ${layers}`);

    await page.evaluate(() => {
      Object.assign(globalThis, { heard: [] });
      const desk = /** @type {any} */ (document.getElementById('desk'));
      for (const type of ['input', 'wiremark-report']) {
        document.body.addEventListener(type, ({ target }) => /** @type {any} */ (globalThis).heard.push([type, target === desk]));
      }
      const [textarea] = desk.shadowRoot.querySelectorAll('textarea');
      textarea.focus();
      textarea.setSelectionRange(textarea.value.length, textarea.value.length);
    });
    await page.keyboard.type(' Rain.');
    assert.equal(await page.$eval('#desk', (desk) => /** @type {any} */ (desk).articles[0].text), `${FIRST} Rain.`);
    await reported(page);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {string[]} */ [type]) => type === 'wiremark-report'), {
      polling: 50,
    });
    const heard = /** @type {[string, boolean][]} */ (await page.evaluate(() => /** @type {any} */ (globalThis).heard));
    assert.ok(heard.every(([, ours]) => ours));
    assert.deepEqual([...new Set(heard.map(([type]) => type))].sort(), ['input', 'wiremark-report']);
    // The browser asks for an icon of the empty page that was there before.
    const ours = problems.filter((problem) => !problem.includes('favicon'));
    assert.deepEqual([await caught(page), ours, foreign], [[], [], []]);
  });

  test('the articles come from an attribute or a property too, and in this thread', async () => {
    const { page } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk" lang="de"></wiremark-desk>`);
    await page.$eval('#desk', (desk, json) => desk.setAttribute('articles', json), JSON.stringify([{ name: 'Wire', text: FIRST }, SECOND]));
    assert.deepEqual((await reported(page)).articles.map(({ name }) => name), ['Wire', 'Artikel B']);
    await page.$eval('#desk', (desk, text) => (/** @type {any} */ (desk).articles = [{ name: 'New', text }]), THIRD);
    assert.deepEqual((await reported(page)).articles.map(({ name }) => name), ['New']);
    // What was set counts for more than what the document gives.
    await page.$eval('#desk', (desk) => desk.setAttribute('articles', '["Other"]'));
    assert.deepEqual(await page.$eval('#desk', (desk) => /** @type {any} */ (desk).articles), [{ name: 'New', text: THIRD }]);
    const refused = await page.$eval('#desk', (desk) => {
      try {
        /** @type {any} */ (desk).value = 'no JSON';
      } catch (error) {
        return String(error);
      }
    });
    assert.match(String(refused), /TypeError: The articles of a wiremark-desk are JSON/);
  });

  test('a form sends the articles, resets them and locks them', async () => {
    const { page } = await open('/nothing');
    await become(page, `<form id="form"><fieldset id="set"><wiremark-desk id="desk" name="versions">${CHILDREN}</wiremark-desk></fieldset></form>`);
    await reported(page);
    const sent = () => page.$eval('#form', (form) => new FormData(/** @type {HTMLFormElement} */ (form)).get('versions'));
    const given = [{ name: 'Wire', text: FIRST }, { name: 'Post', text: SECOND }];
    assert.deepEqual(JSON.parse(String(await sent())), given);
    await page.$eval('#desk', (desk, text) => (/** @type {any} */ (desk).articles = [{ name: 'New', text }]), THIRD);
    assert.deepEqual(JSON.parse(String(await sent())), [{ name: 'New', text: THIRD }]);
    await page.$eval('#form', (form) => /** @type {HTMLFormElement} */ (form).reset());
    assert.deepEqual(JSON.parse(String(await sent())), given);
    const locked = () => page.$eval('#desk', (desk) => [...(desk.shadowRoot?.querySelectorAll('textarea') ?? [])].map(({ disabled, readOnly }) => [disabled, readOnly]));
    await page.$eval('#set', (set) => (/** @type {HTMLFieldSetElement} */ (set).disabled = true));
    assert.deepEqual(await locked(), [[true, false], [true, false]]);
    assert.equal(await sent(), null);
    await page.$eval('#set', (set) => (/** @type {HTMLFieldSetElement} */ (set).disabled = false));
    await page.$eval('#desk', (desk) => desk.setAttribute('readonly', ''));
    assert.deepEqual(await locked(), [[false, true], [false, true]]);
    // What is sent over the wire is what FormData says.
    const sending = page.waitForNavigation();
    await page.$eval('#form', (form) => /** @type {HTMLFormElement} */ (form).requestSubmit());
    await sending;
    assert.equal(new URL(page.url()).searchParams.get('versions'), JSON.stringify(given));
  });

  test('a panel lists what was found, and pressing it fires an event and shows it on the desk', async () => {
    const { page } = await open('/nothing');
    // The panel stands before its desk, which comes later.
    await become(page, `<wiremark-panel id="panel" for="desk"></wiremark-panel><wiremark-desk id="desk" worker>${CHILDREN}</wiremark-desk>`);
    await page.evaluate(() => {
      Object.assign(globalThis, { selected: [] });
      document.addEventListener('wiremark-select', (event) => {
        if (/** @type {any} */ (globalThis).refusing) event.preventDefault();
        /** @type {any} */ (globalThis).selected.push(/** @type {CustomEvent} */ (event).detail);
      });
    });
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.querySelector('.version'), { polling: 50 });
    await page.evaluate(() => Object.assign(globalThis, { refusing: true }));
    const press = (/** @type {string} */ selector) =>
      page.$eval('#panel', (panel, selector) => /** @type {HTMLElement} */ (panel.shadowRoot?.querySelector(selector)).click(), selector);
    const lit = async () => (await painted(page, 'desk')).includes('lit');
    await press('.version');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await lit(), false, 'a cancelled selection shows nothing');
    await page.evaluate(() => Object.assign(globalThis, { refusing: false }));
    await press('.version');
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => /-lit$/.test(name)), { polling: 50 });
    const [, selected] = JSON.parse(await page.evaluate(() => JSON.stringify(/** @type {any} */ (globalThis).selected)));
    assert.equal(selected.show, 'findings');
    assert.equal(selected.item.kind, 'disagree');
    assert.deepEqual(selected.places.map((/** @type {{ article: number }} */ { article }) => article).sort(), [0, 1]);

    for (const [show, row] of [['entities', 'tbody th button'], ['passages', '.passages button'], ['coverage', '.share button']]) {
      await page.$eval('#panel', (panel, show) => panel.setAttribute('show', show), String(show));
      await page.waitForFunction((row) => document.querySelector('#panel')?.shadowRoot?.querySelector(row), { polling: 50 }, row);
      await press(String(row));
      const last = /** @type {any} */ (await page.evaluate(() => /** @type {any} */ (globalThis).selected.at(-1)));
      assert.equal(last.show, show);
    }
    assert.deepEqual(await page.$eval('#desk', (desk) => /** @type {any} */ (desk).pair), [0, 1]);
  });

  test('two articles shown alone are alone in every panel, and a name is corrected by the host', async () => {
    const { page } = await open('/nothing');
    const third = `<wiremark-article name="Copy">${FIRST}</wiremark-article>`;
    const panels = ['passages', 'coverage', 'entities'].map((show) => `<wiremark-panel id="${show}" for="desk" show="${show}" correctable></wiremark-panel>`);
    await become(page, `<wiremark-desk id="desk" worker>${CHILDREN}${third}</wiremark-desk>${panels.join('')}`);
    await inside(page, '#passages >>> li');
    const passages = () => page.$$eval('#passages >>> .between', (all) => all.map(({ textContent }) => textContent?.replace(/^\S+ |,.*/g, '')));
    assert.deepEqual([...new Set(await passages())].sort(), ['Post ↔ Copy', 'Wire ↔ Copy', 'Wire ↔ Post']);
    await page.click('#coverage >>> button[data-control="C A"]');
    await page.waitForFunction(() => document.querySelectorAll('wiremark-panel')[1]?.shadowRoot?.querySelectorAll('[aria-pressed=true]').length === 2, { polling: 50 });
    assert.deepEqual([...new Set(await passages())], ['Wire ↔ Copy']);
    await page.$eval('#desk', (desk) => (/** @type {any} */ (desk).pair = null));
    await page.waitForFunction(() => !document.querySelector('#coverage')?.shadowRoot?.querySelector('[aria-pressed=true]'), { polling: 50 });
    assert.ok((await passages()).length > 1);

    await page.evaluate(() => {
      document.addEventListener('wiremark-correct', (event) => {
        const { name } = /** @type {CustomEvent} */ (event).detail;
        /** @type {any} */ (document.getElementById('desk')).names = [{ name, kind: 'organisation', aliases: [] }];
      });
    });
    await page.click('#entities >>> button[aria-label="Correct Carla Bossi"]');
    await page.waitForFunction(
      () => /** @type {any} */ (document.getElementById('desk')).report?.entities.some((/** @type {any} */ it) => it.name === 'Carla Bossi' && it.kind === 'organisation'),
      { polling: 50 },
    );
    await page.$eval('#entities', (panel) => (/** @type {any} */ (panel).correctable = false));
    await page.waitForFunction(() => !document.querySelector('#entities')?.shadowRoot?.querySelector('.mend'), { polling: 50 });
  });

  test('the parts and colours are the host’s to style, and slots its to fill', async () => {
    const { page } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk"><p slot="header" id="mine">Mine</p>${CHILDREN}</wiremark-desk><wiremark-panel id="panel" for="desk"><b slot="heading">What differs</b></wiremark-panel>`);
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.querySelector('.version'), { polling: 50 });
    const styles = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        wiremark-desk { --wiremark-ink: rgb(1, 2, 3); --wiremark-edited: rgb(4, 5, 6); }
        wiremark-desk::part(text) { font-size: 31px; }
        wiremark-desk::part(pane) { border-color: rgb(7, 8, 9); }
        wiremark-panel::part(finding) { color: rgb(10, 11, 12); }
        wiremark-panel::part(heading) { color: rgb(13, 14, 15); }`);
      document.adoptedStyleSheets.push(sheet);
      const inside = (/** @type {string} */ host, /** @type {string} */ selector) =>
        getComputedStyle(/** @type {Element} */ (document.querySelector(host)?.shadowRoot?.querySelector(selector)));
      return {
        ink: inside('#desk', 'textarea').color,
        size: inside('#desk', 'textarea').fontSize,
        border: inside('#desk', '.pane').borderTopColor,
        finding: inside('#panel', '.finding').color,
        heading: getComputedStyle(/** @type {Element} */ (document.querySelector('#panel b'))).color,
        shown: /** @type {HTMLElement} */ (document.querySelector('#mine')).offsetHeight > 0,
        hidden: /** @type {HTMLElement} */ (document.querySelector('wiremark-article')).offsetHeight === 0,
      };
    });
    assert.deepEqual(styles, {
      ink: 'rgb(1, 2, 3)',
      size: '31px',
      border: 'rgb(7, 8, 9)',
      finding: 'rgb(10, 11, 12)',
      heading: 'rgb(13, 14, 15)',
      shown: true,
      hidden: true,
    });
  });

  test('on paper a long text is marked to its end', async () => {
    const { page } = await open('/nothing');
    const long = Array.from({ length: 120 }, () => FIRST).join('\n');
    await become(page, `<wiremark-desk id="desk" worker><wiremark-article>${long}</wiremark-article></wiremark-desk>`);
    await reported(page);
    const last = () =>
      page.evaluate(() => {
        const line = document.querySelector('#desk')?.shadowRoot?.querySelector('.mirror')?.lastElementChild;
        return [...CSS.highlights].some(([name, ranges]) => name.endsWith('-person') && [...ranges].some(({ startContainer }) => line?.contains(startContainer)));
      });
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-person')), { polling: 50 });
    assert.equal(await last(), false);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await last(), true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await last(), false);
  });

  test('two desks on one page have each their own', async () => {
    const { page } = await open('/nothing');
    await become(
      page,
      `<wiremark-desk id="desk" worker>${CHILDREN}</wiremark-desk><wiremark-desk id="other" worker lang="de" layers="place"><wiremark-article>${THIRD}</wiremark-article></wiremark-desk>
       <wiremark-panel id="panel" for="other" show="entities"></wiremark-panel>`,
    );
    const [first, second] = [await reported(page, 'desk'), await reported(page, 'other')];
    assert.deepEqual([first.articles.length, second.articles.length], [2, 1]);
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.textContent?.includes('Bergen'), { polling: 50 });
    assert.ok(!(await page.$eval('#panel', (panel) => panel.shadowRoot?.textContent?.includes('Bossi'))));
    assert.deepEqual(await painted(page, 'other'), ['place']);
    const before = await painted(page, 'desk');
    await page.$eval('#other', (other) => other.remove());
    await page.waitForFunction(() => ![...CSS.highlights.values()].some((ranges) => [...ranges].some(({ startContainer }) => !startContainer.isConnected)), { polling: 50 });
    assert.deepEqual(await painted(page, 'desk'), before);
    await page.$eval('#desk', (desk, text) => (/** @type {any} */ (desk).articles = [{ name: 'New', text }]), THIRD);
    assert.equal((await reported(page, 'desk')).articles.length, 1);
  });

  test('removed, a desk leaves nothing behind, and put back it is as it was', async () => {
    const { page, problems } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk" worker>${CHILDREN}</wiremark-desk><wiremark-panel id="panel" for="desk"></wiremark-panel>`, problems);
    await reported(page);
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.querySelector('.version'), { polling: 50 });
    assert.equal(page.workers().length, 1);
    const handle = await page.$('#desk');
    await handle?.evaluate((desk) => Object.assign(globalThis, { kept: desk, own: CSS.highlights.set('host', new Highlight(new Range())) }) && desk.remove());
    await page.waitForFunction(() => [...CSS.highlights.keys()].join() === 'host', { polling: 50 });
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.querySelector('.list > .hint:only-child'), { polling: 50 });
    const deadline = Date.now() + 10_000;
    while (page.workers().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(page.workers().length, 0);
    await page.evaluate(() => document.querySelector('main')?.append(/** @type {any} */ (globalThis).kept));
    assert.equal((await reported(page)).articles.length, 2);
    await page.waitForFunction(() => document.querySelector('#panel')?.shadowRoot?.querySelector('.version'), { polling: 50 });
    // A move is no removal.
    const same = await page.evaluate(async () => {
      const desk = /** @type {any} */ (document.getElementById('desk'));
      const { report } = desk;
      document.querySelector('main')?.prepend(desk);
      await new Promise((resolve) => setTimeout(resolve));
      return desk.report === report;
    });
    assert.ok(same);
    assert.deepEqual(problems.filter((problem) => !problem.includes('favicon')), []);
  });

  test('what fails is said, and begun again when asked', async () => {
    const { page } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk" src="/nowhere/">${CHILDREN}</wiremark-desk>`);
    await page.waitForFunction(() => document.querySelector('#desk')?.shadowRoot?.querySelector('.status.failed button'), { polling: 50 });
    assert.match(String(await page.$eval('#desk', (desk) => desk.shadowRoot?.querySelector('.status')?.textContent)), /nowhere\/.*404/);
    await page.$eval('#desk', (desk) => desk.setAttribute('src', '/pkg/'));
    assert.equal((await reported(page)).articles.length, 2);
  });

  test('the parser may come after the definition, and articles may come later', async () => {
    const { page } = await open('/nothing');
    await become(page, '<div id="place"></div>');
    await page.evaluate((first) => {
      const desk = document.createElement('wiremark-desk');
      desk.id = 'desk';
      document.querySelector('#place')?.append(desk);
      const article = document.createElement('wiremark-article');
      article.setAttribute('name', 'Wire');
      article.append(first);
      desk.append(article);
    }, FIRST);
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('desk'))?.report?.articles[0]?.name === 'Wire', { polling: 50 });
  });

  test('pointing at a passage lights its counterpart inside the shadow root too', async () => {
    const { page } = await open('/nothing');
    await become(page, `<wiremark-desk id="desk">${CHILDREN}</wiremark-desk>`);
    await reported(page);
    const point = await page.$eval('#desk', (desk) => {
      const line = desk.shadowRoot?.querySelector('.mirror')?.firstChild?.firstChild;
      const range = document.createRange();
      range.setStart(/** @type {Node} */ (line), 30);
      range.setEnd(/** @type {Node} */ (line), 31);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(point.x, point.y);
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => /-lit-edited$/.test(name)), { polling: 50 });
    assert.ok((await painted(page, 'desk')).includes('changed'));
  });
});

inEachScheme((open, scheme) => {
  test('axe finds nothing wrong with the elements', async () => {
    const page = await open('/nothing', 1280);
    await page.setContent(
      hostPage(`<wiremark-desk id="desk">${CHILDREN}</wiremark-desk>${['findings', 'entities', 'passages', 'coverage'].map((show) => `<wiremark-panel for="desk" show="${show}"></wiremark-panel>`).join('')}`),
    );
    await reported(page);
    await page.waitForFunction(() => [...document.querySelectorAll('wiremark-panel')].every((panel) => panel.shadowRoot?.querySelector('li, tbody')), { polling: 50 });
    // The words around the elements are the host's own.
    await page.$eval('h1', (heading) => heading.remove());
    assert.deepEqual((await violations(page)).filter((it) => !it.startsWith('page-has-heading-one')), []);
    const paper = await page.$eval('#desk', (desk) => getComputedStyle(desk).backgroundColor);
    assert.equal(paper, scheme === 'dark' ? 'rgb(19, 20, 23)' : 'rgb(246, 244, 238)');
  });
});
